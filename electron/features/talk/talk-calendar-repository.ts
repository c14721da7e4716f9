import { sql } from 'drizzle-orm'
import { type MeetingType, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { addDays, type Day, yearOf } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'

/** How far around a day a 组织生活会 or 民主评议 is looked for. */
const around = 150

type Found = { title: string; date: Day }
type Row = { name: string | null; year: number; date: Day; types: string }

const titled = ({ name, year, date, types }: Row): Found => ({
  title: meetingTitle({ name, year, date, types: JSON.parse(types) as MeetingType[] }),
  date
})

/** 组织生活会 and 民主评议 of a branch that were held or stand in the calendar around a day, oldest first. */
export function lifeMeetingsAround(tables: Tables, organisationId: string, day: Day): Found[] {
  const [from, to] = [addDays(day, -around), addDays(day, around)]
  const held = tables.all<Row>(sql`
    SELECT m.name, m.year, m.date, (SELECT json_group_array(t.type ORDER BY t.position) FROM meeting_type AS t WHERE t.meeting_id = m.id) AS types
    FROM meeting AS m
    WHERE m.organisation_id = ${organisationId} AND m.date BETWEEN ${from} AND ${to} AND EXISTS
      (SELECT 1 FROM meeting_type AS t WHERE t.meeting_id = m.id AND t.type IN ('组织生活会', '民主评议党员'))`)
  const planned = tables.all<Omit<Row, 'name' | 'year'>>(sql`
    SELECT p.planned_on AS date, p.types FROM plan AS p
    WHERE p.organisation_id = ${organisationId} AND p.planned_on BETWEEN ${from} AND ${to} AND p.meeting_id IS NULL AND EXISTS
      (SELECT 1 FROM json_each(p.types) AS t WHERE t.value IN ('组织生活会', '民主评议党员'))`)
  return [...held, ...planned.map((one) => ({ ...one, name: null, year: yearOf(one.date) }))]
    .map(titled)
    .sort((one, other) => (one.date < other.date ? -1 : 1))
}
