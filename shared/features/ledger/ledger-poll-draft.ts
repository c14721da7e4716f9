import { tidyName } from '../../kernel/cell-text.ts'
import { validOf } from '../ballot/ballot.ts'
import { blankSubject, type Poll, type PollClass, type PollResult, type PollSubject } from '../poll/poll.ts'
import type { CountedPile } from './ledger.ts'
import { sameRecord } from './ledger-changes.ts'
import { refuseCounted, refuseUnseen } from './ledger-evaluation-drafts.ts'
import { lineIn } from './ledger-poll-grades.ts'
import { type PollRow, type StatedWeight, subjectOf } from './ledger-poll-row.ts'
import type { Surroundings } from './ledger-posts.ts'

/** A class of the file whose weight is not known yet. */
export const pendingWeight = -1

/**
 * A poll while its rows are taken in: as it is stored, null for a new one, and as it becomes. `seen` are the keys and
 * `weights` the weights by class of the rows before.
 */
export type PollDraft = {
  before: Poll | null
  after: Poll
  seen: Set<string>
  weights: Map<string, number>
}

type Ballots = Pick<PollClass, 'issued' | 'returned'>

type Around = Surroundings & { counted: readonly CountedPile[]; mayTally: boolean }

/** A figure of a row's ballots: what is said, and where it says nothing what is known of the subject. */
const ballotsIn = ({ row }: PollRow, column: string, known: number | null): number | null =>
  row.has(column) ? row.whole(column) : known

/** The result of a row; what the class says already is not said again of the subject. Null where it tells no grades. */
function resultOf(
  one: PollRow,
  { scale }: Poll,
  { ballots, pile, before }: { ballots: Ballots; pile: PollClass; before: PollResult | undefined }
): PollResult | null {
  const overall = lineIn(one, scale, before?.overall ?? null)
  const own = (column: keyof Ballots): number | null =>
    (before?.[column] ?? null) === null && ballots[column] === pile[column] ? null : ballots[column]
  const { className } = one
  return overall === null
    ? null
    : { className, issued: own('issued'), returned: own('returned'), overall, questions: before?.questions ?? {} }
}

/** The weight the row states, which has to be that of the other rows of its class. */
function weightOf({ draft, one, weigh }: { draft: PollDraft; one: PollRow; weigh: (weight: StatedWeight) => number }) {
  const weight = one.weight === null ? null : weigh(one.weight)
  const former = draft.weights.get(one.className)
  if (weight !== null && former !== undefined && former !== weight)
    one.row.refuse('权重', 'value-not-in-list', `应为 ${former / 100}%：同一测评、同一票类的各行权重应一致`)
  return weight
}

/** The class of a row as it becomes: a new one takes its ballots from its first row, later ones are of their subjects. */
function pileOf(one: PollRow, known: PollClass | undefined, weight: number | null, ballots: Ballots): PollClass {
  if (known === undefined) return { name: one.className, weight: weight ?? pendingWeight, ...ballots }
  return { ...known, weight: weight ?? known.weight }
}

const withClass = ({ classes }: Poll, after: PollClass): PollClass[] =>
  classes.some(({ name }) => name === after.name)
    ? classes.map((pile) => (pile.name === after.name ? after : pile))
    : [...classes, after]

function withResult(poll: Poll, subject: PollSubject, result: PollResult | null, className: string): PollSubject[] {
  const at = subject.results.findIndex((one) => one.className === className)
  const results =
    result === null
      ? subject.results
      : at === -1
        ? [...subject.results, result]
        : subject.results.map((one, index) => (index === at ? result : one))
  const after = { ...subject, results }
  return poll.subjects.some(({ id }) => id === subject.id)
    ? poll.subjects.map((one) => (one.id === subject.id ? after : one))
    : [...poll.subjects, after]
}

/** Grades and 弃权 are at most the ballots that came back: of the subject, else of the class. */
function checkBallots({ row }: PollRow, result: PollResult | null, pile: PollClass): void {
  const returned = row.has('收回票') ? row.whole('收回票') : null
  const most = returned ?? result?.returned ?? pile.returned
  if (result === null || most === null) return
  const ballots = validOf(result.overall) + result.overall.abstained
  if (ballots > most)
    row.refuse('收回票', 'tally-above-returned', `为 ${most} 张，少于各等次和弃权合计的 ${ballots} 票，请核对票数`)
}

/** More than the store can hold of one poll. */
function checkRoom({ row }: PollRow, { classes, subjects }: Poll): void {
  if (classes.length > 12) row.refuse('票类', 'content-not-allowed', '太多：一次测评最多 12 个票类')
  if (subjects.length > 500) row.refuse('被测评对象', 'content-not-allowed', '太多：一次测评最多 500 个对象')
}

const refuseSettled = ({ row }: PollRow): void =>
  row.refuse(
    '测评编号',
    'record-final',
    '所指的测评等次已经确定，内容与系统不同，不能由导入改动；需要更正时请先在系统中重新打开'
  )

/** What a row makes of its class and of the subject's ballots; `known` and `before` are what they were. */
function toldBy(one: PollRow, poll: Poll, subject: PollSubject, weight: number | null) {
  const known = poll.classes.find(({ name }) => name === one.className)
  const before = subject.results.find(({ className }) => className === one.className)
  const ballots: Ballots = {
    issued: ballotsIn(one, '发出票', before?.issued ?? null),
    returned: ballotsIn(one, '收回票', before?.returned ?? null)
  }
  const pile = pileOf(one, known, weight, ballots)
  const result = resultOf(one, poll, { ballots, pile, before })
  checkBallots(one, result, pile)
  if (result !== null) return { known, before, pile, result }
  // A row without grades tells of the class only: how many ballots were given out.
  const { issued, returned } = ballots
  return {
    known,
    before,
    result,
    pile: { ...pile, issued: issued ?? pile.issued, returned: returned ?? pile.returned }
  }
}

/** Takes one row in; a row with a fault leaves the poll as it was. */
export function takeRow(
  draft: PollDraft,
  one: PollRow,
  weigh: (weight: StatedWeight) => number,
  around: Around
): PollDraft {
  const { row, className } = one
  const { before: stored, after: poll, seen, weights } = draft
  const found = subjectOf(one, poll, around)
  const subject: PollSubject = 'id' in found ? found : { ...blankSubject, ...found, id: around.newId() }
  const key = `${className}\n${subject.memberId ?? tidyName(subject.name)}`
  if (seen.has(key)) row.refuse('被测评对象', 'key-duplicate', '在同一测评、同一票类中已有一行')
  seen.add(key)
  const isKnown = subject.results.some((result) => result.className === className)
  if (!around.mayTally && isKnown) {
    refuseUnseen(row, '票类')
    return draft
  }
  const weight = weightOf({ draft, one, weigh })
  const { known, before, pile, result } = toldBy(one, poll, subject, weight)
  const isCounted = around.counted.some(({ ownerId, part }) => ownerId === poll.id && part === className)
  const isOther =
    pile.issued !== known?.issued || pile.returned !== known.returned || !sameRecord(before ?? null, result)
  if (isCounted && isOther) refuseCounted(row, '票类')
  const subjects = withResult(poll, subject, result, className)
  const after: Poll = { ...poll, classes: withClass(poll, pile), subjects }
  checkRoom(one, after)
  if (stored !== null && stored.finishedOn !== null && !sameRecord(stored, after)) refuseSettled(one)
  if (row.refused) return draft
  if (weight !== null) weights.set(className, weight)
  return { ...draft, after }
}
