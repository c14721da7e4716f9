import { type Count, blankLine, isVoid } from '../../../shared/features/ballot/ballot.ts'
import { type PassDifference, passDifference } from '../../../shared/features/ballot/counting-rules.ts'
import { type ShownLine, shownLine } from '../../../shared/features/ballot/secrecy-rules.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { type Box, boxById, countById, countOfPart } from './ballot-repository.ts'
import { type Pile, pileFacts } from './ballot-owner.ts'
import type { BallotCall } from './ballot-access.ts'
import { slipCounts } from './box-repository.ts'

/** A clerk's pass as a screen may show it: `lines` in the order of the ballot, null for who may not see tallies. */
export type PassView = {
  clerk: string
  ballots: number
  voided: number
  corrected: number
  finished: boolean
  lines: ShownLine[] | null
}

/** A box of votes on this PC; `cast` grows by one with each vote. */
export type BoxView = { state: Box['state']; slips: number; cast: number }

/**
 * Counting of one pile as its page needs it. `stopped`: more came back than were given out. `difference` is there when two
 * passes are done. `settled`: the grades are final, nothing can be counted any more.
 */
export type CountView = Omit<Count, 'passes'> & {
  passes: PassView[]
  stopped: boolean
  difference: PassDifference | null
  box: BoxView | null
  settled: boolean
}

/** What the page of a pile begins with; `count` null: nobody has begun to count. */
export type PileView = { title: string; people: number; settled: boolean; mayTally: boolean; count: CountView | null }

/** Figures only for who may see tallies, never of a box that is not counted, and under the rules for few ballots. */
const passesOf = ({ lines, passes }: Count, mayTally: boolean): PassView[] =>
  passes.map(({ clerk, tally, finished, corrected }) => ({
    ...{ clerk, finished, corrected, ballots: tally.ballots, voided: tally.voided },
    lines: mayTally ? lines.map(({ key }) => shownLine(tally.lines[key] ?? blankLine)) : null
  }))

function viewOf(count: Count, box: BoxView | null, settled: boolean, mayTally: boolean): CountView {
  const [first, second] = count.passes
  const both = first?.finished === true && second?.finished === true
  return {
    ...count,
    passes: passesOf(count, mayTally),
    stopped: isVoid(count),
    difference: both ? passDifference(count.lines, first.tally, second.tally) : null,
    box,
    settled
  }
}

/** The state of a pile's counting. */
export function pileView({ store, today, mayTally }: BallotCall, pile: Pile): Outcome<PileView> {
  return store.read((tables) => {
    const facts = pileFacts(tables, store.reach, pile, today)
    if (!facts.ok) return facts
    const { title, lines, settled } = facts.value
    const found = countOfPart(tables, pile.ownerId, pile.part)
    const box = found === null ? null : boxById(tables, found.id)
    const boxView = box === null ? null : { state: box.state, ...slipCounts(tables, box.id) }
    const count = found === null ? null : viewOf(found, boxView, settled, mayTally)
    const people = new Set(lines.map(({ subject, key }) => `${subject} ${key.split('/')[0]}`)).size
    return success({ title, people, settled, mayTally, count })
  })
}

/** Which pile a count is of, for what is named by the count alone. */
export function pileOfCount({ store }: BallotCall, id: string): Pile | null {
  const count = store.read((tables) => countById(tables, id))
  return count === null ? null : { owner: count.owner, ownerId: count.ownerId, part: count.part }
}
