import { compare, typed } from '../../kernel/fraction.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Appraisal, CadreGrade } from './appraisal.ts'
import type { CadreBallots, CadreFacts } from './cadre-facts.ts'
import type { NegativeAnswer } from './negative-rules.ts'

/**
 * What the figures suggest for a cadre (rules.md §6.2, 6.4-grade), and in a sentence why; `grade` null while there is nothing to
 * go by. 优秀 is a candidate: whether he is within the limit is another question.
 */
export type GradeAdvice = { grade: CadreGrade | null; says: string }

/** Of several polls of a year the last one whose figures may be shown. */
export const countingBallots = ({ ballots }: Pick<CadreFacts, 'ballots'>): CadreBallots | null =>
  [...ballots]
    .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1))
    .findLast(({ score, hidden }) => score !== null && hidden === null) ?? null

const poorHearings: readonly string[] = ['一般', '差']

/** What keeps a cadre with enough points from 优秀. */
function obstacles({ hearings }: CadreFacts, negatives: readonly NegativeAnswer[]): string[] {
  const found = negatives.filter((one) => one.found === true).length
  const heard = hearings.find(({ final }) => poorHearings.includes(final ?? ''))
  return [
    ...(found === 0 ? [] : [`负面清单有 ${found} 项`]),
    ...(heard === undefined ? [] : [`述职评议为“${heard.final}”`])
  ]
}

/** The grade the figures of a cadre suggest. The score is compared as it is shown, with two digits. */
export function adviceOf(facts: CadreFacts, negatives: readonly NegativeAnswer[], rules: RulesInForce): GradeAdvice {
  if (!rules.isOn('6.4-grade')) return { grade: null, says: '本单位不出建议等次。' }
  const ballots = countingBallots(facts)
  if (ballots === null) {
    const why = facts.ballots.find(({ hidden }) => hidden !== null)?.hidden ?? '还没有干部测评'
    return { grade: null, says: `${why}，没有建议。` }
  }
  const { score, unqualified, lacksPositive } = ballots
  if (unqualified) return { grade: '不称职', says: '不称职率超过三分之一，须核实。' }
  if (lacksPositive) return { grade: '基本称职', says: '优秀、称职率合计不足三分之二。' }
  const line = rules.number('6.4-grade', 'best')
  if (compare(typed(Number(score)), typed(line)) < 0)
    return { grade: '称职', says: `测评 ${score} 分，不够优秀候选的 ${line} 分。` }
  const why = obstacles(facts, negatives)
  if (why.length > 0) return { grade: '称职', says: `测评 ${score} 分，${why.join('，')}，不列为优秀候选。` }
  return { grade: '优秀', says: `测评 ${score} 分，够优秀候选的 ${line} 分。` }
}

/** Below 0 where `one` stands before `other`: by score, then by the share of 优秀; 0 for a tie. */
function ranked(one: CadreBallots | null, other: CadreBallots | null): number {
  const share = (ballots: CadreBallots | null): number => Number(ballots?.shares?.['优秀'] ?? 0)
  return Number(other?.score ?? 0) - Number(one?.score ?? 0) || share(other) - share(one)
}

/** People appraised: as somebody stated, and never fewer than those that are listed. */
export const participantsOf = ({ participants, entries }: Pick<Appraisal, 'participants' | 'entries'>): number =>
  Math.max(participants ?? 0, entries.length)

/** 优秀名额: what the level above gave, else by share of those appraised, rounded down (§6.2). */
export const limitOf = (
  appraisal: Pick<Appraisal, 'participants' | 'quota' | 'entries'>,
  rules: RulesInForce
): number => appraisal.quota ?? Math.floor((participantsOf(appraisal) * rules.number('6.2-best', 'percent')) / 100)

/** Whether there is a limit at all: a share of a single cadre is none. */
export const hasLimit = (appraisal: Pick<Appraisal, 'participants' | 'quota' | 'entries'>): boolean =>
  appraisal.quota !== null || participantsOf(appraisal) > 1

/** Candidates for 优秀 within the limit, by member; of those who tie across it none is (people decide). */
export function withinLimit(
  candidates: readonly { memberId: string; ballots: CadreBallots | null }[],
  limit: number
): ReadonlySet<string> {
  const ordered = [...candidates].sort((one, other) => ranked(one.ballots, other.ballots))
  const [last, next] = [ordered[limit - 1], ordered[limit]]
  const inside = ordered.slice(0, limit)
  if (last === undefined || next === undefined || ranked(last.ballots, next.ballots) !== 0)
    return new Set(inside.map(({ memberId }) => memberId))
  return new Set(inside.filter(({ ballots }) => ranked(ballots, next.ballots) < 0).map(({ memberId }) => memberId))
}
