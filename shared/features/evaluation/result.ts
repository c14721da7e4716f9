import type { Day } from '../../kernel/dates.ts'
import type { LineTally } from '../ballot/ballot.ts'
import type { Member, MemberCategory } from '../member/member.ts'
import type { Entry, EvaluationGrade, LimitBase } from './evaluation.ts'

/** 建议等次 of rules.md §4.2: what the ballots suggest. People decide (R4-02). */
export const advices = ['excellent-candidate', 'qualified', 'basic', 'unqualified'] as const
export type Advice = (typeof advices)[number]
export const adviceNames: Record<Advice, string> = {
  'excellent-candidate': '优秀候选',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格（须核实）'
}

/** What keeps somebody from 优秀 (优秀限制, rules.md §4.2): 处分, 诫勉, 限期改正, 无故缺席, 欠缴党费, 学时不够. */
export const barIds = ['discipline', 'admonition', 'correction', 'absence', 'dues', 'hours'] as const
export type BarId = (typeof barIds)[number]

/** `sure` false: to be looked into (待核), it does not change the advice; study hours before the year is over. */
export type Bar = { id: BarId; sure: boolean; message: string }

/**
 * A member as the evaluation sees him on its day. `suspended` names why he is not graded (留党察看 and the like).
 * `absences` are those without a reason in the year; `hours` in study hours, `required` 0 where none are asked for;
 * `restricted` (诫勉) and `correcting` (限期改正) are the last day of the effect where it touches the year.
 */
export type EvaluationPerson = {
  member: Member
  category: MemberCategory
  posts: readonly string[]
  groupId: string | null
  suspended: string | null
  absences: number
  hours: { earned: number; required: number }
  restricted: Day | null
  correcting: Day | null
}

/**
 * One member in the result. `whyNotGraded` in words, null for one who is graded; `entry` null while there is none.
 * `advice` null without a valid ballot, where not graded, or in a void vote. `withinLimit` is of candidates only.
 */
export type EvaluatedMember = {
  person: EvaluationPerson
  entry: Entry | null
  graded: boolean
  whyNotGraded: string | null
  counts: LineTally
  valid: number
  advice: Advice | null
  withinLimit: boolean | null
  bars: readonly Bar[]
}

/** The number of 优秀 that R4-04 allows: `of` is N of its base (the quota itself where the 党委 gave one). */
export type ExcellentLimit = { base: LimitBase; of: number; limit: number }

/**
 * The evaluation as it stands. `valid` false: more ballots came back than were given out, all is to be done again.
 * `decided` counts final grades, `over` is by how many 优秀 go beyond the limit (0: none).
 */
export type EvaluationResult = {
  valid: boolean
  limit: ExcellentLimit
  members: readonly EvaluatedMember[]
  decided: Record<EvaluationGrade, number>
  over: number
}
