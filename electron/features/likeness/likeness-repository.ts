import { sql } from 'drizzle-orm'
import type { ComparedText } from '../../../shared/features/likeness/likeness.ts'
import type { Tables } from '../../store/store.ts'

/** What of each meeting is known before its text is read. */
export type MeetingMark = { id: string; organisationId: string; date: string; lifeMeetingId: string | null }

export const meetingMarks = (tables: Tables): MeetingMark[] =>
  tables.all<MeetingMark>(
    sql`SELECT id, organisation_id AS "organisationId", date, life_meeting_id AS "lifeMeetingId" FROM meeting ORDER BY date DESC, id`
  )

type TextRow = { id: string; text: string; names: string }

const newline = sql`char(10)`

/** 其他记录, 讲稿, resolutions and speeches of these meetings as one text each, and the people they name. */
export function comparedTexts(tables: Tables, ids: readonly string[]): Map<string, ComparedText> {
  const rows = tables.all<TextRow>(sql`
    SELECT m.id,
      concat_ws(${newline}, m.minutes, m.handout,
        (SELECT group_concat(i.resolution, ${newline}) FROM agenda_item AS i WHERE i.meeting_id = m.id),
        (SELECT group_concat(s.text, ${newline}) FROM speech AS s WHERE s.meeting_id = m.id)) AS text,
      concat_ws(${newline}, m.host_name, m.recorder_name, m.lecturer_name,
        (SELECT group_concat(concat_ws(${newline}, i.presenter_name, i.subject_name), ${newline}) FROM agenda_item AS i WHERE i.meeting_id = m.id),
        (SELECT group_concat(DISTINCT s.speaker_name) FROM speech AS s WHERE s.meeting_id = m.id),
        (SELECT group_concat(a.name, ${newline}) FROM meeting_absence AS a WHERE a.meeting_id = m.id)) AS names
    FROM meeting AS m WHERE m.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map(({ id, text, names }) => [id, { text, names: names.split(/[\n,]/) }]))
}
