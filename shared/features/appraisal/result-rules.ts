import type { Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Appraisal, AppraisalEntry } from './appraisal.ts'
import type { CadreFacts } from './cadre-facts.ts'
import { adviceOf, countingBallots, type GradeAdvice, hasLimit, limitOf, withinLimit } from './grade-rules.ts'
import { type NegativeAnswer, negativesOf } from './negative-rules.ts'

/** A cadre as the appraisal has him; `withinLimit` is of candidates for 优秀 only, `missing` what his pack still lacks. */
export type AppraisedCadre = {
  entry: AppraisalEntry
  facts: CadreFacts
  negatives: readonly NegativeAnswer[]
  advice: GradeAdvice
  withinLimit: boolean | null
  missing: readonly string[]
}

/** An appraisal as it stands: `limit` best grades allowed, `over` by how many there are more (0 where no limit applies). */
export type AppraisalResult = { cadres: readonly AppraisedCadre[]; limit: number; over: number }

export type AppraisalGround = {
  appraisal: Appraisal
  /** One for each entry that is to be judged. */
  facts: readonly CadreFacts[]
  today: Day
  rules: RulesInForce
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** What a cadre's pack lacks, in the order of §6.4; what he is told is asked for only once 公示 is over. */
export function missingOf(
  entry: AppraisalEntry,
  facts: Pick<CadreFacts, 'ballots'>,
  negatives: readonly Pick<NegativeAnswer, 'answered'>[],
  isToldTime: boolean
): string[] {
  const missing: [string, boolean][] = [
    ['个人总结', isBlank(entry.summary)],
    ['民主测评', !facts.ballots.some(({ counted }) => counted)],
    ['述职报告', isBlank(entry.duty)],
    ['负面清单', negatives.some(({ answered }) => !answered)],
    ['建议等次', entry.grade === null],
    ['反馈', isToldTime && isBlank(entry.feedback)]
  ]
  return missing.flatMap(([name, lacks]) => (lacks ? [name] : []))
}

/** The whole appraisal by the rules; cadres in the order of `facts`. */
export function appraisalResult({ appraisal, facts, today, rules }: AppraisalGround): AppraisalResult {
  const { year, noticeTo } = appraisal
  const entries = new Map(appraisal.entries.map((entry) => [entry.memberId, entry]))
  const isToldTime = noticeTo !== null && today > noticeTo
  const judged = facts.flatMap((one) => {
    const entry = entries.get(one.memberId)
    if (entry === undefined) return []
    const negatives = negativesOf(entry, { facts: one, year, today, rules })
    const missing = missingOf(entry, one, negatives, isToldTime)
    return [{ entry, facts: one, negatives, advice: adviceOf(one, negatives, rules), missing }]
  })
  const limit = limitOf(appraisal, rules)
  const candidates = judged
    .filter(({ advice }) => advice.grade === '优秀')
    .map(({ facts: own }) => ({ memberId: own.memberId, ballots: countingBallots(own) }))
  const inside = withinLimit(candidates, hasLimit(appraisal) ? limit : candidates.length)
  const best = appraisal.entries.filter(({ grade }) => grade === '优秀').length
  return {
    cadres: judged.map((one) => ({
      ...one,
      withinLimit: one.advice.grade === '优秀' ? inside.has(one.entry.memberId) : null
    })),
    limit,
    over: hasLimit(appraisal) ? Math.max(0, best - limit) : 0
  }
}
