import { yearOf } from '../../kernel/dates.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { Study } from '../study/study.ts'
import type { Task } from '../task/task.ts'
import { sameRecord } from './ledger-changes.ts'
import type { LedgerRow } from './ledger-row.ts'

/** Organisations and years that are sealed, each as `sealKey`. */
export type SealedYears = ReadonlySet<string>

/** How an organisation and year is named among those that are sealed. */
export const sealKey = ({ organisationId, year }: { organisationId: string; year: number }): string =>
  `${organisationId} ${year}`

/** The years a record belongs to, as the store guards them: none for what goes on into the next year. */
type YearsOf<Value> = (one: Value) => readonly number[]

/** 所属年度 and the year of its day: a 组织生活会 may be held in the spring of the next. */
export const yearsOfMeeting: YearsOf<Meeting> = ({ year, date }) => [...(year === null ? [] : [year]), yearOf(date)]
export const yearsOfStudy: YearsOf<Study> = ({ date }) => [yearOf(date)]
export const yearsOfTask: YearsOf<Task> = ({ dueOn, doneOn }) =>
  doneOn === null || dueOn === null ? [] : [yearOf(dueOn)]
export const yearsOfRectification: YearsOf<Rectification> = ({ year, closedOn }) =>
  closedOn === null ? [] : [year ?? yearOf(closedOn)]
/** Of records with a year of their own. */
export const ownYear = ({ year }: { year: number }): readonly number[] => [year]

/** The sealed year a row would write into, as it is or as it would be; null where it changes nothing or its years are open. */
export function sealedYear<Value extends { organisationId: string }>(
  sealed: SealedYears,
  before: Value | null | undefined,
  after: Value,
  yearsOf: YearsOf<Value>
): number | null {
  if (sealed.size === 0 || (before && sameRecord(before, after))) return null
  for (const one of before ? [before, after] : [after])
    for (const year of yearsOf(one)) if (sealed.has(sealKey({ ...one, year }))) return year
  return null
}

/** Refuses a row for the year it would write into; says whether it did. */
export function refuseSealed(row: LedgerRow, column: string, year: number | null): boolean {
  if (year === null) return false
  row.refuse(
    column,
    'record-final',
    `：这一行要改动 ${year} 年度，这个年度已经封存；要改，先由书记在“材料包”里重新打开这个年度`
  )
  return true
}
