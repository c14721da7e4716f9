import { and, asc, desc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import { type StoredTalk, storedTalkSchema, type TalkHead, talkHeadSchema } from '../../../shared/features/talk/talk.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { talk } from '../../store/schema-talk.ts'
import type { Tables } from '../../store/store.ts'

const { contents: _said, sealed: _sealed, ...headColumns } = getTableColumns(talk)

type Row = typeof talk.$inferSelect
const people = ({ talkerName, talkerId, partnerName, partnerId }: Omit<Row, 'contents' | 'sealed'>) => ({
  talker: { name: talkerName, memberId: talkerId },
  partner: { name: partnerName, memberId: partnerId }
})
const headOf = (row: Omit<Row, 'contents' | 'sealed'>): TalkHead => talkHeadSchema.parse({ ...row, ...people(row) })
const talkOf = (row: Row): StoredTalk => storedTalkSchema.parse({ ...row, ...people(row) })

const byDay = [desc(talk.date), desc(talk.start), desc(talk.number)]

/** What counts of the talks of the organisations, newest first; all years where `year` (所属年度) is null. No contents are read. */
export const talkHeads = (tables: Tables, organisationIds: readonly string[], year: number | null): TalkHead[] =>
  tables
    .select(headColumns)
    .from(talk)
    .where(and(inArray(talk.organisationId, [...organisationIds]), year === null ? undefined : eq(talk.year, year)))
    .orderBy(...byDay)
    .all()
    .map(headOf)

/** The same of one day, of all organisations. */
export const talkHeadsOn = (tables: Tables, day: Day): TalkHead[] =>
  tables.select(headColumns).from(talk).where(eq(talk.date, day)).all().map(headOf)

export const talksOf = (tables: Tables, organisationIds: readonly string[], year: number | null): StoredTalk[] =>
  tables
    .select()
    .from(talk)
    .where(and(inArray(talk.organisationId, [...organisationIds]), year === null ? undefined : eq(talk.year, year)))
    .orderBy(...byDay)
    .all()
    .map(talkOf)

export const allTalks = (tables: Tables): StoredTalk[] =>
  tables.select().from(talk).orderBy(asc(talk.number)).all().map(talkOf)

/** How many talks hang on an organisation. */
export const talksIn = (tables: Tables, organisationId: string): number =>
  tables.select({ id: talk.id }).from(talk).where(eq(talk.organisationId, organisationId)).all().length

export function talkById(tables: Tables, id: string): StoredTalk | null {
  const row = tables.select().from(talk).where(eq(talk.id, id)).get()
  return row === undefined ? null : talkOf(row)
}

/** Talks that name the person, as one of the two, as 记录人, or as 责任人 of what follows; sealed ones by the two only. */
export const talksNaming = (tables: Tables, memberId: string): StoredTalk[] =>
  tables
    .select()
    .from(talk)
    .where(
      or(
        eq(talk.talkerId, memberId),
        eq(talk.partnerId, memberId),
        sql`EXISTS (SELECT 1 FROM json_tree(${talk.contents}) AS part WHERE part.key = 'memberId' AND part.atom = ${memberId})`
      )
    )
    .all()
    .map(talkOf)

/** Every talk by its id, newest first. */
export const talkIds = (tables: Tables): string[] =>
  tables
    .select({ id: talk.id })
    .from(talk)
    .orderBy(...byDay)
    .all()
    .map(({ id }) => id)

/** Every number that is taken. */
export const talkNumbers = (tables: Tables): string[] =>
  tables
    .select({ number: talk.number })
    .from(talk)
    .all()
    .map(({ number }) => number)

export function saveTalk(tables: Tables, { talker, partner, ...record }: StoredTalk): void {
  saveRow(tables, talk, {
    ...record,
    talkerName: talker.name,
    talkerId: talker.memberId,
    partnerName: partner.name,
    partnerId: partner.memberId
  })
}

export const removeTalk = (tables: Tables, id: string): void => deleteRows(tables, talk, talk.id, id)
