import { and, asc, between, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MeetingState, MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { type PlanEntry, planEntrySchema } from '../../../shared/features/plan/plan.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { plan } from '../../store/schema-meeting.ts'
import type { Tables } from '../../store/store.ts'

const entryOf = (row: typeof plan.$inferSelect): PlanEntry => planEntrySchema.parse(row)

export function planEntryById(tables: Tables, id: string): PlanEntry | null {
  const row = tables.select().from(plan).where(eq(plan.id, id)).get()
  return row === undefined ? null : entryOf(row)
}

/** The entries of all organisations planned in a span, both days included, in their order. */
export const planEntriesIn = (tables: Tables, from: Day, to: Day): PlanEntry[] =>
  tables
    .select()
    .from(plan)
    .where(between(plan.plannedOn, from, to))
    .orderBy(asc(plan.plannedOn), asc(plan.start), asc(plan.id))
    .all()
    .map(entryOf)

/** The entries that became one of these meetings, whenever they were planned for. */
export const entriesOfMeetings = (tables: Tables, meetingIds: readonly string[]): PlanEntry[] =>
  tables
    .select()
    .from(plan)
    .where(inArray(plan.meetingId, [...meetingIds]))
    .all()
    .map(entryOf)

export const savePlanEntry = (tables: Tables, record: PlanEntry): void => saveRow(tables, plan, record)

export const removePlanEntry = (tables: Tables, id: string): void => deleteRows(tables, plan, plan.id, id)

/** How many entries hang on an organisation. */
export const plansIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: plan.id }).from(plan).where(eq(plan.organisationId, organisationId)).all().length

/** What planning needs of an entry that is no meeting yet. */
export type OpenEntry = Pick<PlanEntry, 'organisationId' | 'types' | 'plannedOn'>

export const openEntriesOf = (tables: Tables, year: number): OpenEntry[] =>
  tables
    .select({ organisationId: plan.organisationId, types: plan.types, plannedOn: plan.plannedOn })
    .from(plan)
    .where(and(between(plan.plannedOn, makeDay(year, 1, 1), makeDay(year, 12, 31)), isNull(plan.meetingId)))
    .all()
    .map((row) => ({ ...row, types: row.types as MeetingType[] }))

/** What a meeting counts by. */
export type MeetingHead = { id: string; organisationId: string; date: Day; year: number; types: MeetingType[] }

/** The heads of the meetings that count for a year: by date, and by 所属年度 for those that go by it. Nothing else is read. */
export function meetingHeads(tables: Tables, year: number): MeetingHead[] {
  const [from, to] = [makeDay(year, 1, 1), makeDay(year, 12, 31)]
  const rows = tables.all<Omit<MeetingHead, 'types'> & { types: string | null }>(sql`
    SELECT m.id, m.organisation_id AS organisationId, m.date, m.year,
      (SELECT group_concat(t.type) FROM meeting_type AS t WHERE t.meeting_id = m.id) AS types
    FROM meeting AS m
    WHERE m.date BETWEEN ${from} AND ${to} OR (m.date BETWEEN ${to} AND ${makeDay(year + 1, 12, 31)} AND m.year = ${year})`)
  return rows.map((row) => ({ ...row, types: (row.types ?? '').split(',') as MeetingType[] }))
}

export type CalendarMeeting = {
  id: string
  organisationId: string
  name: string | null
  year: number
  date: Day
  plannedOn: Day | null
  start: string | null
  place: string | null
  subject: string | null
  state: MeetingState
  types: MeetingType[]
}

/** The meetings of all organisations in a span as the calendar shows them, without agenda, minutes and people. */
export function calendarMeetings(tables: Tables, from: Day, to: Day): CalendarMeeting[] {
  const rows = tables.all<Omit<CalendarMeeting, 'types'> & { types: string }>(sql`
    SELECT m.id, m.organisation_id AS organisationId, m.name, m.year, m.date, m.planned_on AS plannedOn,
      m.start_time AS start, m.place, coalesce(m.theme, m.topic,
        (SELECT i.title FROM agenda_item AS i WHERE i.meeting_id = m.id ORDER BY i.number LIMIT 1)) AS subject, m.state,
      (SELECT group_concat(t.type ORDER BY t.position) FROM meeting_type AS t WHERE t.meeting_id = m.id) AS types
    FROM meeting AS m WHERE m.date BETWEEN ${from} AND ${to} ORDER BY m.date, m.start_time, m.number`)
  return rows.map((row) => ({ ...row, types: (row.types ?? '').split(',') as MeetingType[] }))
}

/** A dated post on a committee. */
export type Seat = { organisationId: string; from: Day; to: Day | null }

/** Who sat on committees when, by dated posts; which organisations have dated posts at all; where the roster states a seat. */
export function committeeSeats(tables: Tables): { seats: Seat[]; posted: Set<string>; stated: Set<string> } {
  const idsOf = (rows: { id: string }[]): Set<string> => new Set(rows.map(({ id }) => id))
  return {
    seats: tables.all<Seat>(sql`
      SELECT organisation_id AS organisationId, from_date AS "from", to_date AS "to" FROM post WHERE title LIKE '%委员'`),
    posted: idsOf(tables.all(sql`SELECT DISTINCT organisation_id AS id FROM post`)),
    stated: idsOf(
      tables.all(sql`SELECT DISTINCT organisation_id AS id FROM membership WHERE stated_posts LIKE '%委员"%'`)
    )
  }
}
