CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  id             TEXT PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  short_name     TEXT,
  kind           TEXT NOT NULL,
  parent_id      TEXT REFERENCES organisation (id),
  founded_on     TEXT,
  elected_on     TEXT,
  term_years     INTEGER,
  has_committee  INTEGER,
  theme_day      INTEGER,
  extended_until TEXT
) STRICT;
CREATE INDEX organisation_parent ON organisation (parent_id);

CREATE TABLE member (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  pinyin     TEXT NOT NULL,
  initials   TEXT NOT NULL,
  sex        TEXT NOT NULL,
  nation     TEXT,
  citizen_id TEXT UNIQUE,
  born_on    TEXT,
  education  TEXT,
  category   TEXT NOT NULL,
  joined_on  TEXT,
  full_on    TEXT,
  leader     INTEGER NOT NULL,
  job        TEXT,
  phone      TEXT,
  standing   TEXT NOT NULL,
  note       TEXT
) STRICT;
CREATE INDEX member_name ON member (name);

CREATE TABLE membership (
  id              TEXT PRIMARY KEY,
  member_id       TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  group_id        TEXT REFERENCES organisation (id),
  affiliation     TEXT NOT NULL,
  from_date       TEXT,
  to_date         TEXT,
  stated_posts    TEXT NOT NULL
) STRICT;
CREATE INDEX membership_member ON membership (member_id);
CREATE INDEX membership_organisation ON membership (organisation_id);
CREATE INDEX membership_group ON membership (group_id);

CREATE TABLE post (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  member_id       TEXT NOT NULL REFERENCES member (id),
  title           TEXT NOT NULL,
  from_date       TEXT NOT NULL,
  to_date         TEXT,
  appointed_by    TEXT
) STRICT;
CREATE INDEX post_organisation ON post (organisation_id);
CREATE INDEX post_member ON post (member_id);

CREATE TABLE suspension (
  id              TEXT PRIMARY KEY,
  member_id       TEXT NOT NULL REFERENCES member (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  kind            TEXT NOT NULL,
  from_date       TEXT NOT NULL,
  to_date         TEXT,
  basis           TEXT
) STRICT;
CREATE INDEX suspension_member ON suspension (member_id);

CREATE TABLE meeting (
  id              TEXT PRIMARY KEY,
  number          TEXT NOT NULL UNIQUE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  name            TEXT,
  year            INTEGER NOT NULL,
  planned_on      TEXT,
  date            TEXT NOT NULL,
  start_time      TEXT,
  end_time        TEXT,
  place           TEXT,
  host_name       TEXT,
  host_id         TEXT REFERENCES member (id),
  recorder_name   TEXT,
  recorder_id     TEXT REFERENCES member (id),
  lecturer_name   TEXT,
  lecturer_id     TEXT REFERENCES member (id),
  stated_present  INTEGER,
  topic           TEXT,
  hours           REAL,
  theme           TEXT,
  guests          TEXT NOT NULL,
  late_or_early   TEXT NOT NULL,
  materials       TEXT NOT NULL,
  minutes         TEXT,
  written_on      TEXT,
  recorded_on     TEXT NOT NULL,
  state           TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_organisation_date ON meeting (organisation_id, date);

CREATE TABLE meeting_type (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  type       TEXT NOT NULL,
  PRIMARY KEY (meeting_id, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_absence (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  member_id  TEXT NOT NULL REFERENCES member (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item (
  meeting_id        TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  number            INTEGER NOT NULL,
  title             TEXT NOT NULL,
  kind              TEXT NOT NULL,
  presenter_name    TEXT,
  presenter_id      TEXT REFERENCES member (id),
  subject_name      TEXT,
  subject_id        TEXT REFERENCES member (id),
  resolution        TEXT,
  voted             INTEGER NOT NULL,
  method            TEXT,
  yes               INTEGER,
  no                INTEGER,
  abstained         INTEGER,
  written_yes       INTEGER,
  written_no        INTEGER,
  written_abstained INTEGER,
  issued            INTEGER,
  returned          INTEGER,
  PRIMARY KEY (meeting_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE speech (
  meeting_id   TEXT NOT NULL,
  item_number  INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  speaker_name TEXT NOT NULL,
  speaker_id   TEXT REFERENCES member (id),
  text         TEXT NOT NULL,
  PRIMARY KEY (meeting_id, item_number, position),
  FOREIGN KEY (meeting_id, item_number) REFERENCES agenda_item (meeting_id, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
