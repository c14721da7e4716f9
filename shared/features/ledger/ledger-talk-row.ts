import { tidyCode } from '../../kernel/cell-text.ts'
import type { Moment } from '../../kernel/cells.ts'
import { type Day, yearOf } from '../../kernel/dates.ts'
import type { Person } from '../meeting/meeting.ts'
import { isBranch, type Organisation } from '../organisation/organisation.ts'
import { blankContents, blankPoints, type Talk, type TalkContents, type TalkHead } from '../talk/talk.ts'
import { type TalkKind, talkKinds, type TalkLevel, talkLevels } from '../talk/talk-kinds.ts'
import { readPerson } from './ledger-meeting-row.ts'
import { organisationAt } from './ledger-member-row.ts'
import { type Circle, memberNamed, type People, personNamed } from './ledger-people.ts'
import type { Surroundings } from './ledger-posts.ts'
import { sameRecord } from './ledger-changes.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import { readFollowUps } from './ledger-talk-follow-ups.ts'
import type { TalkType } from './ledger-talk-kinds.ts'
import { formatPoints, parsePoints } from './ledger-talk-texts.ts'
import { isClipOf } from './ledger-texts.ts'

/**
 * What the one who imports may do with talks. `sealed` is open while the L3 password is in force for him; `mayWrite`
 * whether he may put down talks of a level at all, `mayChange` whether this stored one is his to change. New talks are
 * entered by `accountId`, null for a command line.
 */
export type TalkGate = {
  sealed: 'open' | 'closed'
  mayWrite: (level: TalkLevel) => boolean
  mayChange: (talk: TalkHead) => boolean
  accountId: string | null
}

export type TalkSurroundings = Surroundings & { today: Day; gate: TalkGate }

/** What both kinds of rows of 谈话 say: where, when, and with whom. `organisation` is never a group. */
export type TalkFacts = {
  organisation: Organisation
  day: Day
  start: string | null
  year: number | null
  people: People
  partners: readonly { name: string; memberId: string }[]
}

/** Columns that say what was talked about; for T08–T12 they stay empty. */
export const contentColumns = ['谈话要点', '意见建议', '指出问题', '对方表态', '困难诉求', '后续事项'] as const

/** Columns a fault never repeats unless the row is of L1: they would stand in a report in plain words. */
export const quietColumns: readonly string[] = [...contentColumns, '事由', '记录人', '责任人']

/** The key of a talk in the workbook. */
export const talkKey = (row: LedgerRow): string => tidyCode(row.text('谈话编号', 40) ?? '')

/** The number of the talk with the one at this place of 谈话对象: the first has the number of the row. */
export const numberAt = (key: string, index: number): string => (index === 0 ? key : `${key}-${index + 1}`)

export const sealedSentence = 'L3 级内容要先由书记输入 L3 口令再导入'

/** Talks are kept by branch: what a group states belongs to its branch. */
function homeOrganisation(row: LedgerRow, { organisations }: Surroundings): Organisation | null {
  const named = organisationAt(row, '组织编码', organisations)
  return named?.kind === '党小组' ? (organisations.byId.get(named.parentId ?? '') ?? named) : named
}

function readPartners(row: LedgerRow, circle: Circle): TalkFacts['partners'] {
  const partners = new Map<string, { name: string; memberId: string }>()
  for (const name of row.list('谈话对象', 60)) {
    const person = memberNamed(row, '谈话对象', name, circle)
    if (person === null || person.memberId === null) continue
    if (!circle.people.isInside(circle.organisationId, person.memberId, circle.day))
      refuseOutsider(row, '谈话对象', name, circle)
    partners.set(person.memberId, { name: person.name, memberId: person.memberId })
  }
  return [...partners.values()]
}

const refuseOutsider = (row: LedgerRow, column: string, name: string, { day }: Circle): void =>
  row.refuse(column, 'person-not-member-that-day', `中的“${name}”在 ${day} 不在该党组织，请核对日期或组织编码`)

/** Reads what every row has, whatever its type; null where a part of it is missing. All faults of these cells are found. */
export function readTalkFacts(row: LedgerRow, linked: Circle['linked'], around: TalkSurroundings): TalkFacts | null {
  const organisation = homeOrganisation(row, around)
  const moment: Moment | null = row.moment('日期')
  const start = row.time('开始') ?? moment?.time ?? null
  const year = row.whole('所属年度', { min: 1900, max: 2100, unit: '年' })
  row.time('结束')
  row.day('写成日期')
  if (organisation === null || moment === null) return null
  const { people } = around
  const partners = readPartners(row, { people, organisationId: organisation.id, day: moment.day, linked })
  return { organisation, day: moment.day, start, year, people, partners }
}

/** 谈话人 of T01 and T02 is one of the branch; others may be text, and are a member only where one was there that day. */
function readTalker(row: LedgerRow, kind: TalkKind, circle: Circle): Person | null {
  const name = row.text('谈话人', 60)
  if (name === null) return null
  const { people, organisationId, day } = circle
  const isOutside = (id: string): boolean => !people.isInside(organisationId, id, day)
  if (kind === 'T01' || kind === 'T02') {
    const person = memberNamed(row, '谈话人', name, circle)
    if (person !== null && person.memberId !== null && isOutside(person.memberId))
      refuseOutsider(row, '谈话人', name, circle)
    return person
  }
  const person = personNamed(row, '谈话人', name, circle)
  const { memberId = null } = person ?? {}
  if (person === null || memberId === null || !isOutside(memberId)) return person
  return circle.linked.get(person.name) === memberId ? person : { ...person, memberId: null }
}

function readContents(row: LedgerRow, before: TalkContents | null, circle: Circle): TalkContents {
  const said = row.text('谈话要点', 100_000)
  const points =
    before !== null && isClipOf(said, formatPoints(before.points))
      ? before.points
      : said === null
        ? blankPoints
        : parsePoints(said)
  if (Object.values(points).some((text) => text !== null && text.length > 5000))
    row.refuse('谈话要点', 'content-not-allowed', '中的每一方面最多 5000 字')
  const contents: TalkContents = {
    ...blankContents,
    place: row.text('地点', 100),
    way: row.text('方式', 20),
    recorder: readPerson(row, '记录人', circle),
    reason: row.text('事由', 500),
    points,
    opinions: row.text('意见建议', 5000),
    faults: row.text('指出问题', 5000),
    attitude: row.text('对方表态', 5000),
    difficulties: row.text('困难诉求', 5000),
    followUps: readFollowUps(row, before?.followUps ?? [], circle)
  }
  return keepAbsent(row, before, contents, {
    地点: 'place',
    方式: 'way',
    记录人: 'recorder',
    事由: 'reason',
    谈话要点: 'points',
    意见建议: 'opinions',
    指出问题: 'faults',
    对方表态: 'attitude',
    困难诉求: 'difficulties'
  })
}

/** What is stated; an empty cell leaves a stored talk at its level and begins a new one at that of its kind. */
export const levelOf = (row: LedgerRow, type: TalkType | null, before: TalkHead | null): TalkLevel | null => {
  const stated = row.choice('密级', talkLevels)
  const usual = type !== null && type in talkKinds ? talkKinds[type as TalkKind].level : null
  return stated ?? before?.level ?? usual
}

/** L3 goes in with the L3 password only, whatever else the row says. */
export function checkSealed(row: LedgerRow, level: TalkLevel | null, { sealed }: TalkGate): void {
  if (level === 'L3' && sealed === 'closed') row.refuse('密级', 'content-not-allowed', `：${sealedSentence}`)
}

/** Whether the file speaks of everything: else one could find out by trying what a single cell of a guarded talk says. */
const isWhole = (row: LedgerRow): boolean => quietColumns.every((column) => row.has(column))

/**
 * Why a talk may not be written by the one who imports. A row that says the same as the stored talk is no writing: a
 * file taken in by another may come again.
 */
export function checkRights(row: LedgerRow, before: Talk | null, after: Talk, { mayWrite, mayChange }: TalkGate): void {
  const foreign = before !== null && !mayChange(before)
  if (before !== null && sameRecord(before, after) && (!foreign || isWhole(row))) return
  const { level } = after
  if (foreign)
    row.refuse(
      '谈话编号',
      'content-not-allowed',
      `所指的 ${before.level} 级谈话不归您看和改，这一行没有采用；请由书记导入`
    )
  else if (!mayWrite(level))
    row.refuse('密级', 'content-not-allowed', `：您的角色不能记 ${level} 级谈话，请由书记导入这一行`)
  else if (level === 'L3' && before !== null && before.level !== 'L3')
    row.refuse('密级', 'content-not-allowed', `：系统中是 ${before.level} 级，改为 L3 级请在系统中办理，不由导入改`)
}

/** The talk of a row with one of its partners, before the stored one is compared with it. */
export function talkOf(
  row: LedgerRow,
  kind: TalkKind,
  facts: TalkFacts,
  {
    index,
    before,
    linked,
    around
  }: { index: number; before: Talk | null; linked: Circle['linked']; around: TalkSurroundings }
): Talk | null {
  const { organisation, day, start, people } = facts
  const circle: Circle = { people, organisationId: organisation.id, day, linked }
  const level = levelOf(row, kind, before)
  const talker = readTalker(row, kind, circle)
  const contents = readContents(row, before?.contents ?? null, circle)
  const [end, writtenOn] = [row.time('结束'), row.day('写成日期')]
  const partner = facts.partners[index]
  if (talker !== null && partner !== undefined && talker.memberId === partner.memberId)
    row.refuse('谈话对象', 'same-person', `中的“${partner.name}”就是谈话人本人，应是两个人`)
  if (talker === null || partner === undefined || level === null) return null
  const branchId = isBranch(organisation) ? organisation.id : people.homeOf(organisation.id, partner.memberId, day)
  const talk: Talk = {
    id: before?.id ?? '',
    number: before?.number ?? numberAt(talkKey(row), index),
    organisationId: branchId ?? organisation.id,
    ...{ kind, year: facts.year ?? yearOf(day), date: day, start, end, talker, partner, level, writtenOn, contents },
    recordedOn: before?.recordedOn ?? around.today,
    enteredBy: before === null ? around.gate.accountId : before.enteredBy
  }
  const kept = keepAbsent(row, before, talk, { 所属年度: 'year', 结束: 'end', 写成日期: 'writtenOn' })
  return row.has('开始') ? kept : { ...kept, start: start ?? before?.start ?? null }
}
