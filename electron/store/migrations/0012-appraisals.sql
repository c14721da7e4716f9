-- 年度考核 of the cadres of an organisation (rules.md §6.4): only what stands nowhere else; ballots, scores, attendance, hours and
-- rectifications are read where they are.
CREATE TABLE appraisal (
  id              TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  year            INTEGER NOT NULL,
  participants    INTEGER,
  quota           INTEGER,
  over_reason     TEXT,
  notice_from     TEXT,
  notice_to       TEXT,
  notice_outcome  TEXT,
  feedback_on     TEXT,
  recorded_on     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX appraisal_of_year ON appraisal (organisation_id, year);

CREATE TABLE appraisal_entry (
  id           TEXT PRIMARY KEY,
  appraisal_id TEXT NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
  member_id    TEXT NOT NULL REFERENCES member (id),
  summary      TEXT,
  duty         TEXT,
  negatives    TEXT NOT NULL,
  grade        TEXT,
  reason       TEXT,
  objections   TEXT,
  feedback     TEXT
) STRICT;
CREATE UNIQUE INDEX appraisal_entry_member ON appraisal_entry (appraisal_id, member_id);
CREATE INDEX appraisal_entry_of ON appraisal_entry (member_id);

-- Search takes in appraisals by their year and whom they are about; nothing anybody wrote.
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
FROM talk AS one WHERE one.level = 'L1'
UNION ALL SELECT
  'evaluation', one.id, 11,
  coalesce(CAST(julianday((SELECT max(r.date) FROM evaluation_round AS r WHERE r.evaluation_id = one.id)) - 2415000.5 AS INTEGER), 0),
  one.year || '年度民主评议党员', NULL, '', json_array(one.organisation_id), NULL, NULL
FROM evaluation AS one
UNION ALL SELECT
  'poll', one.id, 12, coalesce(CAST(julianday(one.date) - 2415000.5 AS INTEGER), 0), one.name, one.number,
  concat_ws(char(10), one.kind, (SELECT group_concat(concat_ws(char(10), s.name, s.post), char(10) ORDER BY s.position)
    FROM poll_subject AS s WHERE s.poll_id = one.id)),
  json_array(one.organisation_id), NULL, NULL
FROM poll AS one
UNION ALL SELECT
  'appraisal', one.id, 13, coalesce(CAST(julianday(one.recorded_on) - 2415000.5 AS INTEGER), 0),
  one.year || '年度干部考核', NULL,
  coalesce((SELECT group_concat(m.name, char(10)) FROM appraisal_entry AS e JOIN member AS m ON m.id = e.member_id
    WHERE e.appraisal_id = one.id), ''),
  json_array(one.organisation_id), NULL, NULL
FROM appraisal AS one;
CREATE TRIGGER search_appraisal_insert AFTER INSERT ON appraisal
BEGIN INSERT INTO search_dirty SELECT 'appraisal', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = new.id); END;
CREATE TRIGGER search_appraisal_update AFTER UPDATE ON appraisal
BEGIN INSERT INTO search_dirty SELECT 'appraisal', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = new.id); END;
CREATE TRIGGER search_appraisal_delete AFTER DELETE ON appraisal
BEGIN INSERT INTO search_dirty SELECT 'appraisal', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = old.id); END;
CREATE TRIGGER search_appraisal_entry_insert AFTER INSERT ON appraisal_entry
BEGIN INSERT INTO search_dirty SELECT 'appraisal', new.appraisal_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = new.appraisal_id); END;
CREATE TRIGGER search_appraisal_entry_update AFTER UPDATE ON appraisal_entry
BEGIN INSERT INTO search_dirty SELECT 'appraisal', new.appraisal_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = new.appraisal_id); END;
CREATE TRIGGER search_appraisal_entry_delete AFTER DELETE ON appraisal_entry
BEGIN INSERT INTO search_dirty SELECT 'appraisal', old.appraisal_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = old.appraisal_id); END;
CREATE TRIGGER search_appraisal_named AFTER UPDATE OF name ON member WHEN new.name <> old.name
BEGIN INSERT INTO search_dirty SELECT DISTINCT 'appraisal', one.appraisal_id FROM appraisal_entry AS one WHERE member_id = new.id AND NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'appraisal' AND record_id = one.appraisal_id); END;
