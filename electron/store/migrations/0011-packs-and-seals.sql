-- A warning put off: it is not brought up again until the day, and why stays to be read. `subject` tells it from others of its code.
CREATE TABLE alert_snooze (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  code            TEXT NOT NULL,
  subject         TEXT NOT NULL,
  until           TEXT NOT NULL,
  reason          TEXT NOT NULL,
  at              TEXT NOT NULL,
  account_name    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_snooze_once ON alert_snooze (organisation_id, code, subject);

-- A pack that was written: where, by whom, what is in it (every file with its SHA-256), and the figures it went out with.
CREATE TABLE pack_run (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  year            INTEGER NOT NULL,
  made_at         TEXT NOT NULL,
  account_name    TEXT NOT NULL,
  folder          TEXT NOT NULL,
  manifest        TEXT NOT NULL,
  figures         TEXT NOT NULL
) STRICT;
CREATE INDEX pack_run_of_year ON pack_run (organisation_id, year, made_at);

-- A finished year: records of the organisation and year are read-only while `reopened_at` is empty. Each organisation below the
-- one that was sealed has a row of its own, all of one `seal`.
CREATE TABLE year_seal (
  seal            TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  pack_id         TEXT NOT NULL REFERENCES pack_run (id),
  sealed_at       TEXT NOT NULL,
  sealed_by       TEXT NOT NULL,
  reopened_at     TEXT,
  reopened_by     TEXT,
  reason          TEXT,
  PRIMARY KEY (seal, organisation_id)
) STRICT;
CREATE INDEX year_seal_pack ON year_seal (pack_id);
CREATE UNIQUE INDEX year_seal_standing ON year_seal (organisation_id, year) WHERE reopened_at IS NULL;
