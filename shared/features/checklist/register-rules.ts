import { addDays, type Day } from '../../kernel/dates.ts'
import { countedTurns, isOfYear, type Rectification } from '../rectification/rectification.ts'
import { closingRate, type Loss, recurrenceRate, recurrencesOf, usualDays } from './recurrence-rules.ts'

/** 按期关闭率 and 复发率 in counts, so that nobody reads a share of two as one of two hundred. */
export type RegisterRates = {
  closing: { inTime: number; counted: number }
  recurrence: { again: number; closed: number }
}

/** The day a problem was begun on: that of its first note, else ninety days before its 期限. */
const begunOn = ({ progress, dueOn }: Rectification): Day | null =>
  progress.map(({ on }) => on).sort()[0] ?? (dueOn === null ? null : addDays(dueOn, -usualDays))

/** First turns that go on from one that was closed: each is a day on which its item was found to lose points again. */
const lossesOf = (all: readonly Rectification[]): Loss[] =>
  all.flatMap((one) => {
    const on = begunOn(one)
    return one.cycle === 1 && one.previousId !== null && one.item !== null && on !== null
      ? [{ item: one.item, on }]
      : []
  })

const byBranch = (all: readonly Rectification[]): Rectification[][] => [
  ...Map.groupBy(all, ({ organisationId }) => organisationId).values()
]

/** The problems (ids) that came back within twelve months after they were closed (rules.md §12.5). */
export function recurringIds(all: readonly Rectification[]): Set<string> {
  const cameBack = new Set(
    byBranch(all)
      .flatMap((own) => recurrencesOf(countedTurns(own), lossesOf(own)))
      .map(({ turn }) => turn.id)
  )
  return new Set(
    all
      .filter(({ cycle, previousId }) => cycle === 1 && previousId !== null && cameBack.has(previousId))
      .map(({ id }) => id)
  )
}

/** The rates of a year's problems; `all` has the other years too, for a problem may come back in the next. */
export function registerRates(all: readonly Rectification[], year: number, today: Day): RegisterRates {
  const counted = (own: readonly Rectification[]) => countedTurns(own).filter((one) => isOfYear(one, year))
  const rates = byBranch(all).map((own) => recurrenceRate(counted(own), lossesOf(own)))
  return {
    closing: closingRate(
      counted(all).map((one) => ({ ...one, foundOn: begunOn(one) })),
      today
    ),
    recurrence: {
      again: rates.reduce((sum, { again }) => sum + again, 0),
      closed: rates.reduce((sum, { closed }) => sum + closed, 0)
    }
  }
}
