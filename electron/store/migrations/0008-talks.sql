CREATE TABLE talk (
  id              TEXT PRIMARY KEY,
  number          TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  kind            TEXT NOT NULL,
  year            INTEGER NOT NULL,
  date            TEXT NOT NULL,
  start_time      TEXT,
  end_time        TEXT,
  talker_name     TEXT NOT NULL,
  talker_id       TEXT REFERENCES member (id),
  partner_name    TEXT NOT NULL,
  partner_id      TEXT NOT NULL REFERENCES member (id),
  level           TEXT NOT NULL,
  -- What was said, as JSON; of an L3 talk it is in `sealed`, encrypted once more under a key no account's password opens.
  contents        TEXT,
  sealed          TEXT,
  written_on      TEXT,
  recorded_on     TEXT NOT NULL,
  entered_by      TEXT,
  CHECK ((level = 'L3') = (sealed IS NOT NULL) AND (contents IS NULL) = (sealed IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX talk_number ON talk (number);
CREATE INDEX talk_organisation_year ON talk (organisation_id, year);
CREATE INDEX talk_day ON talk (date);
CREATE INDEX talk_talker ON talk (talker_id) WHERE talker_id IS NOT NULL;
CREATE INDEX talk_partner ON talk (partner_id);

CREATE TABLE talk_plan (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  kind            TEXT NOT NULL,
  talker_name     TEXT NOT NULL,
  talker_id       TEXT NOT NULL REFERENCES member (id),
  partner_name    TEXT NOT NULL,
  partner_id      TEXT NOT NULL REFERENCES member (id),
  planned_on      TEXT NOT NULL,
  note            TEXT,
  talk_id         TEXT REFERENCES talk (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX talk_plan_organisation_day ON talk_plan (organisation_id, planned_on);
CREATE INDEX talk_plan_talk ON talk_plan (talk_id) WHERE talk_id IS NOT NULL;
CREATE INDEX talk_plan_talker ON talk_plan (talker_id);
CREATE INDEX talk_plan_partner ON talk_plan (partner_id);

CREATE TABLE occasion (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  member_id       TEXT NOT NULL REFERENCES member (id),
  kind            TEXT NOT NULL,
  date            TEXT NOT NULL,
  note            TEXT,
  closed_on       TEXT,
  entered_by      TEXT
) STRICT;
CREATE INDEX occasion_organisation ON occasion (organisation_id, date);
CREATE INDEX occasion_member ON occasion (member_id);

-- 监督谈话台账: the entry is sealed whole. Outside stand only the day something falls due, and who may not be put forward when.
CREATE TABLE supervision (
  id               TEXT PRIMARY KEY,
  organisation_id  TEXT NOT NULL REFERENCES organisation (id),
  remind_on        TEXT,
  restricted_id    TEXT REFERENCES member (id),
  restricted_from  TEXT,
  restricted_until TEXT,
  sealed           TEXT NOT NULL
) STRICT;
CREATE INDEX supervision_organisation ON supervision (organisation_id);
CREATE INDEX supervision_restricted ON supervision (restricted_id) WHERE restricted_id IS NOT NULL;

-- The L3 key, wrapped by the L3 password and by its recovery code; one row at most.
CREATE TABLE seal (
  id       TEXT PRIMARY KEY CHECK (id = 'L3'),
  slots    TEXT NOT NULL,
  failures TEXT NOT NULL,
  set_on   TEXT NOT NULL
) STRICT;

-- Sealed entries go on naming a person who was merged into another; only with the key could they be rewritten.
CREATE TABLE member_alias (
  former_id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL
) STRICT;

-- Talks before a 组织生活会 were lines of its fourth step; those that say who with whom and when are talks now.
INSERT INTO talk (id, number, organisation_id, kind, year, date, talker_name, talker_id, partner_name, partner_id, level, contents, recorded_on)
SELECT
  lower(hex(randomblob(16))),
  'TH' || meeting.year || '-' || printf('%03d', row_number() OVER (PARTITION BY meeting.year ORDER BY line.value ->> 'on', meeting.id, line.key)),
  meeting.organisation_id, 'T02', meeting.year, line.value ->> 'on',
  line.value -> 'one' ->> 'name', one.id, line.value -> 'other' ->> 'name', other.id, 'L1',
  '{"place":null,"way":null,"recorder":null,"reason":null,"points":{"thought":null,"work":null,"study":null,"life":null,"style":null,"other":null},"opinions":null,"faults":null,"attitude":null,"difficulties":null,"followUps":[]}',
  meeting.recorded_on
FROM organisation_life AS life
JOIN meeting ON meeting.id = life.meeting_id, json_each(life.value, '$.talks') AS line
JOIN member AS one ON one.id = line.value -> 'one' ->> 'memberId'
JOIN member AS other ON other.id = line.value -> 'other' ->> 'memberId'
WHERE line.value ->> 'on' IS NOT NULL AND one.id <> other.id;
UPDATE organisation_life SET value = json_remove(value, '$.talks');

-- Search takes in talks of level L1, for those who may read them all; `contents` of other levels never comes in.
DROP VIEW search_text;
CREATE VIEW search_text (record, record_id, kind, day, title, names, text, organisations, member_id, meeting_id) AS
SELECT
  'member', one.id, 1,
  EXISTS (SELECT 1 FROM membership AS s WHERE s.member_id = one.id AND s.to_date IS NULL),
  one.name,
  concat_ws(char(10), one.name, nullif(replace(one.name, '·', ''), one.name), one.pinyin, one.initials),
  concat_ws(char(10), one.job, one.phone, one.landline, one.address, one.honours, one.hardship, one.note,
    (SELECT group_concat(concat_ws(char(10), w.place, w.contact, w.note), char(10)) FROM whereabouts AS w WHERE w.member_id = one.id),
    (SELECT group_concat(s.basis, char(10)) FROM suspension AS s WHERE s.member_id = one.id)),
  (SELECT json_group_array(s.organisation_id ORDER BY s.to_date IS NOT NULL, s.position) FROM membership AS s WHERE s.member_id = one.id),
  one.id, NULL
FROM member AS one WHERE one.erased_on IS NULL
UNION ALL SELECT
  'organisation', one.id, 2, 0, coalesce(one.short_name, one.name),
  concat_ws(char(10), one.name, one.short_name, one.code), one.kind, json_array(one.id), NULL, NULL
FROM organisation AS one
UNION ALL SELECT
  'meeting', one.id, 3, coalesce(CAST(julianday(one.date) - 2415000.5 AS INTEGER), 0),
  -- As meetingTitle has it.
  CASE
    WHEN one.name <> '' THEN one.name
    WHEN EXISTS (SELECT 1 FROM meeting_type AS t WHERE t.meeting_id = one.id AND t.type IN ('组织生活会', '民主评议党员'))
      THEN one.year || '年度'
    WHEN EXISTS (SELECT 1 FROM meeting_type AS t WHERE t.meeting_id = one.id AND t.type = '党员大会')
      THEN substr(one.date, 1, 4) || '年第' || substr('一二三四', (substr(one.date, 6, 2) + 2) / 3, 1) || '季度'
    ELSE substr(one.date, 1, 4) || '年' || CAST(substr(one.date, 6, 2) AS INTEGER) || '月'
  END || CASE WHEN one.name <> '' THEN '' ELSE
    coalesce((SELECT group_concat(t.type, '、' ORDER BY t.position) FROM meeting_type AS t WHERE t.meeting_id = one.id), '') END,
  one.number,
  concat_ws(char(10), one.theme, one.topic,
    (SELECT group_concat(concat_ws(char(10), i.title, i.presenter_name, i.subject_name, i.resolution), char(10) ORDER BY i.number)
      FROM agenda_item AS i WHERE i.meeting_id = one.id),
    one.minutes, one.handout,
    (SELECT group_concat(s.speaker_name || '：' || s.text, char(10) ORDER BY s.item_number, s.position) FROM speech AS s WHERE s.meeting_id = one.id),
    (SELECT group_concat(life.atom, char(10)) FROM organisation_life AS l, json_tree(l.value) AS life
      WHERE l.meeting_id = one.id AND life.type = 'text' AND life.path <> '$.studyMeetings'
        AND life.key NOT IN ('id', 'memberId') AND life.key NOT LIKE '%Id'),
    (SELECT group_concat(m.value ->> 'title', char(10)) FROM json_each(one.materials) AS m),
    (SELECT group_concat(c.value, char(10)) FROM json_each(one.contents) AS c),
    one.place, one.host_name, one.recorder_name, one.lecturer_name,
    (SELECT group_concat(g.value, char(10)) FROM json_each(one.guests) AS g),
    (SELECT group_concat(p.value ->> 'name', char(10)) FROM json_each(one.late_or_early) AS p),
    (SELECT group_concat(a.name, char(10) ORDER BY a.position) FROM meeting_absence AS a WHERE a.meeting_id = one.id),
    one.reported_to),
  json_array(one.organisation_id), NULL, one.id
FROM meeting AS one
UNION ALL SELECT
  'task', one.id, 4, coalesce(CAST(julianday(one.due_on) - 2415000.5 AS INTEGER), 0), one.subject,
  NULL, concat_ws(char(10), one.person_name, one.result), json_array(one.organisation_id), NULL, one.meeting_id
FROM task AS one
UNION ALL SELECT
  'study', one.id, 5, coalesce(CAST(julianday(one.date) - 2415000.5 AS INTEGER), 0),
  concat_ws('：', (SELECT p.name FROM member AS p WHERE p.id = one.member_id), coalesce(one.content, one.kind)),
  NULL, coalesce(one.kind, ''), json_array(one.organisation_id), one.member_id, NULL
FROM study AS one
UNION ALL SELECT
  'rectification', one.id, 6, coalesce(CAST(julianday(one.due_on) - 2415000.5 AS INTEGER), 0), one.problem,
  NULL,
  concat_ws(char(10), one.measure, one.target, one.source, one.person_name,
    (SELECT group_concat(p.atom, char(10)) FROM json_tree(one.progress) AS p WHERE p.type = 'text'), one.remeasured),
  json_array(one.organisation_id), NULL, one.meeting_id
FROM rectification AS one
UNION ALL SELECT
  'plan', one.id, 7, coalesce(CAST(julianday(one.planned_on) - 2415000.5 AS INTEGER), 0),
  concat_ws('：', (SELECT group_concat(t.value, '、') FROM json_each(one.types) AS t), one.subject),
  NULL, concat_ws(char(10), one.place, one.note), json_array(one.organisation_id), NULL, one.meeting_id
FROM plan AS one
UNION ALL SELECT
  'attachment', one.id, 8, coalesce(CAST(julianday(coalesce(one.shown_on, one.filed_on)) - 2415000.5 AS INTEGER), 0), one.name,
  NULL, coalesce(one.caption, ''), json_array(one.organisation_id),
  CASE one.record WHEN 'exemption' THEN (SELECT e.member_id FROM exemption AS e WHERE e.id = one.record_id) END,
  CASE one.record
    WHEN 'meeting' THEN one.record_id
    WHEN 'rectification' THEN (SELECT r.meeting_id FROM rectification AS r WHERE r.id = one.record_id)
  END
FROM attachment AS one
UNION ALL SELECT
  'exemption', one.id, 9, coalesce(CAST(julianday(one.from_date) - 2415000.5 AS INTEGER), 0),
  concat_ws('：', (SELECT p.name FROM member AS p WHERE p.id = one.member_id), one.ground),
  NULL, coalesce(one.approval, ''), json_array(one.organisation_id), one.member_id, NULL
FROM exemption AS one
UNION ALL SELECT
  'talk', one.id, 10, coalesce(CAST(julianday(one.date) - 2415000.5 AS INTEGER), 0),
  one.talker_name || '同' || one.partner_name || '谈话', one.number,
  coalesce((SELECT group_concat(part.atom, char(10)) FROM json_tree(one.contents) AS part
    WHERE part.type = 'text' AND part.key NOT IN ('memberId', 'dueOn', 'doneOn')), ''),
  json_array(one.organisation_id), NULL, NULL
FROM talk AS one WHERE one.level = 'L1';
INSERT INTO search_dirty SELECT 'talk', id FROM talk WHERE level = 'L1';
CREATE TRIGGER search_talk_insert AFTER INSERT ON talk
BEGIN INSERT INTO search_dirty SELECT 'talk', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'talk' AND record_id = new.id); END;
CREATE TRIGGER search_talk_update AFTER UPDATE ON talk
BEGIN INSERT INTO search_dirty SELECT 'talk', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'talk' AND record_id = new.id); END;
CREATE TRIGGER search_talk_delete AFTER DELETE ON talk
BEGIN INSERT INTO search_dirty SELECT 'talk', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'talk' AND record_id = old.id); END;
