-- A checklist as it holds for a year; years without a row go by the list the program brings. `key` tells lists apart.
CREATE TABLE checklist (
  id          TEXT PRIMARY KEY,
  key         TEXT NOT NULL,
  year        INTEGER NOT NULL,
  content     TEXT NOT NULL,
  frozen_on   TEXT,
  changed_on  TEXT NOT NULL,
  self_due    TEXT,
  meeting_due TEXT,
  review_due  TEXT,
  publish_due TEXT
) STRICT;
CREATE UNIQUE INDEX checklist_of_year ON checklist (key, year);

CREATE TABLE checklist_mark (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  item            TEXT NOT NULL,
  score           REAL,
  note            TEXT,
  evidence        TEXT,
  happened_on     TEXT,
  not_applicable  INTEGER NOT NULL,
  filed_on        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX checklist_mark_item ON checklist_mark (organisation_id, year, item);

CREATE TABLE checklist_proof (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  item            TEXT NOT NULL,
  part            TEXT,
  title           TEXT NOT NULL,
  happened_on     TEXT,
  filed_on        TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_proof_item ON checklist_proof (organisation_id, year, item);

CREATE TABLE checklist_veto (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  veto            TEXT NOT NULL,
  note            TEXT NOT NULL,
  filed_on        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX checklist_veto_once ON checklist_veto (organisation_id, year, veto);

CREATE TABLE checklist_bonus (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  title           TEXT NOT NULL,
  points          REAL NOT NULL,
  happened_on     TEXT,
  filed_on        TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_bonus_year ON checklist_bonus (organisation_id, year);

-- 考评 of a branch and year by one list: self-check, branch meeting, review by the level above, published result.
CREATE TABLE checklist_review (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  list            TEXT NOT NULL,
  self_on         TEXT,
  meeting_id      TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  meeting_on      TEXT,
  reviewers       TEXT NOT NULL,
  published_on    TEXT,
  published_total TEXT,
  final_note      TEXT
) STRICT;
CREATE UNIQUE INDEX checklist_review_of_year ON checklist_review (organisation_id, year, list);
CREATE INDEX checklist_review_meeting ON checklist_review (meeting_id) WHERE meeting_id IS NOT NULL;

-- Points of one reviewer for an item; `reviewer` '' is the final figure.
CREATE TABLE checklist_review_point (
  review_id TEXT NOT NULL REFERENCES checklist_review (id) ON DELETE CASCADE,
  reviewer  TEXT NOT NULL,
  item      TEXT NOT NULL,
  points    REAL NOT NULL,
  reason    TEXT,
  PRIMARY KEY (review_id, reviewer, item)
) STRICT;

-- Who changed which figure of a branch, when and why: for people to read, beside the audit log.
CREATE TABLE checklist_change (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  year            INTEGER NOT NULL,
  item            TEXT NOT NULL,
  at              TEXT NOT NULL,
  account_name    TEXT NOT NULL,
  before          TEXT NOT NULL,
  after           TEXT NOT NULL,
  reason          TEXT
) STRICT;
CREATE INDEX checklist_change_item ON checklist_change (organisation_id, year, item);

-- Texts of a written report that somebody changed; the others are written anew from the records each time.
CREATE TABLE report_block (
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  year            INTEGER NOT NULL,
  report          TEXT NOT NULL,
  block           TEXT NOT NULL,
  text            TEXT NOT NULL,
  changed_on      TEXT NOT NULL,
  PRIMARY KEY (organisation_id, year, report, block)
) STRICT;

-- PDCA: what a rectification is measured by again, which turn it is, what it follows, and the day it was passed upward.
ALTER TABLE rectification ADD COLUMN year INTEGER;
ALTER TABLE rectification ADD COLUMN item TEXT;
ALTER TABLE rectification ADD COLUMN cycle INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rectification ADD COLUMN previous_id TEXT;
ALTER TABLE rectification ADD COLUMN passed_up_on TEXT;
