import { type Day, partsOf, weekdayName, within } from '../../kernel/dates.ts'
import { type HolidayTable, isWorkingDay } from '../../kernel/working-days.ts'
import { meetingTitle, type MeetingType } from '../meeting/meeting.ts'
import { labelOf } from '../organisation/organisation.ts'
import { dayOff, nearest } from './day-rules.ts'
import { blankEntry, type NewEntry } from './plan.ts'
import type { PlanBranch, PlanUnit, YearPeriods } from './wanted-rules.ts'

/** An entry that is put forward: `organisation` is what its organisation is called, `why` the day is this one, in words. */
export type Proposal = NewEntry & { organisation: string; title: string; why: string }

/** Days, both ends included. */
export type Span = { from: Day; to: Day }
type Placed = { day: Day; why: string }

const titleOf = ({ types, plannedOn }: Pick<NewEntry, 'types' | 'plannedOn'>): string =>
  meetingTitle({ name: null, types, year: partsOf(plannedOn).year, date: plannedOn })

/** Finds days for one branch and its groups and keeps in mind which are taken. */
export class Days {
  readonly #taken = new Map<string, Set<Day>>()
  readonly #branch: PlanBranch
  readonly #today: Day
  readonly holidays: HolidayTable
  readonly proposals: Proposal[] = []

  constructor(branch: PlanBranch, { today, holidays }: Pick<YearPeriods, 'today' | 'holidays'>) {
    this.#branch = branch
    this.#today = today
    this.holidays = holidays
    for (const unit of [branch, ...branch.groups])
      this.#taken.set(
        unit.organisation.id,
        new Set([...unit.meetings.map(({ date }) => date), ...unit.entries.map(({ plannedOn }) => plannedOn)])
      )
  }

  #isFree(unit: PlanUnit, day: Day): boolean {
    return this.#taken.get(unit.organisation.id)?.has(day) !== true
  }

  /** The branch and its groups share their people; two groups do not. */
  #isFreeForAll(unit: PlanUnit, day: Day): boolean {
    const others = unit === this.#branch ? this.#branch.groups : [this.#branch]
    return [unit, ...others].every((one) => this.#isFree(one, day))
  }

  /** What is left of a span from today and from the start on; null where it is over. */
  open({ from, to }: Span, start: Day): Span | null {
    const first = [from, start, this.#today].reduce((one, other) => (one > other ? one : other))
    return first > to ? null : { from: first, to }
  }

  /** The nearest free working day, else the nearest free day; null where every day has something already. */
  #place(unit: PlanUnit, { from, to }: Span, preferred: Day): Placed | null {
    const days = nearest(from, to, preferred)
    const working = days.filter((day) => isWorkingDay(day, this.holidays))
    const day = working.find((one) => this.#isFreeForAll(unit, one)) ?? working.find((one) => this.#isFree(unit, one))
    if (day !== undefined) return { day, why: '' }
    const off = days.find((one) => this.#isFree(unit, one))
    return off === undefined
      ? null
      : { day: off, why: `没有空着的工作日，排在${dayOff(off, this.holidays) ?? weekdayName(off)}` }
  }

  /**
   * One more proposal; where no day is free it goes together with one of the same span that is of other types. False where
   * there is no such either.
   */
  propose(unit: PlanUnit, types: MeetingType[], span: Span, preferred: Day, sayWhy: (day: Day) => string): boolean {
    const placed = this.#place(unit, span, preferred)
    if (placed === null) return this.#join(unit, types, span)
    const { organisation } = unit
    const { day } = placed
    const { id: _id, meetingId: _meetingId, ...entry } = blankEntry(organisation.id, day, types)
    const why = placed.why === '' ? sayWhy(day) : placed.why
    this.proposals.push({ ...entry, organisation: labelOf(organisation), title: titleOf(entry), why })
    this.#taken.get(organisation.id)?.add(day)
    return true
  }

  #join({ organisation }: PlanUnit, types: readonly MeetingType[], { from, to }: Span): boolean {
    const together = this.proposals.find(
      (one) =>
        one.organisationId === organisation.id &&
        within(one.plannedOn, from, to) &&
        !one.types.some((type) => types.includes(type))
    )
    if (together === undefined) return false
    together.types = [...together.types, ...types]
    together.title = titleOf(together)
    together.why = '这一期没有空着的日子，合并召开'
    return true
  }
}
