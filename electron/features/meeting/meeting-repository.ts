import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { type Meeting, meetingSchema, type Person } from '../../../shared/features/meeting/meeting.ts'
import { agendaItem, meeting, meetingAbsence, meetingType, rectification, speech } from '../../store/schema-meeting.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'
import { moveAttachments, removeAttachmentsOf } from '../attachment/attachment-repository.ts'

type Rows = {
  types: (typeof meetingType.$inferSelect)[]
  absences: (typeof meetingAbsence.$inferSelect)[]
  items: (typeof agendaItem.$inferSelect)[]
  speeches: (typeof speech.$inferSelect)[]
}

const personOf = (name: string | null, memberId: string | null): Person | null =>
  name === null ? null : { name, memberId }

function itemOf(row: Rows['items'][number], speeches: Rows['speeches']): unknown {
  const { voted, presenterName, presenterId, subjectName, subjectId, meetingId, ...rest } = row
  return {
    ...rest,
    presenter: personOf(presenterName, presenterId),
    subject: personOf(subjectName, subjectId),
    vote: voted ? rest : null,
    discussion: speeches
      .filter((line) => line.meetingId === meetingId && line.itemNumber === row.number)
      .map((line) => ({ speaker: personOf(line.speakerName, line.speakerId), text: line.text }))
  }
}

function meetingOf(row: typeof meeting.$inferSelect, rows: Rows): Meeting {
  return meetingSchema.parse({
    ...row,
    host: personOf(row.hostName, row.hostId),
    recorder: personOf(row.recorderName, row.recorderId),
    lecturer: personOf(row.lecturerName, row.lecturerId),
    types: rows.types.map((line) => line.type),
    absences: rows.absences,
    agenda: rows.items.map((item) => itemOf(item, rows.speeches))
  })
}

function assemble(tables: Tables, heads: (typeof meeting.$inferSelect)[]): Meeting[] {
  const ids = heads.map((head) => head.id)
  const byMeeting = <Row extends { meetingId: string }>(rows: Row[]) => Map.groupBy(rows, (row) => row.meetingId)
  const types = byMeeting(
    tables
      .select()
      .from(meetingType)
      .where(inArray(meetingType.meetingId, ids))
      .orderBy(asc(meetingType.position))
      .all()
  )
  const absences = byMeeting(
    tables
      .select()
      .from(meetingAbsence)
      .where(inArray(meetingAbsence.meetingId, ids))
      .orderBy(asc(meetingAbsence.position))
      .all()
  )
  const items = byMeeting(
    tables.select().from(agendaItem).where(inArray(agendaItem.meetingId, ids)).orderBy(asc(agendaItem.number)).all()
  )
  const speeches = byMeeting(
    tables.select().from(speech).where(inArray(speech.meetingId, ids)).orderBy(asc(speech.position)).all()
  )
  return heads.map((head) =>
    meetingOf(head, {
      types: types.get(head.id) ?? [],
      absences: absences.get(head.id) ?? [],
      items: items.get(head.id) ?? [],
      speeches: speeches.get(head.id) ?? []
    })
  )
}

/** Meetings of the organisations, newest first; all years where `year` (所属年度) is null. */
export function meetingsOf(tables: Tables, organisationIds: readonly string[], year: number | null): Meeting[] {
  const inside = inArray(meeting.organisationId, [...organisationIds])
  const heads = tables
    .select()
    .from(meeting)
    .where(year === null ? inside : and(inside, eq(meeting.year, year)))
    .orderBy(desc(meeting.date), desc(meeting.start), desc(meeting.number))
    .all()
  return assemble(tables, heads)
}

export const allMeetings = (tables: Tables): Meeting[] =>
  assemble(tables, tables.select().from(meeting).orderBy(asc(meeting.date), asc(meeting.number)).all())

/** The meetings of all organisations on these days. */
export function meetingsOnDays(tables: Tables, days: readonly string[]): Meeting[] {
  const heads = tables
    .select()
    .from(meeting)
    .where(inArray(meeting.date, [...days]))
    .orderBy(asc(meeting.number))
    .all()
  return assemble(tables, heads)
}

export function meetingById(tables: Tables, id: string): Meeting | null {
  return assemble(tables, tables.select().from(meeting).where(eq(meeting.id, id)).all())[0] ?? null
}

export const meetingNumbers = (tables: Tables): string[] =>
  tables
    .select({ number: meeting.number })
    .from(meeting)
    .all()
    .map((row) => row.number)

function saveAgenda(tables: Tables, record: Meeting): void {
  for (const item of record.agenda) {
    const { presenter, subject, discussion, vote, ...rest } = item
    saveRow(tables, agendaItem, {
      ...vote,
      ...rest,
      meetingId: record.id,
      presenterName: presenter?.name ?? null,
      presenterId: presenter?.memberId ?? null,
      subjectName: subject?.name ?? null,
      subjectId: subject?.memberId ?? null,
      voted: vote !== null
    })
    for (const [position, { speaker, text }] of discussion.entries()) {
      const key = { meetingId: record.id, itemNumber: item.number, position }
      saveRow(tables, speech, { ...key, speakerName: speaker.name, speakerId: speaker.memberId, text })
    }
  }
}

/** Writes a meeting with types, absences, agenda and speeches, replacing what was there under its id. */
export function saveMeeting(tables: Tables, record: Meeting): void {
  const { host, recorder, lecturer, types, absences, agenda: _agenda, ...rest } = record
  saveRow(tables, meeting, {
    ...rest,
    hostName: host?.name ?? null,
    hostId: host?.memberId ?? null,
    recorderName: recorder?.name ?? null,
    recorderId: recorder?.memberId ?? null,
    lecturerName: lecturer?.name ?? null,
    lecturerId: lecturer?.memberId ?? null
  })
  for (const table of [meetingType, meetingAbsence, agendaItem]) deleteRows(tables, table, table.meetingId, record.id)
  for (const [position, type] of types.entries()) saveRow(tables, meetingType, { meetingId: record.id, position, type })
  for (const [position, absence] of absences.entries())
    saveRow(tables, meetingAbsence, { ...absence, meetingId: record.id, position })
  saveAgenda(tables, record)
  moveAttachments(tables, 'meeting', record.id, record.organisationId)
  tables
    .update(rectification)
    .set({ organisationId: record.organisationId })
    .where(eq(rectification.meetingId, record.id))
    .run()
}

/** Its attachments go with it. */
export const removeMeeting = (tables: Tables, id: string): void => {
  removeAttachmentsOf(tables, 'meeting', id)
  tables.delete(meeting).where(eq(meeting.id, id)).run()
}

/** In how many places of meeting records a person is named. */
export function meetingIdsNaming(tables: Tables, memberId: string): string[] {
  const heads = tables
    .select({ id: meeting.id })
    .from(meeting)
    .where(or(eq(meeting.hostId, memberId), eq(meeting.recorderId, memberId), eq(meeting.lecturerId, memberId)))
    .all()
  const absent = tables
    .select({ id: meetingAbsence.meetingId })
    .from(meetingAbsence)
    .where(eq(meetingAbsence.memberId, memberId))
    .all()
  const items = tables
    .select({ id: agendaItem.meetingId })
    .from(agendaItem)
    .where(or(eq(agendaItem.presenterId, memberId), eq(agendaItem.subjectId, memberId)))
    .all()
  const spoken = tables.select({ id: speech.meetingId }).from(speech).where(eq(speech.speakerId, memberId)).all()
  const late = tables.all<{ id: string }>(sql`SELECT id FROM meeting WHERE late_or_early LIKE ${`%${memberId}%`}`)
  return [...new Set([...heads, ...absent, ...items, ...spoken, ...late].map((row) => row.id))]
}

export const meetingsNaming = (tables: Tables, memberId: string): number => meetingIdsNaming(tables, memberId).length
