import { addDays, type Day, daysBetween } from '../../kernel/dates.ts'
import { type HolidayTable, isWorkingDay, publicHolidays } from '../../kernel/working-days.ts'
import type { PlannedPair } from './plan-load.ts'
import type { TalkPlan } from './talk-plan.ts'

/** The days before the end that stay free while there are others (本软件默认口径). */
const spareDays = 7

/**
 * The days a round may use: working days that leave the last 7 free; where there is none, any working day, else any
 * day. Empty when `from` is after `to`.
 */
export function daysFor(from: Day, to: Day, table: HolidayTable = publicHolidays): Day[] {
  const all = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_one, index) => addDays(from, index))
  const working = all.filter((day) => isWorkingDay(day, table))
  const early = working.filter((day) => day <= addDays(to, -spareDays))
  return early.length > 0 ? early : working.length > 0 ? working : all
}

/** A talk on a day; `fixed` for one that was planned before and is not moved. */
type Placed = { pair: PlannedPair; day: Day; fixed: boolean }

const involves = ({ pair }: Placed, memberId: string): boolean => pair.talker === memberId || pair.partner === memberId

/** Days with their talks, and who has one when. */
class Calendar {
  readonly placed: Placed[] = []
  readonly #days: readonly Day[]

  constructor(days: readonly Day[]) {
    this.#days = days
  }

  put(pair: PlannedPair, day: Day, fixed = false): void {
    this.placed.push({ pair, day, fixed })
  }

  #on(memberId: string, day: Day): Placed[] {
    return this.placed.filter((one) => one.day === day && involves(one, memberId))
  }

  #isFree(memberId: string, day: Day): boolean {
    return this.#on(memberId, day).length === 0
  }

  loadOn(day: Day): number {
    return this.placed.filter((one) => one.day === day).length
  }

  clashes({ talker, partner }: PlannedPair, day: Day): number {
    return this.placed.filter((one) => one.day === day && (involves(one, talker) || involves(one, partner))).length
  }

  /**
   * The talks that hang together from `memberId` by having somebody in common on two days, begun with his on `first`;
   * null where one of them is fixed or somebody has two on a day already.
   */
  #chain(memberId: string, first: Day, second: Day): Placed[] | null {
    const chain: Placed[] = []
    let [at, day] = [memberId, first]
    for (;;) {
      const [step, another] = this.#on(at, day)
      if (step === undefined) return chain
      if (another !== undefined || step.fixed || chain.includes(step)) return null
      chain.push(step)
      at = step.pair.talker === at ? step.pair.partner : step.pair.talker
      day = day === first ? second : first
    }
  }

  /** Makes room by swapping two days in a chain of talks; the day that is free for both afterwards, or null. */
  makeRoom({ talker, partner }: PlannedPair): Day | null {
    for (const first of this.#days.filter((day) => this.#isFree(talker, day)))
      for (const second of this.#days.filter((day) => this.#isFree(partner, day))) {
        const chain = this.#chain(partner, first, second)
        if (chain === null || chain.some((one) => involves(one, talker))) continue
        for (const one of chain) one.day = one.day === first ? second : first
        return first
      }
    return null
  }
}

/** The nearest of the days to a place in their row. */
const nearestTo = (target: number, days: readonly Day[], order: ReadonlyMap<Day, number>): Day | undefined =>
  days.reduce<Day | undefined>((best, day) => {
    const far = (one: Day): number => Math.abs((order.get(one) ?? 0) - target)
    return best === undefined || far(day) < far(best) ? day : best
  }, undefined)

/**
 * A day for each talk, in the order they come, spread evenly over the days: the nearest day to its turn that is not
 * full and on which neither has another talk; else any on which neither has; else talks are exchanged between two days
 * to make one free; else the day on which the fewest talks of theirs stand. `plans` are left where they are.
 */
export function placeTalks(
  pairs: readonly PlannedPair[],
  days: readonly Day[],
  plans: readonly Pick<TalkPlan, 'talker' | 'partner' | 'plannedOn'>[]
): { pair: PlannedPair; day: Day }[] {
  const calendar = new Calendar(days)
  const order = new Map(days.map((day, index) => [day, index]))
  for (const { talker, partner, plannedOn } of plans)
    if (order.has(plannedOn)) calendar.put({ talker: talker.memberId, partner: partner.memberId }, plannedOn, true)
  const full = Math.ceil((calendar.placed.length + pairs.length) / days.length)
  pairs.forEach((pair, index) => {
    const target = Math.floor((index * days.length) / pairs.length)
    const free = days.filter((day) => calendar.clashes(pair, day) === 0)
    const notFull = free.filter((day) => calendar.loadOn(day) < full)
    const fewest = (some: readonly Day[], count: (day: Day) => number): Day[] => {
      const least = Math.min(...some.map(count))
      return some.filter((day) => count(day) === least)
    }
    const day =
      nearestTo(target, notFull, order) ??
      nearestTo(
        target,
        fewest(free, (one) => calendar.loadOn(one)),
        order
      ) ??
      calendar.makeRoom(pair) ??
      nearestTo(
        target,
        fewest(days, (one) => calendar.clashes(pair, one)),
        order
      )
    if (day !== undefined) calendar.put(pair, day)
  })
  return calendar.placed
    .filter(({ fixed }) => !fixed)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ pair, day }) => ({ pair, day }))
}
