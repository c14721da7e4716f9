CREATE TABLE account (
  id              TEXT PRIMARY KEY,
  name            TEXT NOT NULL,
  title           TEXT NOT NULL,
  roles           TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  member_id       TEXT REFERENCES member (id),
  disabled        INTEGER NOT NULL,
  must_change     INTEGER NOT NULL,
  created_on      TEXT NOT NULL,
  password_set_on TEXT NOT NULL,
  password_past   TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  seq        INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  elapsed    INTEGER NOT NULL,
  counter    INTEGER NOT NULL,
  actor_id   TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  roles      TEXT NOT NULL,
  act        TEXT NOT NULL,
  object     TEXT NOT NULL,
  result     TEXT NOT NULL,
  hash       TEXT NOT NULL
) STRICT;
CREATE INDEX audit_actor ON audit (actor_id, seq);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;

CREATE TABLE draft (
  account_id TEXT NOT NULL,
  name       TEXT NOT NULL,
  value      TEXT NOT NULL,
  saved_at   TEXT NOT NULL,
  PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
  account_id TEXT NOT NULL,
  name       TEXT NOT NULL,
  value      TEXT NOT NULL,
  PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL,
  label        TEXT NOT NULL,
  at           TEXT NOT NULL,
  account_name TEXT NOT NULL,
  undone_at    TEXT
) STRICT;

CREATE TABLE journal_row (
  journal_id   TEXT NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  record       TEXT NOT NULL,
  record_id    TEXT NOT NULL,
  before       TEXT,
  after_digest TEXT,
  PRIMARY KEY (journal_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_row_record ON journal_row (record, record_id);

ALTER TABLE member ADD COLUMN degree TEXT;
ALTER TABLE member ADD COLUMN landline TEXT;
ALTER TABLE member ADD COLUMN address TEXT;
ALTER TABLE member ADD COLUMN honours TEXT;
ALTER TABLE member ADD COLUMN hardship TEXT;
ALTER TABLE member ADD COLUMN stroke_key TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN erased_on TEXT;
UPDATE member SET stroke_key = stroke_key_of(name);
CREATE INDEX member_stroke ON member (stroke_key);
CREATE INDEX member_pinyin ON member (pinyin);

ALTER TABLE membership ADD COLUMN entry_way TEXT;
ALTER TABLE membership ADD COLUMN exit_way TEXT;
ALTER TABLE membership ADD COLUMN came_from TEXT;
ALTER TABLE membership ADD COLUMN went_to TEXT;
CREATE INDEX membership_roster ON membership (member_id, position, organisation_id, group_id, from_date, to_date, stated_posts, id);
DROP INDEX membership_member;

CREATE TABLE whereabouts (
  id        TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date   TEXT,
  place     TEXT,
  contact   TEXT,
  note      TEXT
) STRICT;
CREATE INDEX whereabouts_member ON whereabouts (member_id);

CREATE TABLE distinct_pair (
  one_id   TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  PRIMARY KEY (one_id, other_id)
) STRICT, WITHOUT ROWID;
