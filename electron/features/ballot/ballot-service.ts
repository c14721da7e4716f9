import type { Tables } from '../../store/store.ts'
import type { Ballot, Count, Pass, Tally } from '../../../shared/features/ballot/ballot.ts'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import {
  ballotsIn,
  blankTally,
  isAgreed,
  isWhole,
  passDifference,
  withBallot,
  withoutBallot
} from '../../../shared/features/ballot/counting-rules.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { slipCounts } from './box-repository.ts'
import { boxById, countOfPart, removeBox, removeCount, saveCount } from './ballot-repository.ts'
import { type BallotCall, drawnProblem, openCount, unknownCount } from './ballot-access.ts'
import { type Pile, pileFacts, settleCount } from './ballot-owner.ts'

/** What is said of a pile before and while it is counted. */
export type PileHead = { issued: number | null; returned: number | null; teller: string | null }

const confirmed = () => failure('count-confirmed', '这次计票已经确认。要改，先选“重新计票”。')

/** Begins to count a pile, on paper or on this PC; its lines stay as they are now, whatever becomes of the roster. */
export function beginCount(call: BallotCall, pile: Pile, way: Count['way']): Outcome<{ id: string }> {
  const { store, today, newId } = call
  return store.write((tables) => {
    const facts = pileFacts(tables, store.reach, pile, today)
    if (!facts.ok) return facts
    const { lines, scale, issued, returned, settled } = facts.value
    if (settled) return failure('record-final', '等次已经确定，不能再计票。')
    if (lines.length === 0) return failure('count-empty', '没有可以测评的人：先加被测评对象，或核对名册。')
    if (countOfPart(tables, pile.ownerId, pile.part) !== null)
      return failure('count-begun', '这批票已经在计了，请刷新。')
    const id = newId()
    const made = { ...pile, id, way, scale, lines, passes: [], teller: null, confirmedOn: null }
    saveCount(tables, { ...made, issued, returned: way === 'desk' ? null : returned })
    return success({ id })
  })
}

/** Of votes on this PC only the slips that were drawn can be put right: not fewer than voted, not more than were made. */
function keepDrawn(tables: Tables, count: Count, { issued, teller }: PileHead): Outcome<null> {
  const { slips, cast } = slipCounts(tables, count.id)
  const problem = issued === null ? null : drawnProblem(issued, { slips, cast })
  if (problem !== null) return problem
  saveCount(tables, { ...count, issued: issued ?? count.issued, teller })
  return success(null)
}

/**
 * 发出, 收回 and 监票人. With more returned than issued the count stands still: the vote is to be held again. Another 收回 asks
 * for the passes to be brought to their end again.
 */
export function keepPileHead(call: BallotCall, id: string, head: PileHead): Outcome<null> {
  return call.store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    if (found.value.confirmedOn !== null) return confirmed()
    const count = found.value
    if (count.way === 'desk') return keepDrawn(tables, count, head)
    const reopened =
      head.returned === count.returned ? count.passes : count.passes.map((one) => ({ ...one, finished: false }))
    saveCount(tables, { ...count, ...head, passes: reopened })
    return success(null)
  })
}

/** Why nothing may be typed into this pass now, or the pass. */
function openPass(count: Count, pass: number): Outcome<Pass> {
  const found = count.passes[pass]
  if (count.confirmedOn !== null) return confirmed()
  if (found === undefined || count.way === 'desk') return unknownCount()
  if (isVoid(count))
    return failure('ballot-void', '收回的票比发出的多，这次测评无效，要重新发票、重新投票。', 'returned')
  return found.finished ? failure('pass-finished', '这一遍已经录完。要改，选“重录这一遍”。') : success(found)
}

const withPass = (count: Count, at: number, pass: Pass): Count => ({
  ...count,
  passes: count.passes.map((one, index) => (index === at ? pass : one))
})

/** Begins a clerk's pass: the first, or the second when the first is done; the two are two people. */
export function beginPass(call: BallotCall, id: string, clerk: string): Outcome<{ pass: number }> {
  return call.store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const count = found.value
    const [first] = count.passes
    if (count.confirmedOn !== null) return confirmed()
    if (count.passes.length > 1 || count.way === 'desk') return failure('pass-begun', '两遍都已经开始，请刷新。')
    if (first !== undefined && !first.finished) return failure('pass-open', '第一遍还没有录完。')
    if (first?.clerk === clerk)
      return failure('same-clerk', `第一遍是${clerk}录的，第二遍要换一个人录，才算复核。`, 'clerk')
    const pass = { clerk, tally: blankTally(count.lines), finished: false, corrected: 0 }
    saveCount(tables, { ...count, passes: [...count.passes, pass] })
    return success({ pass: count.passes.length })
  })
}

const moved = () =>
  failure('count-moved', '这一遍的张数和屏幕上的不一样，可能在另一处录过。屏幕已更新，请核对后接着录。')

function withTyped(count: Count, { tally }: Pass, ballot: Ballot, instead: Ballot | null): Outcome<Tally> {
  if (!isWhole(ballot, count.lines)) return failure('ballot-short', '这张票还没有录完。')
  const rest = instead === null ? tally : withoutBallot(tally, count.lines, instead)
  if (rest === null) return moved()
  const next = withBallot(rest, count.lines, ballot)
  return count.returned !== null && ballotsIn(next) > count.returned
    ? failure('ballots-above-returned', `收回 ${count.returned} 张，已经录满。多出的票请核对收回数。`, 'returned')
    : success(next)
}

/**
 * Puts a ballot into the totals, or another in place of the last one. `seen` is how many the page knows of, `corrected` how many
 * corrections: a ballot or a correction sent twice counts once. No trace of the single ballot stays, nor of when it was typed.
 */
export function putBallot(
  call: BallotCall,
  {
    id,
    pass,
    seen,
    corrected,
    ballot,
    instead
  }: { id: string; pass: number; seen: number; corrected: number; ballot: Ballot; instead: Ballot | null }
): Outcome<{ ballots: number; voided: number; corrected: number }> {
  return call.store.writeUntraced((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const open = openPass(found.value, pass)
    if (!open.ok) return open
    if (ballotsIn(open.value.tally) !== seen || open.value.corrected !== corrected) return moved()
    const tally = withTyped(found.value, open.value, ballot, instead)
    if (!tally.ok) return tally
    const now = corrected + (instead === null ? 0 : 1)
    saveCount(tables, withPass(found.value, pass, { ...open.value, tally: tally.value, corrected: now }))
    return success({ ballots: tally.value.ballots, voided: tally.value.voided, corrected: now })
  })
}

/** Totals a clerk has counted by hand (画正字), in place of ballots typed one by one. Each line adds up to the ballots. */
export function putTotals(
  call: BallotCall,
  { id, pass, tally }: { id: string; pass: number; tally: Tally }
): Outcome<null> {
  return call.store.writeUntraced((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const open = openPass(found.value, pass)
    if (!open.ok) return open
    for (const { key, subject, question } of found.value.lines) {
      const line = tally.lines[key]
      const sum = line === undefined ? 0 : line.counts.reduce((all, one) => all + one, line.abstained)
      const name = question === null ? subject : `${subject}（${question}）`
      if (sum !== tally.ballots)
        return failure('line-sum', `${name}：各等次和弃权合起来是 ${sum} 张，应当是 ${tally.ballots} 张。`, key)
    }
    const lines = Object.fromEntries(
      found.value.lines.map(({ key }) => [key, tally.lines[key] ?? { counts: [0, 0, 0, 0], abstained: 0 }])
    )
    saveCount(tables, withPass(found.value, pass, { ...open.value, tally: { ...tally, lines } }))
    return success(null)
  })
}

/** A pass is done when every ballot that came back is in it. */
export function finishPass(call: BallotCall, id: string, pass: number): Outcome<null> {
  return call.store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const { issued, returned } = found.value
    const open = openPass(found.value, pass)
    if (!open.ok) return open
    if (issued === null || returned === null)
      return failure('pile-unsaid', '先填发出票数和收回票数。', issued === null ? 'issued' : 'returned')
    const typed = ballotsIn(open.value.tally)
    if (typed !== returned)
      return failure('ballots-missing', `收回 ${returned} 张，录了 ${typed} 张，还差 ${returned - typed} 张。`)
    saveCount(tables, withPass(found.value, pass, { ...open.value, finished: true }))
    return success(null)
  })
}

/** A pass is typed anew from the first ballot. The first one takes the second with it only where that has not begun. */
export function redoPass(call: BallotCall, id: string, pass: number): Outcome<null> {
  return call.store.write((tables) => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    const { passes, confirmedOn, lines } = found.value
    const one = passes[pass]
    if (confirmedOn !== null) return confirmed()
    if (one === undefined) return unknownCount()
    saveCount(tables, withPass(found.value, pass, { ...one, tally: blankTally(lines), finished: false }))
    return success(null)
  })
}

/** The agreed totals of a count, or why it cannot be confirmed. */
function agreed({ way, lines, passes, issued, returned }: Count): Outcome<null> {
  const [first, second] = passes
  if (isVoid({ issued, returned }))
    return failure('ballot-void', '收回的票比发出的多，这次测评无效，要重新发票、重新投票。', 'returned')
  if (first === undefined || !first.finished) return failure('pass-open', '票还没有录完。')
  if (issued === null || returned !== ballotsIn(first.tally))
    return failure('ballots-missing', '录的张数和收回的票数对不上，请核对发出和收回。', 'returned')
  if (way === 'desk') return success(null)
  if (second === undefined || !second.finished)
    return failure('pass-open', '还没有复核：换一个人把票再录一遍，两遍一致才能确认。')
  const difference = passDifference(lines, first.tally, second.tally)
  if (isAgreed(difference)) return success(null)
  const names = lines.filter(({ key }) => difference.lines.includes(key)).map(({ subject }) => subject)
  const who = [...new Set(names)]
  return failure('passes-differ', `两遍不一致：${who.length > 0 ? who.join('、') : '票的张数'}。请核对后重录其中一遍。`)
}

/** What was just destroyed is not left in the write-ahead log either. */
const emptyLog = (store: BallotCall['store']): void => store.writeUntraced(() => undefined)

/** The totals go into the record. Of votes on this PC the sealed ballots, the slips and the key are destroyed. */
export function confirmCount(call: BallotCall, id: string): Outcome<null> {
  const { store, today, newId } = call
  const done = store.write((tables): Outcome<null> => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    if (found.value.confirmedOn !== null) return confirmed()
    const ready = agreed(found.value)
    if (!ready.ok) return ready
    const count = { ...found.value, confirmedOn: today }
    saveCount(tables, count)
    settleCount(tables, count, false, newId)
    removeBox(tables, id)
    return success(null)
  })
  if (done.ok) emptyLog(store)
  return done
}

/** Throws a count away with its totals, to count again or to hold the vote again. */
export function dropCount(call: BallotCall, id: string): Outcome<null> {
  const { store, newId } = call
  const done = store.write((tables): Outcome<null> => {
    const found = openCount(call, tables, id)
    if (!found.ok) return found
    if (found.value.confirmedOn !== null && !call.mayTally)
      return failure('not-allowed', '已经确认的计票由书记或组织委员重新打开。')
    if (boxById(tables, id)?.state === 'open') return failure('box-open', '投票箱还开着。先结束投票。')
    if (found.value.confirmedOn !== null) settleCount(tables, found.value, true, newId)
    removeBox(tables, id)
    removeCount(tables, id)
    return success(null)
  })
  if (done.ok) emptyLog(store)
  return done
}
