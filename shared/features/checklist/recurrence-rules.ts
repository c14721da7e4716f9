import { addDays, addMonths, type Day } from '../../kernel/dates.ts'

/** After so many turns without reaching the target a problem goes to the level above (rules.md §12.5). */
export const mostCycles = 3

/** A problem without 期限 is to be put right within so many days (rules.md §12.5: 期限≤90天). */
export const usualDays = 90

/** Months in which losing points on the same item again counts as 复发. */
const recurrenceMonths = 12

/** What the closing of a problem is judged by; `foundOn` where it is known, used only without `dueOn`. */
export type Closable = { dueOn: Day | null; closedOn: Day | null; foundOn: Day | null }

/** The last day to put a problem right; null where neither 期限 nor the day it was found is known. */
export const lastDayOf = ({ dueOn, foundOn }: Closable): Day | null =>
  dueOn ?? (foundOn === null ? null : addDays(foundOn, usualDays))

/** `in-time` and `late` are closed, `overdue` is open past its last day; `open` counts neither way yet. */
export type ClosingState = 'in-time' | 'late' | 'overdue' | 'open'

/** A closing day to come counts for nothing yet. One that was closed without any day to hold it against was in time. */
export function closingState(one: Closable, today: Day): ClosingState {
  const last = lastDayOf(one)
  const closed = one.closedOn !== null && one.closedOn <= today ? one.closedOn : null
  if (closed !== null) return last === null || closed <= last ? 'in-time' : 'late'
  return last !== null && last < today ? 'overdue' : 'open'
}

/** 按期关闭率: problems closed in time of those closed or past their last day. */
export function closingRate(all: readonly Closable[], today: Day): { inTime: number; counted: number } {
  const states = all.map((one) => closingState(one, today)).filter((state) => state !== 'open')
  return { inTime: states.filter((state) => state === 'in-time').length, counted: states.length }
}

/** A turn of PDCA on an item of the checklist: P 改进计划, closed when the item reached its target again. */
export type Turn = { id: string; item: string | null; closedOn: Day | null; cycle: number }

/** A day on which an item was found to lose points. */
export type Loss = { item: string; on: Day }

/** `turn` was closed, and on `lostOn` its item lost points again. */
export type Recurrence = { turn: Turn; lostOn: Day }

/** 复发: the first loss after the closing day, up to the same day twelve months on. One for each turn at most. */
export const recurrencesOf = (turns: readonly Turn[], losses: readonly Loss[]): Recurrence[] =>
  turns.flatMap((turn) => {
    const { item, closedOn } = turn
    if (item === null || closedOn === null) return []
    const until = addMonths(closedOn, recurrenceMonths)
    const [lostOn] = losses
      .filter((loss) => loss.item === item && loss.on > closedOn && loss.on <= until)
      .map(({ on }) => on)
      .sort()
    return lostOn === undefined ? [] : [{ turn, lostOn }]
  })

/** 复发率: turns that recurred of those that were closed on an item. */
export const recurrenceRate = (turns: readonly Turn[], losses: readonly Loss[]): { again: number; closed: number } => ({
  again: recurrencesOf(turns, losses).length,
  closed: turns.filter(({ item, closedOn }) => item !== null && closedOn !== null).length
})

/** What follows on measuring again: it is closed, turns once more, or goes to the level above (上级督办). */
export type NextStep = 'close' | 'again' | 'pass-up'

export const nextStepOf = ({ cycle }: Pick<Turn, 'cycle'>, isReached: boolean): NextStep =>
  isReached ? 'close' : cycle < mostCycles ? 'again' : 'pass-up'
