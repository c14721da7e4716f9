import type { Count } from '../../../shared/features/ballot/ballot.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { pileFacts } from './ballot-owner.ts'
import { countById } from './ballot-repository.ts'

/** What a step of counting needs; `mayTally`: whether the one at the keyboard may see totals (security.md §9). */
export type BallotCall = { store: Store; today: Day; newId: () => string; mayTally: boolean }

export const unknownCount = () => failure('count-unknown', '找不到这次计票，可能已被删除。')

/** A count within reach whose record is not settled, so that it may still be worked on. */
export function openCount({ store, today }: BallotCall, tables: Tables, id: string): Outcome<Count> {
  const count = countById(tables, id)
  if (count === null) return unknownCount()
  const facts = pileFacts(tables, store.reach, count, today)
  if (!facts.ok) return facts
  return facts.value.settled
    ? failure('record-final', '等次已经确定，票数不能再改。要改，先重新打开评定。')
    : success(count)
}

/** Why so many slips cannot have been drawn: fewer than were voted with, or more than were made. */
export function drawnProblem(issued: number, { slips, cast }: { slips: number; cast: number }) {
  if (issued < cast) return failure('slips-few', `已经投了 ${cast} 张，抽出的纸条不会更少。`, 'issued')
  return issued > slips ? failure('slips-few', `一共只印了 ${slips} 张纸条，抽出的不会更多。`, 'issued') : null
}
