import type { Tables } from '../../store/store.ts'
import type { BranchYear, ChecklistCall } from './checklist-access.ts'
import { saveChange } from './checklist-repository.ts'

/** What was changed: `item` of the list, a veto, 加分, or '' for the round as a whole. */
type Subject = BranchYear & { item: string }

/** Keeps who changed what and when; `before` and `after` as a person reads them. What is the same leaves no line. */
export function logChange(
  { newId, now, accountName }: ChecklistCall,
  tables: Tables,
  { organisationId, year, item }: Subject,
  [before, after]: readonly [string, string],
  reason: string | null = null
): void {
  if (before === after) return
  saveChange(tables, { ...{ id: newId(), organisationId, year, item, at: now, accountName }, before, after, reason })
}
