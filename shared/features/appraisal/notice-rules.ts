import { addDays, type Day } from '../../kernel/dates.ts'
import { isWorkingDay, workingDaysAfter } from '../../kernel/working-days.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'

/** The last day of a 公示 that begins on `from` and runs as many working days as 6.4-notice asks for, the first one counted. */
export const noticeEnd = (from: Day, rules: RulesInForce): Day =>
  workingDaysAfter(addDays(from, -1), rules.number('6.4-notice', 'days'), rules.holidays).day

/** Working days of a 公示, both ends counted; 0 where it ends before it begins. */
export function noticeDays(from: Day, to: Day, rules: RulesInForce): number {
  let count = 0
  // Nobody displays a list for more than a year: an odd day typed by mistake must not hold the page up.
  for (let day = from, left = 366; day <= to && left > 0; day = addDays(day, 1), left -= 1)
    if (isWorkingDay(day, rules.holidays)) count += 1
  return count
}
