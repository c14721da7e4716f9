import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isVoid, scales } from '../ballot/ballot.ts'
import type { Poll } from './poll.ts'
import { fewestShown } from './poll-rules.ts'
import type { ClassResult, PollOutcome, SubjectResult } from './result.ts'

/** `stop`: the record would be wrong; `warn` is for people to weigh. `field` is the path in the poll, or in the subject. */
export type PollFinding = {
  code:
    | 'over-limit'
    | 'final-not-of-scale'
    | 'reason-missing'
    | 'differs'
    | 'negative'
    | 'interview'
    | 'returned-above-issued'
    | 'tally-above-returned'
    | 'weights-scaled'
  ruleId: RuleId
  level: 'stop' | 'warn'
  message: string
  subjectId: string | null
  field: string
}

/** A poll with its outcome by the same rules. */
type PollFacts = { poll: Poll; outcome: PollOutcome; rules: RulesInForce }
type Said = Omit<PollFinding, 'subjectId' | 'level'>
const when = <One>(condition: boolean, ...found: One[]): One[] => (condition ? found : [])
const blank = (text: string | null): boolean => text === null || text.trim() === ''

type Returned = Pick<ClassResult, 'name' | 'issued' | 'returned'>

/** “上评”票类; a poll with one class only may have no name for it. */
const classWords = (name: string): string => (name === '' ? '' : `“${name}”票类`)

const voided = ({ name, issued, returned }: Returned): Said => ({
  ...{ code: 'returned-above-issued', ruleId: 'R2-19', field: 'classes' },
  message: `${classWords(name)}收回 ${returned} 张，多于发出的 ${issued} 张，全部作废，应重新测评；得分里没有计入。`
})

/** Of one subject's own ballots; what the class itself says is told once, for the whole poll. */
function ofClass({ name, issued, returned, overall, valid, ...one }: ClassResult, { classes }: Poll): Said[] {
  const marks = valid + overall.abstained
  const own = !classes.some((whole) => whole.name === name && whole.issued === issued && whole.returned === returned)
  return [
    ...when(one.void && own, { ...voided({ name, issued, returned }), field: 'results' }),
    ...when(returned !== null && marks > returned, {
      ...({ code: 'tally-above-returned', ruleId: '6.2', field: 'results' } as const),
      message: `${classWords(name)}各等次和弃权合计 ${marks} 票，多于收回的 ${returned} 张，请核对。`
    })
  ]
}

/** Fewer valid ballots than this in all: nothing is said of how they fell (security.md §3.6). */
const fewestInAll = 5

/** 任一侧的“差”率超过三分之一 (§12.8); nothing where so few voted that it would give single ballots away. */
const badSides = ({ classes, valid }: SubjectResult): ClassResult[] =>
  (valid < fewestInAll ? [] : classes).filter(
    (one) => !one.void && one.valid >= fewestShown && 3 * (one.overall.counts[3] ?? 0) > one.valid
  )

function ofGrade({ subject, comprehensive }: SubjectResult, poll: Poll, final: string): Said[] {
  const { name, reason, negative } = subject
  const grades: readonly string[] = scales[poll.scale]
  const advice = comprehensive?.advice ?? null
  const last = final === grades.at(-1)
  const ruleId = poll.kind === '述职评议' ? '6.3' : '6.2'
  return [
    ...when(last && blank(reason), {
      ...({ code: 'reason-missing', ruleId, field: 'reason' } as const),
      message: `${name}评为${final}，缺理由，请写明。`
    }),
    ...when(!last && advice !== null && advice !== final && blank(reason), {
      ...({ code: 'differs', ruleId: '6.3-score', field: 'reason' } as const),
      message: `${name}评为${final}，综合得分的建议是${advice}，请写明理由。`
    }),
    ...when(final === grades[0] && !blank(negative), {
      ...({ code: 'negative', ruleId, field: 'final' } as const),
      message: `${name}有负面事项，又评为${final}，请核对。`
    })
  ]
}

function ofSubject(one: SubjectResult, poll: Poll, rules: RulesInForce): PollFinding[] {
  const { id, name, final } = one.subject
  const grades: readonly string[] = scales[poll.scale]
  const sides = poll.kind === '述职评议' && rules.isOn('12.8') ? badSides(one) : []
  const strange = final !== null && !grades.includes(final)
  const stops = [
    ...one.classes
      .flatMap((side) => ofClass(side, poll))
      .map((said) => ({ ...said, message: `${name}，${said.message}` })),
    ...when<Said>(strange, {
      ...{ code: 'final-not-of-scale', ruleId: poll.kind === '述职评议' ? '6.3' : '6.2', field: 'final' },
      message: `${name}的等次“${final}”不对，应是${grades.join('、')}之一。`
    })
  ]
  const warnings = [
    ...(final === null || strange ? [] : ofGrade(one, poll, final)),
    ...sides.map(({ name: side }): Said => {
      const message = `${name}${side === '' ? '' : `的${side}`}“${grades[3]}”率超过三分之一，提示约谈。`
      return { code: 'interview', ruleId: '12.8', field: 'results', message }
    })
  ]
  return [
    ...stops.map((said) => ({ ...said, level: 'stop' as const, subjectId: id })),
    ...warnings.map((said) => ({ ...said, level: 'warn' as const, subjectId: id }))
  ]
}

/** Best grades beyond the limit without a reason. By share nothing is said of a single subject: there is none of one. */
function overLimit({ kind, scale, overReason }: Poll, { limit, over }: PollOutcome): Said[] {
  return when(over > 0 && blank(overReason), {
    ...({ code: 'over-limit', ruleId: kind === '述职评议' ? '6.3-best' : '6.2-best', field: 'overReason' } as const),
    message: `评为${scales[scale][0]} ${limit + over} 个，最多 ${limit} 个，超 ${over} 个；请写明理由，名额以上级核定的为准。`
  })
}

function weights({ classes }: Poll): Said[] {
  const whole = classes.reduce((sum, { weight }) => sum + weight, 0)
  return when(whole !== 10_000, {
    ...({ code: 'weights-scaled', ruleId: '6.2', field: 'classes' } as const),
    message: `票类权重合计 ${whole / 100}%，不是 100%，按比例折算。`
  })
}

/** What does not fit in a poll: the whole first, then subjects in their order. */
export function pollFindings({ poll, outcome, rules }: PollFacts): PollFinding[] {
  const whole = { subjectId: null } as const
  return [
    ...[...overLimit(poll, outcome), ...weights(poll)].map((said) => ({ ...said, ...whole, level: 'warn' as const })),
    ...poll.classes.filter(isVoid).map((one) => ({ ...voided(one), ...whole, level: 'stop' as const })),
    ...outcome.subjects.flatMap((one) => ofSubject(one, poll, rules))
  ]
}
