import type { Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { blankLine, isVoid, type LineTally, validOf } from '../ballot/ballot.ts'
import { barsOf } from './bar-rules.ts'
import { type Entry, type Evaluation, type EvaluationGrade, evaluationGrades } from './evaluation.ts'
import type { Advice, Bar, EvaluatedMember, EvaluationPerson, EvaluationResult, ExcellentLimit } from './result.ts'

/** `people` are the branch as it stood on the day of the evaluation, in the order of the roster. */
export type ResultFacts = {
  evaluation: Evaluation
  people: readonly EvaluationPerson[]
  today: Day
  rules: RulesInForce
}

/** Grades of a line by name; abstentions are beside them. */
const gradesIn = ({ counts }: LineTally) => {
  const [excellent = 0, qualified = 0, basic = 0, unqualified = 0] = counts
  return { excellent, qualified, basic, unqualified }
}

/**
 * 建议等次 of §4.2, compared as whole numbers; null without a valid ballot, or where the office has switched the advice
 * off. `barred` by something sure (优秀限制).
 */
export function adviceOf(line: LineTally, barred: boolean, rules: RulesInForce): Advice | null {
  const valid = validOf(line)
  const { excellent, basic, unqualified } = gradesIn(line)
  const share = (name: 'top' | 'bottom' | 'basic' | 'unqualified'): number => rules.number('4.2', name)
  if (valid === 0 || !rules.isOn('4.2')) return null
  if (100 * unqualified > share('unqualified') * valid) return 'unqualified'
  if (100 * (unqualified + basic) > share('basic') * valid) return 'basic'
  if (!barred && share('bottom') * excellent >= share('top') * valid) return 'excellent-candidate'
  return 'qualified'
}

/** Whether somebody may rate himself on the ballot (R4-self); not where that reading is switched off. */
export const mayRateOneself = (rules: RulesInForce): boolean =>
  rules.isOn('R4-self') && rules.number('R4-self', 'allowed') === 1

/** Why no grade is given, in words; null for one who is graded. */
function whyNot({ category, suspended }: EvaluationPerson, entry: Entry | null): string | null {
  if (category === '预备党员') return '预备党员参加评议，不评定等次'
  if (category !== '正式党员') return `${category}不是党员，不评定等次`
  if (suspended !== null) return `${suspended}，不评定等次`
  return entry === null ? '没有列入评议' : null
}

function evaluated(person: EvaluationPerson, valid: boolean, facts: ResultFacts): EvaluatedMember {
  const { evaluation, today, rules } = facts
  const entry = evaluation.entries.find(({ memberId }) => memberId === person.member.id) ?? null
  const whyNotGraded = whyNot(person, entry)
  const graded = whyNotGraded === null
  const counts = entry?.counts ?? blankLine
  const bars: Bar[] = graded ? barsOf(person, { year: evaluation.year, today, rules }) : []
  const barred = bars.some(({ sure }) => sure)
  const advice = graded && valid ? adviceOf(counts, barred, rules) : null
  return {
    ...{ person, entry, graded, whyNotGraded, counts, advice, bars },
    valid: validOf(counts),
    withinLimit: null
  }
}

/**
 * The limit of R4-04. Where the 党委 gives the number and it is not here yet, it is reckoned as by default, and `base`
 * says so.
 */
function limitOf({ evaluation, people, rules }: ResultFacts, members: readonly EvaluatedMember[]): ExcellentLimit {
  const { base, quota } = evaluation
  if (base === 'quota' && quota !== null) return { base, of: quota, limit: quota }
  const of =
    base === 'members'
      ? people.filter(({ category }) => category === '正式党员' || category === '预备党员').length
      : members.filter(({ graded }) => graded).length
  return { base: base === 'members' ? base : 'graded', of, limit: Math.floor(of / rules.number('R4-04', 'oneIn')) }
}

/** Below 0 where `one` stands before `other`: by e/valid, then (e+q)/valid, cross-multiplied; 0 for a tie. */
function ranked(one: EvaluatedMember, other: EvaluatedMember): number {
  const [a, b] = [gradesIn(one.counts), gradesIn(other.counts)]
  const byExcellent = b.excellent * one.valid - a.excellent * other.valid
  if (byExcellent !== 0) return byExcellent
  return (b.excellent + b.qualified) * one.valid - (a.excellent + a.qualified) * other.valid
}

/** Candidates in the limit; those who tie across it are all out, people decide (decisions.md). */
function withLimit(members: readonly EvaluatedMember[], limit: number): EvaluatedMember[] {
  const candidates = members.filter(({ advice }) => advice === 'excellent-candidate')
  return members.map((one) => {
    if (one.advice !== 'excellent-candidate') return one
    const notBehind = candidates.filter((other) => ranked(other, one) <= 0).length
    return { ...one, withinLimit: notBehind <= limit }
  })
}

/** Final grades given to people who are graded. */
function decidedIn(members: readonly EvaluatedMember[]): Record<EvaluationGrade, number> {
  const decided: Record<EvaluationGrade, number> = { 优秀: 0, 合格: 0, 基本合格: 0, 不合格: 0 }
  for (const { graded, entry } of members) if (graded && entry?.final != null) decided[entry.final] += 1
  return decided
}

/** The evaluation by §4.2 as decisions.md reads it: advice is for people to decide on, never the grade itself. */
export function evaluationResult(facts: ResultFacts): EvaluationResult {
  const valid = !facts.evaluation.rounds.some(isVoid)
  const members = facts.people.map((person) => evaluated(person, valid, facts))
  const limit = limitOf(facts, members)
  const decided = decidedIn(members)
  return {
    ...{ valid, limit, decided },
    members: withLimit(members, limit.limit),
    over: Math.max(0, decided[evaluationGrades[0]] - limit.limit)
  }
}

/** One evaluation in report.json (workbook.md); members in the order of the roster. */
export type EvaluationReport = {
  organisation: string
  valid: boolean
  excellentLimit: number
  excellentBase: number
  members: {
    name: string
    valid: number
    excellent: number
    qualified: number
    basic: number
    unqualified: number
    abstained: number
    suggestion: Advice | null
    withinLimit: boolean | null
    graded: boolean
    final: EvaluationGrade | null
  }[]
}

/** For report.json: those with an entry, also when they are not graded. `organisation` is the 编码 of the branch. */
export const evaluationReport = (organisation: string, result: EvaluationResult): EvaluationReport => ({
  organisation,
  valid: result.valid,
  excellentLimit: result.limit.limit,
  excellentBase: result.limit.of,
  members: result.members.flatMap(({ person, entry, counts, valid, advice, withinLimit, graded }) =>
    entry === null
      ? []
      : [
          {
            name: person.member.name,
            valid,
            ...gradesIn(counts),
            abstained: counts.abstained,
            suggestion: advice,
            withinLimit,
            graded,
            final: entry.final
          }
        ]
  )
})
