CREATE TABLE task (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  subject         TEXT NOT NULL,
  meeting_id      TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  item_number     INTEGER,
  person_name     TEXT,
  person_id       TEXT REFERENCES member (id),
  due_on          TEXT,
  done_on         TEXT,
  result          TEXT
) STRICT;
CREATE INDEX task_organisation_due ON task (organisation_id, due_on);
CREATE INDEX task_meeting ON task (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX task_person ON task (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE study (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  member_id       TEXT NOT NULL REFERENCES member (id),
  date            TEXT NOT NULL,
  content         TEXT,
  hours           REAL NOT NULL,
  kind            TEXT
) STRICT;
CREATE INDEX study_organisation_date ON study (organisation_id, date);
CREATE INDEX study_member_date ON study (member_id, date);
