CREATE TABLE template (
  kind      TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  bytes     BLOB NOT NULL,
  taken_on  TEXT NOT NULL
) STRICT;

-- Removing a person asks every column that may name him.
CREATE INDEX meeting_host ON meeting (host_id) WHERE host_id IS NOT NULL;
CREATE INDEX meeting_recorder ON meeting (recorder_id) WHERE recorder_id IS NOT NULL;
CREATE INDEX meeting_lecturer ON meeting (lecturer_id) WHERE lecturer_id IS NOT NULL;
CREATE INDEX meeting_absence_member ON meeting_absence (member_id);
CREATE INDEX agenda_item_presenter ON agenda_item (presenter_id) WHERE presenter_id IS NOT NULL;
CREATE INDEX agenda_item_subject ON agenda_item (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX speech_speaker ON speech (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX account_member ON account (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX distinct_pair_other ON distinct_pair (other_id);
