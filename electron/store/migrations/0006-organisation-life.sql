-- What the ledger has no column for.
ALTER TABLE meeting ADD COLUMN contents TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meeting ADD COLUMN handout TEXT;
ALTER TABLE meeting ADD COLUMN reported_to TEXT;
ALTER TABLE meeting ADD COLUMN reported_on TEXT;
-- 民主评议党员 held apart from its 组织生活会 names it.
ALTER TABLE meeting ADD COLUMN life_meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL;
ALTER TABLE agenda_item ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
CREATE INDEX meeting_life ON meeting (life_meeting_id) WHERE life_meeting_id IS NOT NULL;
CREATE INDEX meeting_day ON meeting (date);

-- The text a record had when it was completed, kept when it is opened again; `life` are the steps of a 组织生活会.
CREATE TABLE meeting_version (
  meeting_id   TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  opened_on    TEXT NOT NULL,
  account_name TEXT NOT NULL,
  record       TEXT NOT NULL,
  life         TEXT,
  PRIMARY KEY (meeting_id, number)
) STRICT;

-- A BLOCK the 书记 let pass. `item_number` 0 means the whole record.
CREATE TABLE meeting_release (
  meeting_id   TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  rule_id      TEXT NOT NULL,
  item_number  INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  released_on  TEXT NOT NULL,
  account_name TEXT NOT NULL,
  PRIMARY KEY (meeting_id, rule_id, item_number)
) STRICT;

-- The eight steps of a 组织生活会, one document each.
CREATE TABLE organisation_life (
  meeting_id TEXT PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  value      TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  types           TEXT NOT NULL,
  planned_on      TEXT NOT NULL,
  start_time      TEXT,
  place           TEXT,
  subject         TEXT,
  note            TEXT,
  meeting_id      TEXT REFERENCES meeting (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX plan_organisation_day ON plan (organisation_id, planned_on);
CREATE INDEX plan_meeting ON plan (meeting_id) WHERE meeting_id IS NOT NULL;

-- 问题清单, 整改台账. `progress` is a list of notes with their days.
CREATE TABLE rectification (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  meeting_id      TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  problem         TEXT NOT NULL,
  source          TEXT,
  target          TEXT,
  measure         TEXT,
  person_name     TEXT,
  person_id       TEXT REFERENCES member (id),
  due_on          TEXT,
  progress        TEXT NOT NULL,
  remeasured      TEXT,
  closed_on       TEXT
) STRICT;
CREATE INDEX rectification_organisation_due ON rectification (organisation_id, due_on);
CREATE INDEX rectification_meeting ON rectification (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX rectification_person ON rectification (person_id) WHERE person_id IS NOT NULL;

-- R2-09: left out of 应到, with two proofs.
CREATE TABLE exemption (
  id              TEXT PRIMARY KEY,
  member_id       TEXT NOT NULL REFERENCES member (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  ground          TEXT NOT NULL,
  from_date       TEXT NOT NULL,
  to_date         TEXT,
  approval        TEXT,
  resolved_on     TEXT
) STRICT;
CREATE INDEX exemption_member ON exemption (member_id);

-- `shown_on` is the day the thing shows; `filed_on` is the system's and cannot be set.
CREATE TABLE attachment (
  id              TEXT PRIMARY KEY,
  record          TEXT NOT NULL,
  record_id       TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  position        INTEGER NOT NULL,
  name            TEXT NOT NULL,
  kind            TEXT NOT NULL,
  caption         TEXT,
  size            INTEGER NOT NULL,
  digest          TEXT NOT NULL,
  width           INTEGER,
  height          INTEGER,
  shown_on        TEXT,
  filed_on        TEXT NOT NULL,
  filed_by        TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_record ON attachment (record, record_id);
CREATE INDEX attachment_digest ON attachment (digest);
CREATE INDEX attachment_organisation ON attachment (organisation_id);
CREATE TABLE attachment_bytes (
  attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  bytes         BLOB NOT NULL,
  preview       BLOB,
  original      BLOB
) STRICT;

CREATE TABLE phrase (
  id      TEXT PRIMARY KEY,
  field   TEXT NOT NULL,
  text    TEXT NOT NULL,
  used    INTEGER NOT NULL,
  used_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX phrase_text ON phrase (field, text);

-- `value` is the package as it was given.
CREATE TABLE rule_package (
  id       TEXT PRIMARY KEY,
  value    TEXT NOT NULL,
  taken_on TEXT NOT NULL
) STRICT;
-- What the office sets for itself, from a year on; null means as the rule book has it.
CREATE TABLE rule_override (
  rule_id      TEXT NOT NULL,
  parameter    TEXT NOT NULL,
  from_year    INTEGER NOT NULL,
  value        REAL,
  note         TEXT NOT NULL,
  changed_on   TEXT NOT NULL,
  account_name TEXT NOT NULL,
  PRIMARY KEY (rule_id, parameter, from_year)
) STRICT;
