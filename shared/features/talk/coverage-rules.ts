import { type Day, makeDay } from '../../kernel/dates.ts'
import type { MemberCategory } from '../member/member.ts'
import { postRank } from '../post/post.ts'
import type { TalkHead } from './talk.ts'
import { TalkBook } from './talk-book-rules.ts'

/** `stand-in`: 书记 and 副书记 of a branch without a committee, who ask but are asked by nobody (decisions.md). */
export type TalkSeat = 'committee' | 'stand-in' | 'member'

/**
 * A 正式党员 or 预备党员 of the branch today. `fresh`: joined or came less than 30 days ago, listed but not counted.
 * `initials` for finding him by typing.
 */
export type TalkPerson = {
  memberId: string
  name: string
  category: MemberCategory
  posts: string[]
  initials?: string
  seat: TalkSeat
  fresh: boolean
}

/** What coverage reads of a talk. */
export type CountedTalk = Pick<TalkHead, 'id' | 'kind' | 'year' | 'date' | 'talker' | 'partner'>

/** Days, both ends included. */
export type TalkSpan = { from: Day; to: Day }

/**
 * `seatedOn` tells whether somebody sat on the committee that day, or stood in for it, people who have left since
 * included. `window` null: the talks of the 所属年度; else those with a date inside, of whatever year (T02).
 */
export type CoverageFacts = {
  year: number
  today: Day
  hasCommittee: boolean
  people: readonly TalkPerson[]
  seatedOn: (memberId: string, day: Day) => boolean
  talks: readonly CountedTalk[]
  window: TalkSpan | null
}

/** The three directions of R1-18: 委员之间, 委员同党员, 党员之间. */
export const talkDirections = ['committeePairs', 'members', 'peers'] as const
export type TalkDirection = (typeof talkDirections)[number]

export const talkDirectionNames: Record<TalkDirection, string> = {
  committeePairs: '委员之间',
  members: '委员同党员',
  peers: '党员之间'
}

/** Unordered pairs (`committeePairs`) or people; `total` 0: the direction is not asked for here. */
export type TalkTally = { covered: number; total: number }

/** Two members by id, the one of higher post first. */
export type TalkPair = readonly [one: string, other: string]

/** A talk held, enough to show and open it. */
export type TalkMark = { id: string; date: Day }

/**
 * One who may ask against one who is asked. `missing` only between two of the committee that are counted; `none`:
 * nothing yet, or nothing to stand here, as above the diagonal.
 */
export type TalkCell = { state: 'held' | 'missing' | 'none' | 'self'; talks: TalkMark[] }

/** A column of the matrix: the committee, or who stands in for it, by post. */
export type TalkColumn = { memberId: string; name: string; posts: string[] }

/**
 * A line of the matrix. `byCommittee` and `byPeer` (number of talks) are null where that direction is not asked of him;
 * `committeeTalks` also by people who are on the committee no more, so there may be one without a cell.
 */
export type TalkRow = TalkPerson & {
  cells: TalkCell[]
  byCommittee: boolean | null
  byPeer: number | null
  committeeTalks: TalkMark[]
  peerTalks: TalkMark[]
}

/** Who is missing where, fresh people left out: they are in `TalkCoverage.uncovered` only. */
export type TalkGaps = { committeePairs: TalkPair[]; members: string[]; peers: string[] }

/**
 * 谈心谈话覆盖: who has talked with whom. `uncovered` are the ids missing in any direction, fresh ones included; `rows` the
 * committee or its stand-ins by post, then the others as the roster came.
 */
export type TalkCoverage = {
  year: number
  today: Day
  hasCommittee: boolean
  window: TalkSpan | null
  committeePairs: TalkTally
  members: TalkTally
  peers: TalkTally
  missing: TalkGaps
  uncovered: string[]
  columns: TalkColumn[]
  rows: TalkRow[]
}

/** Between two of the committee the lower triangle holds both directions; below it who asked whom. */
function cellOf(book: TalkBook, row: TalkPerson, at: number, column: TalkPerson, index: number): TalkCell {
  if (row.memberId === column.memberId) return { state: 'self', talks: [] }
  if (row.seat === 'member') {
    const talks = book.askedBy(column.memberId, row.memberId)
    return { state: talks.length > 0 ? 'held' : 'none', talks }
  }
  if (index > at) return { state: 'none', talks: [] }
  const talks = book.between(row.memberId, column.memberId)
  const asked = row.seat === 'committee' && !row.fresh && !column.fresh
  return { state: talks.length > 0 ? 'held' : asked ? 'missing' : 'none', talks }
}

/** Counted pairs of the committee in their order, each with whether it was held. */
function pairsOf(
  book: TalkBook,
  committee: readonly TalkPerson[]
): { pair: TalkPair; held: boolean; fresh: boolean }[] {
  return committee.flatMap((one, index) =>
    committee.slice(index + 1).map((other) => ({
      pair: [one.memberId, other.memberId] as const,
      held: book.between(one.memberId, other.memberId).length > 0,
      fresh: one.fresh || other.fresh
    }))
  )
}

/** Who is asked of a direction, and who of them is missing; people who came lately are in neither. */
function tallyOf(
  rows: readonly TalkRow[],
  isCovered: (row: TalkRow) => boolean | null
): { tally: TalkTally; missing: string[] } {
  const asked = rows.filter((row) => !row.fresh && isCovered(row) !== null)
  const missing = asked.filter((row) => isCovered(row) === false).map(({ memberId }) => memberId)
  return { tally: { covered: asked.length - missing.length, total: asked.length }, missing }
}

const peerCovered = ({ byPeer }: TalkRow): boolean | null => (byPeer === null ? null : byPeer > 0)

function rowsOf(book: TalkBook, askers: readonly TalkPerson[], people: readonly TalkPerson[]): TalkRow[] {
  const others = people.filter(({ seat }) => seat === 'member')
  const peersAsked = others.filter(({ fresh }) => !fresh).length >= 2
  return [...askers, ...others].map((person, at): TalkRow => {
    const committeeTalks = book.byCommittee(person)
    const peerTalks = book.withPeers(person.memberId)
    return {
      ...person,
      cells: askers.map((column, index) => cellOf(book, person, at, column, index)),
      byCommittee: person.seat === 'stand-in' ? null : committeeTalks.length > 0,
      byPeer: person.seat === 'member' && peersAsked ? peerTalks.length : null,
      committeeTalks,
      peerTalks
    }
  })
}

/**
 * Coverage of R1-18 as decisions.md reads it, as it stands today. `members` counts the committee too: one of it is
 * covered by any talk with another of it. Without a committee 书记 and 副书记 stand in for it and are in no total. Of
 * `peers` both have to be off the committee today; the direction is not asked for where fewer than two are counted. A
 * pair with one who came lately is wanted of him alone, and counted of nobody.
 */
export function talkCoverage(facts: CoverageFacts): TalkCoverage {
  const { year, today, hasCommittee, window, people } = facts
  const book = new TalkBook(facts)
  const askers = people
    .filter(({ seat }) => seat !== 'member')
    .sort((one, other) => postRank(one.posts) - postRank(other.posts))
  const rows = rowsOf(book, askers, people)
  const pairs = pairsOf(book, hasCommittee ? askers.filter(({ seat }) => seat === 'committee') : [])
  const counted = pairs.filter(({ fresh }) => !fresh)
  const missingPairs = counted.filter(({ held }) => !held).map(({ pair }) => pair)
  const members = tallyOf(rows, ({ byCommittee }) => byCommittee)
  const peers = tallyOf(rows, peerCovered)
  const isUncovered = (row: TalkRow): boolean =>
    row.byCommittee === false ||
    peerCovered(row) === false ||
    (row.fresh ? pairs.filter(({ held }) => !held).map(({ pair }) => pair) : missingPairs).some((pair) =>
      pair.includes(row.memberId)
    )
  return {
    ...{ year, today, hasCommittee, window },
    committeePairs: { covered: counted.length - missingPairs.length, total: counted.length },
    members: members.tally,
    peers: peers.tally,
    missing: { committeePairs: missingPairs, members: members.missing, peers: peers.missing },
    uncovered: rows.filter(isUncovered).map(({ memberId }) => memberId),
    columns: askers.map(({ memberId, name, posts }) => ({ memberId, name, posts })),
    rows
  }
}

/** Pairs of the committee that have not talked, those with one who came lately too. */
export function openPairs({ rows, columns, hasCommittee }: TalkCoverage): TalkPair[] {
  const committee = hasCommittee ? rows.filter(({ seat }) => seat === 'committee') : []
  return committee.flatMap(({ memberId, cells }, at) =>
    committee
      .slice(0, at)
      .filter((higher) => {
        const place = columns.findIndex((column) => column.memberId === higher.memberId)
        return cells[place]?.talks.length === 0
      })
      .map((higher) => [higher.memberId, memberId] as const)
  )
}

/** Whether a direction falls short by the counts. */
export const fallsShort = ({ committeePairs, members, peers }: TalkCoverage): boolean =>
  [committeePairs, members, peers].some(({ covered, total }) => covered < total)

/** The span coverage goes by: its window, else the whole year. */
export const spanOf = ({ window, year }: Pick<CoverageFacts, 'window' | 'year'>): TalkSpan =>
  window ?? { from: makeDay(year, 1, 1), to: makeDay(year, 12, 31) }
