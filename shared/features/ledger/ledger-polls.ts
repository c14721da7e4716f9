import { tidyCode } from '../../kernel/cell-text.ts'
import type { Day } from '../../kernel/dates.ts'
import type { RuleBook } from '../../rulebook/rule-book.ts'
import { rulesOfYear } from '../../rulebook/rules-in-force.ts'
import type { ScaleId } from '../ballot/ballot.ts'
import type { Poll } from '../poll/poll.ts'
import { startingClassesOf } from '../poll/poll-rules.ts'
import type { Changes, CountedPile } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { type PollDraft, pendingWeight, takeRow } from './ledger-poll-draft.ts'
import { checkHeads, scaleOf } from './ledger-poll-grades.ts'
import { type PollRow, readPollRow, weightReader } from './ledger-poll-row.ts'
import type { Surroundings } from './ledger-posts.ts'
import type { LedgerRow } from './ledger-row.ts'
import { ownYear, refuseSealed, sealedYear } from './ledger-seal.ts'

/** `counted` are the piles whose figures come from a count of this program. */
export type PollSurroundings = Surroundings & {
  today: Day
  book: RuleBook
  counted: readonly CountedPile[]
  mayTally: boolean
}

/** Rows of one number tell of one poll: where one says otherwise than the first, it is refused. */
function refuseOthers(rows: readonly PollRow[]): void {
  const [first] = rows
  if (first === undefined) return
  const headOf = ({ name, organisation, year, kind }: PollRow): [string, string][] => [
    ['名称', name],
    ['组织编码', organisation.code],
    ['年度', String(year)],
    ['种类', kind]
  ]
  const head = new Map(headOf(first))
  for (const one of rows) {
    const other = headOf(one).find(([column, value]) => head.get(column) !== value)
    if (other === undefined) continue
    const [column] = other
    const words = `“${one.number}”在本表第 ${first.row.number} 行的“${column}”是“${head.get(column) ?? ''}”，同一编号的各行应一致`
    one.row.refuse('测评编号', 'key-duplicate', words)
  }
}

function newPoll({ number, name, organisation, year, kind }: PollRow, scale: ScaleId, today: Day): Poll {
  return {
    ...{ id: '', number, name, organisationId: organisation.id, year, kind, scale, date: null, meetingId: null },
    ...{ classes: [], questions: [], subjects: [], quota: null, overReason: null, finishedOn: null, recordedOn: today }
  }
}

/** A scale with ballots in it is not changed by a file. */
const fixedScale = (stored: Poll | null, counted: readonly CountedPile[]): ScaleId | null =>
  stored !== null &&
  (stored.subjects.some(({ results }) => results.length > 0) || counted.some(({ ownerId }) => ownerId === stored.id))
    ? stored.scale
    : null

/** Classes without a stated weight: the one of the kind, else an equal part of what the others leave. */
function withWeights(poll: Poll, { book, today }: PollSurroundings): Poll {
  const usual = new Map(
    startingClassesOf(poll.kind, rulesOfYear(book, poll.year, today)).map(({ name, weight }) => [name, weight])
  )
  const known = poll.classes.map((one) =>
    one.weight === pendingWeight ? { ...one, weight: usual.get(one.name) ?? pendingWeight } : one
  )
  const stated = known.filter(({ weight }) => weight !== pendingWeight).reduce((sum, { weight }) => sum + weight, 0)
  const open = known.filter(({ weight }) => weight === pendingWeight).length
  const rest = stated < 10_000 ? Math.floor((10_000 - stated) / open) : Math.floor(10_000 / known.length)
  return { ...poll, classes: known.map((one) => (one.weight === pendingWeight ? { ...one, weight: rest } : one)) }
}

/** Ballots of it are being counted, or are in it. */
const isFixed = (poll: Poll, { counted }: PollSurroundings): boolean =>
  counted.some(({ ownerId }) => ownerId === poll.id) || poll.subjects.some(({ results }) => results.length > 0)

const movesAway = (poll: Poll, { organisation, year, kind }: PollRow): boolean =>
  poll.organisationId !== organisation.id || poll.year !== year || poll.kind !== kind

/** The rows of one number, in their order. Those with a fault are left out. */
function planPoll(rows: readonly PollRow[], stored: Poll | null, around: PollSurroundings): PollDraft | null {
  refuseOthers(rows.filter(({ row }) => !row.refused))
  const sound = rows.filter(({ row }) => !row.refused)
  const [first] = sound
  if (first === undefined) return null
  const scale = scaleOf(sound, first.kind, fixedScale(stored, around.counted))
  const { name, kind, year, organisation } = first
  if (stored !== null && isFixed(stored, around) && movesAway(stored, first)) {
    for (const { row } of sound)
      row.refuse('测评编号', 'record-final', '所指的测评已经计票，组织、年度和种类不能由导入改动；请核对测评编号')
    return null
  }
  const base = stored ?? newPoll(first, scale, around.today)
  let draft: PollDraft = {
    before: stored,
    after: { ...base, name, kind, year, organisationId: organisation.id, scale },
    seen: new Set(),
    weights: new Map()
  }
  const weigh = weightReader(sound)
  for (const one of sound) {
    checkHeads(one, scale)
    draft = takeRow(draft, one, weigh, around)
  }
  if (sound.every(({ row }) => row.refused)) return null
  return { ...draft, after: withWeights(draft.after, around) }
}

/** Plans the sheet 测评. Key: 测评编号+票类+被测评对象; the rows of one 测评编号 make one poll. */
export function planPolls(
  rows: readonly LedgerRow[],
  stored: readonly Poll[],
  around: PollSurroundings
): Changes<Poll> {
  const known = new Map(stored.map((poll) => [tidyCode(poll.number), poll]))
  const read = rows.flatMap((row) => readPollRow(row, around) ?? [])
  const changes = noChanges<Poll>()
  for (const [number, own] of Map.groupBy(read, (one) => one.number)) {
    const draft = planPoll(own, known.get(number) ?? null, around)
    if (draft === null) continue
    const year = sealedYear(around.sealed, draft.before, draft.after, ownYear)
    for (const { row } of own) refuseSealed(row, '年度', year)
    const id = draft.after.id === '' ? around.newId() : draft.after.id
    if (year === null) settle(changes, draft.before, { ...draft.after, id })
  }
  return changes
}
