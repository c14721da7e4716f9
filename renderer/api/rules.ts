import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../shared/kernel/dates.ts'
import { builtInBook } from '../../shared/rulebook/rule-book.ts'
import { type RulesInForce, rulesInForce, rulesOfYear } from '../../shared/rulebook/rules-in-force.ts'
import { api, type Outputs } from './client.ts'

/** How long the book is taken as it came, in milliseconds: its day goes on. */
const fresh = 600_000

/** The office's rule book; kept between screens, and asked for anew when it was changed here. Undefined until it has come. */
export const useRuleBook = (): Outputs['rule']['book'] | undefined =>
  useQuery({
    ...api.rule.book.queryOptions(),
    staleTime: fresh,
    gcTime: Number.POSITIVE_INFINITY
  }).data

/** The program's own rules have one edition each, so that every day gives the same. */
const anyDay: Day = '2100-12-31'

/** The rules on a day, of a year as it stands today, or of today; the program's own until the office's book has come. */
export function useRules(at?: Day | number): RulesInForce {
  const book = useRuleBook()
  const today = book?.today ?? anyDay
  if (typeof at === 'number') return rulesOfYear(book ?? builtInBook, at, today)
  return rulesInForce(book ?? builtInBook, at ?? today)
}
