import type { ChecklistItem } from '../../../shared/features/checklist/checklist.ts'
import { itemsOf } from '../../../shared/features/checklist/checklist.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { listsOf } from './checklist-lists.ts'

/**
 * A call about checklists: `now` an ISO time, `may.talks` to see who has not talked with whom, `may.settle` to change lists, to
 * state vetoes and to publish results.
 */
export type ChecklistCall = {
  store: Store
  today: Day
  now: string
  newId: () => string
  accountName: string
  may: { write: boolean; talks: boolean; settle: boolean }
}

/** A branch and a year. */
export type BranchYear = { organisationId: string; year: number }

/** The branch that is meant, when it is within reach. */
export function checkedBranch({ store }: ChecklistCall, tables: Tables, organisationId: string): Outcome<Organisation> {
  const organisation = organisationById(tables, organisationId)
  if (organisation === null || !isBranch(organisation))
    return failure('organisation-unknown', '请选择一个党支部：清单以支部为单位。', 'organisationId')
  return inReach(store.reach, organisationId) ? success(organisation) : outOfReach('organisationId')
}

/** The item of that number in a list of the year. */
export function itemOf(tables: Tables, year: number, id: string): Outcome<ChecklistItem> {
  const item = listsOf(tables, year)
    .flatMap(({ content }) => itemsOf(content))
    .find((one) => one.id === id)
  return item === undefined
    ? failure('item-unknown', `${year} 年度的清单里没有 ${id} 这一项，请核对项目编号。`, 'item')
    : success(item)
}
