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

const runsOn = (row: SQL, day: Day): SQL =>
  sql`(${row}.from_date IS NULL OR ${row}.from_date <= ${day}) AND (${row}.to_date IS NULL OR ${row}.to_date >= ${day})`

const isFull = sql`(m.category = '正式党员')`
const isProbationary = sql`(m.category = '预备党员')`

/** The fields of missingFields (member-rules.ts), as one condition; a test holds the two together. */
const missingCount = sql`(
  (m.nation IS NULL) + (m.citizen_id IS NULL) + (m.born_on IS NULL) + (m.education IS NULL) + (m.job IS NULL) + (m.phone IS NULL)
  + (m.joined_on IS NULL AND m.category IN ('正式党员', '预备党员')) + (m.full_on IS NULL AND m.category = '正式党员'))`

/** How many facts are wanted of a person, as `completeness` counts them; the same test holds the two together. */
const wantedCount = sql`(10 + (m.category IN ('正式党员', '预备党员')) + ${isFull})`

const among = (column: SQL, values: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`

/** One spell per person, of all people where none are given: the one that covers the day, else the last one in scope. */
function picked({ scope, today }: RosterScope, memberIds?: readonly string[]): SQL {
  const inScope =
    scope === null ? sql`TRUE` : sql`(${among(sql`s.organisation_id`, scope)} OR ${among(sql`s.group_id`, scope)})`
  const wanted = memberIds === undefined ? sql`TRUE` : among(sql`s.member_id`, memberIds)
  return sql`
    SELECT s.member_id, s.id AS spell_id, s.organisation_id, s.group_id, s.stated_posts,
           max((${runsOn(sql`s`, today)}) * 1000 + s.position) >= 1000 AS inside
    FROM membership s WHERE ${inScope} AND ${wanted}
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
           m.id IN (SELECT w.member_id FROM whereabouts w WHERE ${runsOn(sql`w`, today)}) AS away
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

const behindAll = 100

const rankOfTitle = (title: string): number => {
  const known = (statedPostTitles as readonly string[]).indexOf(title)
  if (known < 0) return statedPostTitles.length
  return known > 5 && title.endsWith('委员') ? 5 : known
}

type Titled = { memberId: string; title: string }

function lowestRanks(titled: readonly Titled[]): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const { memberId, title } of titled)
    ranks.set(memberId, Math.min(rankOfTitle(title), ranks.get(memberId) ?? behindAll))
  return ranks
}

/** Ranks by the posts of the day. Stated posts rank only where the organisation has no dated ones (workbook.md). */
function ranksOf(tables: Tables, today: Day): Map<string, number> {
  const dated = tables.all<Titled>(sql`
    SELECT o.member_id AS memberId, o.title FROM post o WHERE ${runsOn(sql`o`, today)}`)
  const stated = tables.all<Titled>(sql`
    SELECT s.member_id AS memberId, j.value AS title FROM membership s, json_each(s.stated_posts) j
    WHERE s.stated_posts <> '[]' AND ${runsOn(sql`s`, today)} AND s.organisation_id NOT IN (SELECT organisation_id FROM post)`)
  return new Map([...lowestRanks(stated), ...lowestRanks(dated)])
}

const orders: Record<MemberOrder, SQL> = {
  post: sql`f.stroke_key, f.id`,
  stroke: sql`f.stroke_key, f.id`,
  pinyin: sql`f.pinyin, f.stroke_key, f.id`
}

/** The ids of everybody in a view, in order: gathered in SQL, since 30,000 rows cost more to hand over than to sort. */
export function listedIds(tables: Tables, where: RosterScope & { view: RosterView; order: MemberOrder }): string[] {
  const row = tables.get<{ ids: string }>(sql`
    SELECT json_group_array(id) AS ids FROM (
      SELECT f.id FROM (${facts(where)}) f WHERE ${inView[where.view]} ORDER BY ${orders[where.order]})`)
  const ids: string[] = row === undefined ? [] : JSON.parse(row.ids)
  if (where.order !== 'post') return ids
  const ranks = ranksOf(tables, where.today)
  const rank = (id: string): number => ranks.get(id) ?? behindAll
  return ids.sort((one, other) => rank(one) - rank(other))
}

/** The spells these people are listed by, in the order of the ids; nothing for those who have none in scope. */
export function listedBy(tables: Tables, where: RosterScope, memberIds: readonly string[]): Listed[] {
  const found = tables.all<Listed>(
    sql`SELECT member_id AS memberId, spell_id AS spellId FROM (${picked(where, memberIds)})`
  )
  const spells = new Map(found.map((one) => [one.memberId, one]))
  return memberIds.flatMap((id) => spells.get(id) ?? [])
}

/** Ids of those whose initials or whole pinyin begin so, and whether the initials do. */
export function lettered(tables: Tables, letters: string): { id: string; byInitials: boolean }[] {
  const start = `${letters.replace(/[%_\\]/g, '\\$&')}%`
  return tables
    .all<{ id: string; byInitials: number }>(sql`
      SELECT id, initials LIKE ${start} ESCAPE '\\' AS byInitials FROM member
      WHERE initials LIKE ${start} ESCAPE '\\' OR pinyin LIKE ${start} ESCAPE '\\'`)
    .map(({ id, byInitials }) => ({ id, byInitials: byInitials === 1 }))
}

/** How many people each view holds, and how many required facts the current ones have to give and still lack. */
export type RosterCounts = Record<RosterView, number> & { missingFacts: number; wantedFacts: number }

export function rosterCounts(tables: Tables, where: RosterScope): RosterCounts {
  const sums = (Object.keys(inView) as RosterView[]).map(
    (view) => sql`count(*) FILTER (WHERE ${inView[view]}) AS ${sql.raw(`"${view}"`)}`
  )
  const row = tables.get<RosterCounts>(sql`
    WITH f AS MATERIALIZED (SELECT current, full, probationary, missing, wanted, away FROM (${facts(where)}))
    SELECT ${sql.join(sums, sql`, `)}, coalesce(sum(missing) FILTER (WHERE current), 0) AS "missingFacts",
           coalesce(sum(wanted) FILTER (WHERE current), 0) AS "wantedFacts" FROM f`)
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
