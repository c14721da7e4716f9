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
