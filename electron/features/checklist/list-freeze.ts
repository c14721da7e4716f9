import type { Tables } from '../../store/store.ts'
import type { ChecklistCall } from './checklist-access.ts'
import { type ListKey, listFor } from './checklist-lists.ts'
import { saveVersion } from './checklist-repository.ts'

/** From now on the list of the year stays as it is: points are given by it. */
function freezeList(call: ChecklistCall, tables: Tables, key: ListKey, year: number): void {
  const found = listFor(tables, key, year)
  if (found === null || (found.version !== null && found.version.frozenOn !== null)) return
  const blank = { selfDue: null, meetingDue: null, reviewDue: null, publishDue: null }
  saveVersion(tables, {
    ...(found.version ?? { ...blank, id: call.newId(), key, year, content: found.content, changedOn: call.today }),
    frozenOn: call.today
  })
}

/** The same of the standard list too where another goes by it (四强). */
export function freezeLists(call: ChecklistCall, tables: Tables, key: ListKey, year: number): void {
  for (const one of new Set<ListKey>([key, 'standard'])) freezeList(call, tables, one, year)
}
