import { type SQL, sql } from 'drizzle-orm'
import { statedPostTitles } from '../../../shared/features/post/post.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'

/** Orders and views of the roster; see RosterView in member-roster-service.ts for what a view holds. */
export type MemberOrder = 'post' | 'stroke' | 'pinyin'
export type RosterView = 'current' | 'full' | 'probationary' | 'others' | 'missing' | 'away' | 'former'

/** Where and on which day: all organisations of the store where `scope` is null. */
export type RosterScope = { scope: readonly string[] | null; today: Day }

/** A person and the spell he is listed by. */
export type Listed = { memberId: string; spellId: string }

const isFull = sql`(m.category = '正式党员')`
const isProbationary = sql`(m.category = '预备党员')`

/** The fields of missingFields (member-rules.ts), as one condition; a test holds the two together. */
const missingCount = sql`(
  (m.nation IS NULL) + (m.citizen_id IS NULL) + (m.born_on IS NULL) + (m.education IS NULL) + (m.job IS NULL) + (m.phone IS NULL)
  + (m.joined_on IS NULL AND m.category IN ('正式党员', '预备党员')) + (m.full_on IS NULL AND m.category = '正式党员'))`

/** How many facts are wanted of a person, as `completeness` counts them; the same test holds the two together. */
const wantedCount = sql`(10 + (m.category IN ('正式党员', '预备党员')) + ${isFull})`

/** One spell per person: the one that covers the day, else the last one in scope. */
function picked({ scope, today }: RosterScope): SQL {
  const within =
    scope === null
      ? sql``
      : sql`WHERE s.organisation_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))
            OR s.group_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
  return sql`
    SELECT s.member_id, s.id AS spell_id, s.organisation_id, s.group_id, s.stated_posts,
           max(((s.from_date IS NULL OR s.from_date <= ${today}) AND (s.to_date IS NULL OR s.to_date >= ${today})) * 1000 + s.position) >= 1000 AS inside
    FROM membership s ${within}
    GROUP BY s.member_id`
}

/** 正式 and 预备 on the day follow the dates of admission; `away` are spells of 流动 or 失联 that run. */
function facts(where: RosterScope): SQL {
  const { today } = where
  return sql`
    SELECT m.id, m.stroke_key, m.pinyin, m.initials, p.spell_id, p.organisation_id, p.group_id, p.stated_posts,
           (p.inside AND m.standing = '正常' AND m.erased_on IS NULL) AS current,
           (${isFull} AND (m.full_on IS NULL OR m.full_on < ${today})) AS full,
           ((${isFull} AND m.full_on >= ${today}) OR ${isProbationary}) AS probationary,
           ${missingCount} AS missing, ${wantedCount} AS wanted,
           EXISTS (SELECT 1 FROM whereabouts w WHERE w.member_id = m.id AND w.from_date <= ${today}
                   AND (w.to_date IS NULL OR w.to_date >= ${today})) AS away
    FROM (${picked(where)}) p JOIN member m ON m.id = p.member_id`
}

const inView: Record<RosterView, SQL> = {
  current: sql`current`,
  full: sql`current AND full`,
  probationary: sql`current AND probationary`,
  others: sql`current AND NOT full AND NOT probationary`,
  missing: sql`current AND missing > 0`,
  away: sql`current AND away`,
  former: sql`NOT current`
}

const rankOfTitle = (title: SQL): SQL =>
  sql`CASE ${title} ${sql.join(
    statedPostTitles.map((known, rank) => sql`WHEN ${known} THEN ${rank > 5 && known.endsWith('委员') ? 5 : rank}`),
    sql` `
  )} ELSE ${statedPostTitles.length} END`

/** Stated posts rank only where the organisation has no dated ones (workbook.md). */
const rank = (today: Day): SQL => sql`coalesce(
  (SELECT min(${rankOfTitle(sql`o.title`)}) FROM post o WHERE o.member_id = f.id AND o.from_date <= ${today} AND (o.to_date IS NULL OR o.to_date >= ${today})),
  CASE WHEN f.stated_posts <> '[]' AND NOT EXISTS (SELECT 1 FROM post o WHERE o.organisation_id = f.organisation_id)
    THEN (SELECT min(${rankOfTitle(sql`j.value`)}) FROM json_each(f.stated_posts) j) END,
  100)`

const orders: Record<MemberOrder, (today: Day) => SQL> = {
  post: (today) => sql`${rank(today)}, f.stroke_key, f.id`,
  stroke: () => sql`f.stroke_key, f.id`,
  pinyin: () => sql`f.pinyin, f.stroke_key, f.id`
}

/** One page of a view, in order. */
export function listedPage(
  tables: Tables,
  where: RosterScope & { view: RosterView; order: MemberOrder; offset: number; limit: number }
): Listed[] {
  return tables.all<Listed>(sql`
    SELECT f.id AS memberId, f.spell_id AS spellId FROM (${facts(where)}) f
    WHERE ${inView[where.view]} ORDER BY ${orders[where.order](where.today)} LIMIT ${where.limit} OFFSET ${where.offset}`)
}

/** People of a view, numbered from 0 in its order: one person, or those whose pinyin or initials begin so. */
export type Placed = { memberId: string; at: number; initials: string; pinyin: string }

export function placesOf(
  tables: Tables,
  where: RosterScope & { view: RosterView; order: MemberOrder },
  wanted: { id: string } | { letters: string }
): Placed[] {
  const start = 'letters' in wanted ? `${wanted.letters.replace(/[%_\\]/g, '\\$&')}%` : ''
  const which =
    'id' in wanted
      ? sql`memberId = ${wanted.id}`
      : sql`initials LIKE ${start} ESCAPE '\\' OR pinyin LIKE ${start} ESCAPE '\\'`
  return tables.all<Placed>(sql`
    SELECT * FROM (
      SELECT f.id AS memberId, f.initials AS initials, f.pinyin AS pinyin,
             row_number() OVER (ORDER BY ${orders[where.order](where.today)}) - 1 AS at
      FROM (${facts(where)}) f WHERE ${inView[where.view]})
    WHERE ${which} ORDER BY at`)
}

/** How many people each view holds, and how many required facts the current ones have to give and still lack. */
export type RosterCounts = Record<RosterView, number> & { missingFacts: number; wantedFacts: number }

export function rosterCounts(tables: Tables, where: RosterScope): RosterCounts {
  const sums = (Object.keys(inView) as RosterView[]).map(
    (view) => sql`coalesce(sum(${inView[view]}), 0) AS ${sql.raw(`"${view}"`)}`
  )
  const row = tables.get<RosterCounts>(sql`
    SELECT ${sql.join(sums, sql`, `)}, coalesce(sum(CASE WHEN current THEN missing ELSE 0 END), 0) AS "missingFacts",
           coalesce(sum(CASE WHEN current THEN wanted ELSE 0 END), 0) AS "wantedFacts" FROM (${facts(where)}) f`)
  if (row === undefined) throw new Error('counting gave no row')
  return row
}

/** People of the day in each branch and group, and stated posts where there are any. */
export type HeadCount = {
  organisationId: string
  groupId: string | null
  full: number
  probationary: number
  statedPosts: string
  people: number
}

/** Heads of the whole store by branch, group and kind: a few lines for each branch. */
export const headCounts = (tables: Tables, today: Day): HeadCount[] =>
  tables.all<HeadCount>(sql`
    SELECT f.organisation_id AS organisationId, f.group_id AS groupId, f.full AS full, f.probationary AS probationary,
           f.stated_posts AS statedPosts, count(*) AS people
    FROM (${facts({ scope: null, today })}) f WHERE current
    GROUP BY f.organisation_id, f.group_id, f.full, f.probationary, f.stated_posts`)

/** People whose name, pinyin or initials contain the text, those whose name begins with it first; ids of people in scope. */
export function matching(tables: Tables, where: RosterScope, text: string, limit: number): Listed[] {
  const plain = text.replace(/[%_\\]/g, '\\$&')
  const like = (column: string, pattern: string): SQL => sql`${sql.raw(column)} LIKE ${pattern} ESCAPE '\\'`
  const order = sql`CASE WHEN ${like('m.name', `${plain}%`)} THEN 0 WHEN m.initials = ${text} THEN 1
    WHEN ${like('m.name', `%${plain}%`)} THEN 2 WHEN ${like('m.initials', `${plain}%`)} OR ${like('m.pinyin', `${plain}%`)} THEN 3 ELSE 4 END`
  return tables.all<Listed>(sql`
    SELECT p.member_id AS memberId, p.spell_id AS spellId
    FROM (SELECT m.id, m.stroke_key, ${order} AS nearness FROM member m
          WHERE m.erased_on IS NULL AND (${like('m.name', `%${plain}%`)} OR ${like('m.initials', `${plain}%`)} OR ${like('m.pinyin', `%${plain}%`)})) h
    JOIN (${picked(where)}) p ON p.member_id = h.id
    ORDER BY h.nearness, h.stroke_key, h.id LIMIT ${limit}`)
}
