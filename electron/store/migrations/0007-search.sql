-- Search over all records. `search_text` says what of each record is found; a talk's L2 and L3 contents and ID numbers never
-- come in here, nor do the bytes of attachments and the texts of earlier versions. A view, so that the store that fills the
-- index knows no record.
--   kind           number of the record kind, as in shared/features/search/search.ts
--   day            days since 1899-12-12, for the order of hits; below 20 where the record has no day
--   names          by what it is called, a line each: whole matches come first
--   organisations  whose reach it is in, the first one is shown; JSON
--   member_id, meeting_id  where opening it leads
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
FROM exemption AS one;

-- `number` is the row of the index: kind * 2^44 + day * 2^24 + a number within the day, so that the order of hits and their
-- counts by kind and year need no other table.
CREATE TABLE search_entry (
  number    INTEGER PRIMARY KEY,
  record    TEXT NOT NULL,
  record_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry (record, record_id);
-- The words come in as pairs of characters, made by the program (shared/kernel/search-words.ts); the text itself is not kept.
CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='ascii');

-- Records whose entry is not up to date. A trigger's own ON CONFLICT gives way to that of the statement it runs in, so it asks first.
CREATE TABLE search_dirty (
  record    TEXT NOT NULL,
  record_id TEXT NOT NULL,
  PRIMARY KEY (record, record_id)
) STRICT, WITHOUT ROWID;
INSERT INTO search_dirty SELECT record, record_id FROM search_text;

CREATE TRIGGER search_member_insert AFTER INSERT ON member
BEGIN INSERT INTO search_dirty SELECT 'member', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.id); END;
CREATE TRIGGER search_member_update AFTER UPDATE ON member
BEGIN INSERT INTO search_dirty SELECT 'member', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.id); END;
CREATE TRIGGER search_member_delete AFTER DELETE ON member
BEGIN INSERT INTO search_dirty SELECT 'member', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = old.id); END;
CREATE TRIGGER search_organisation_insert AFTER INSERT ON organisation
BEGIN INSERT INTO search_dirty SELECT 'organisation', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'organisation' AND record_id = new.id); END;
CREATE TRIGGER search_organisation_update AFTER UPDATE ON organisation
BEGIN INSERT INTO search_dirty SELECT 'organisation', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'organisation' AND record_id = new.id); END;
CREATE TRIGGER search_organisation_delete AFTER DELETE ON organisation
BEGIN INSERT INTO search_dirty SELECT 'organisation', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'organisation' AND record_id = old.id); END;
CREATE TRIGGER search_meeting_insert AFTER INSERT ON meeting
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.id); END;
CREATE TRIGGER search_meeting_update AFTER UPDATE ON meeting
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.id); END;
CREATE TRIGGER search_meeting_delete AFTER DELETE ON meeting
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.id); END;
CREATE TRIGGER search_task_insert AFTER INSERT ON task
BEGIN INSERT INTO search_dirty SELECT 'task', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'task' AND record_id = new.id); END;
CREATE TRIGGER search_task_update AFTER UPDATE ON task
BEGIN INSERT INTO search_dirty SELECT 'task', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'task' AND record_id = new.id); END;
CREATE TRIGGER search_task_delete AFTER DELETE ON task
BEGIN INSERT INTO search_dirty SELECT 'task', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'task' AND record_id = old.id); END;
CREATE TRIGGER search_study_insert AFTER INSERT ON study
BEGIN INSERT INTO search_dirty SELECT 'study', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'study' AND record_id = new.id); END;
CREATE TRIGGER search_study_update AFTER UPDATE ON study
BEGIN INSERT INTO search_dirty SELECT 'study', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'study' AND record_id = new.id); END;
CREATE TRIGGER search_study_delete AFTER DELETE ON study
BEGIN INSERT INTO search_dirty SELECT 'study', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'study' AND record_id = old.id); END;
CREATE TRIGGER search_rectification_insert AFTER INSERT ON rectification
BEGIN INSERT INTO search_dirty SELECT 'rectification', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'rectification' AND record_id = new.id); END;
CREATE TRIGGER search_rectification_update AFTER UPDATE ON rectification
BEGIN INSERT INTO search_dirty SELECT 'rectification', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'rectification' AND record_id = new.id); END;
CREATE TRIGGER search_rectification_delete AFTER DELETE ON rectification
BEGIN INSERT INTO search_dirty SELECT 'rectification', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'rectification' AND record_id = old.id); END;
CREATE TRIGGER search_plan_insert AFTER INSERT ON plan
BEGIN INSERT INTO search_dirty SELECT 'plan', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'plan' AND record_id = new.id); END;
CREATE TRIGGER search_plan_update AFTER UPDATE ON plan
BEGIN INSERT INTO search_dirty SELECT 'plan', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'plan' AND record_id = new.id); END;
CREATE TRIGGER search_plan_delete AFTER DELETE ON plan
BEGIN INSERT INTO search_dirty SELECT 'plan', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'plan' AND record_id = old.id); END;
CREATE TRIGGER search_attachment_insert AFTER INSERT ON attachment
BEGIN INSERT INTO search_dirty SELECT 'attachment', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'attachment' AND record_id = new.id); END;
CREATE TRIGGER search_attachment_update AFTER UPDATE ON attachment
BEGIN INSERT INTO search_dirty SELECT 'attachment', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'attachment' AND record_id = new.id); END;
CREATE TRIGGER search_attachment_delete AFTER DELETE ON attachment
BEGIN INSERT INTO search_dirty SELECT 'attachment', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'attachment' AND record_id = old.id); END;
CREATE TRIGGER search_exemption_insert AFTER INSERT ON exemption
BEGIN INSERT INTO search_dirty SELECT 'exemption', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'exemption' AND record_id = new.id); END;
CREATE TRIGGER search_exemption_update AFTER UPDATE ON exemption
BEGIN INSERT INTO search_dirty SELECT 'exemption', new.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'exemption' AND record_id = new.id); END;
CREATE TRIGGER search_exemption_delete AFTER DELETE ON exemption
BEGIN INSERT INTO search_dirty SELECT 'exemption', old.id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'exemption' AND record_id = old.id); END;
CREATE TRIGGER search_membership_insert AFTER INSERT ON membership
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_membership_update AFTER UPDATE ON membership
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_membership_delete AFTER DELETE ON membership
BEGIN INSERT INTO search_dirty SELECT 'member', old.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = old.member_id); END;
CREATE TRIGGER search_whereabouts_insert AFTER INSERT ON whereabouts
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_whereabouts_update AFTER UPDATE ON whereabouts
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_whereabouts_delete AFTER DELETE ON whereabouts
BEGIN INSERT INTO search_dirty SELECT 'member', old.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = old.member_id); END;
CREATE TRIGGER search_suspension_insert AFTER INSERT ON suspension
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_suspension_update AFTER UPDATE ON suspension
BEGIN INSERT INTO search_dirty SELECT 'member', new.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = new.member_id); END;
CREATE TRIGGER search_suspension_delete AFTER DELETE ON suspension
BEGIN INSERT INTO search_dirty SELECT 'member', old.member_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'member' AND record_id = old.member_id); END;
CREATE TRIGGER search_meeting_type_insert AFTER INSERT ON meeting_type
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_meeting_type_update AFTER UPDATE ON meeting_type
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_meeting_type_delete AFTER DELETE ON meeting_type
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.meeting_id); END;
CREATE TRIGGER search_meeting_absence_insert AFTER INSERT ON meeting_absence
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_meeting_absence_update AFTER UPDATE ON meeting_absence
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_meeting_absence_delete AFTER DELETE ON meeting_absence
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.meeting_id); END;
CREATE TRIGGER search_agenda_item_insert AFTER INSERT ON agenda_item
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_agenda_item_update AFTER UPDATE ON agenda_item
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_agenda_item_delete AFTER DELETE ON agenda_item
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.meeting_id); END;
CREATE TRIGGER search_speech_insert AFTER INSERT ON speech
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_speech_update AFTER UPDATE ON speech
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_speech_delete AFTER DELETE ON speech
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.meeting_id); END;
CREATE TRIGGER search_organisation_life_insert AFTER INSERT ON organisation_life
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_organisation_life_update AFTER UPDATE ON organisation_life
BEGIN INSERT INTO search_dirty SELECT 'meeting', new.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = new.meeting_id); END;
CREATE TRIGGER search_organisation_life_delete AFTER DELETE ON organisation_life
BEGIN INSERT INTO search_dirty SELECT 'meeting', old.meeting_id WHERE NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'meeting' AND record_id = old.meeting_id); END;
CREATE TRIGGER search_study_named AFTER UPDATE OF name ON member WHEN new.name <> old.name
BEGIN INSERT INTO search_dirty SELECT 'study', id FROM study AS one WHERE member_id = new.id AND NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'study' AND record_id = one.id); END;
CREATE TRIGGER search_exemption_named AFTER UPDATE OF name ON member WHEN new.name <> old.name
BEGIN INSERT INTO search_dirty SELECT 'exemption', id FROM exemption AS one WHERE member_id = new.id AND NOT EXISTS (SELECT 1 FROM search_dirty WHERE record = 'exemption' AND record_id = one.id); END;
