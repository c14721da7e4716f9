import { type ChecklistMark, isBlankMark } from '../../../shared/features/checklist/checklist.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { ChecklistCall } from './checklist-access.ts'
import { marksOf } from './checklist-repository.ts'
import { dropMark, keepMark } from './checklist-service.ts'

/** Keeps 清单自评 as it stands in the form: one in which nothing is said is taken away. */
export function keepTyped(
  call: ChecklistCall,
  mark: Omit<ChecklistMark, 'id' | 'filedOn'>
): Outcome<ChecklistMark | null> {
  if (!isBlankMark(mark)) return keepMark(call, mark)
  const marks = call.store.read((tables) => marksOf(tables, [mark.organisationId], mark.year))
  const before = marks.find(({ item }) => item === mark.item)
  return before === undefined ? success(null) : dropMark(call, before.id)
}
