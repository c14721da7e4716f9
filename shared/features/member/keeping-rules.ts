import { addYears, type Day } from '../../kernel/dates.ts'
import type { Member } from './member.ts'

/** The last day somebody was on the roster; null while a spell is open. */
export function lastDayOf(member: Pick<Member, 'memberships'>): Day | null {
  const ends = member.memberships.map((spell) => spell.to)
  return ends.reduce<Day | null>(
    (last, end) => (end === null || last === null ? null : end > last ? end : last),
    ends[0] ?? null
  )
}

/** Whether the particulars of a former member may be cleared: every spell ended longer ago than the office keeps them (PIPL art. 19, 47). */
export function mayBeErased(member: Pick<Member, 'memberships'>, today: Day, formerYears: number): boolean {
  const last = lastDayOf(member)
  return last !== null && addYears(last, formerYears) < today
}
