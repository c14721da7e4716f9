import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { termEndsOn, usualTermYears } from '../../../shared/features/organisation/organisation-rules.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { isDay } from '../../../shared/kernel/dates.ts'

type Term = Pick<Organisation, 'kind' | 'electedOn' | 'termYears'>

/** The end of the term in words, with the sum, as it follows from the fields; null where nothing can be said yet. */
export function termWords({ kind, electedOn, termYears }: Term, rules: RulesInForce): string | null {
  const known = electedOn !== null && isDay(electedOn)
  const usual = usualTermYears(kind, known ? rules.at(electedOn) : rules)
  if (usual === null) return null
  const years = termYears ?? usual
  const whence =
    termYears === null || termYears === usual
      ? `${kind}任期一般 ${usual} 年`
      : `本单位填了 ${years} 年，${kind}一般 ${usual} 年`
  if (!known || !Number.isInteger(years)) return `${whence}。填了选举日期就能算出到期日。`
  const end = termEndsOn({ kind, electedOn, termYears }, rules)
  return end === null ? null : `${whence}，从 ${electedOn} 起算，${end} 到期。`
}
