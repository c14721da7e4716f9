import { addDays, type Day } from '../../kernel/dates.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { isVoid } from '../ballot/ballot.ts'
import type { AgendaItem } from '../meeting/meeting.ts'
import { type Entry, type Evaluation, type EvaluationGrade, limitBaseNames } from './evaluation.ts'
import { type Advice, adviceNames, type EvaluatedMember, type EvaluationResult } from './result.ts'

/**
 * `stop`: it cannot be finished while this stands, the record would be wrong; `warn` is for people to weigh. `field` is
 * the path in the evaluation, or in the entry of `memberId`.
 */
export type EvaluationFinding = {
  code:
    | 'over-limit'
    | 'barred'
    | 'differs'
    | 'reason-missing'
    | 'not-graded'
    | 'grade-missing'
    | 'decided-before-vote'
    | 'decided-before-count'
    | 'peer-after-vote'
    | 'returned-above-issued'
    | 'tally-above-returned'
    | 'quota-missing'
    | 'decider-missing'
    | 'day-missing'
    | 'day-in-future'
    | 'report-missing'
    | 'not-told'
    | 'told-before-decided'
  ruleId: RuleId
  level: 'stop' | 'warn'
  message: string
  memberId: string | null
  field: string
}

/** `agenda` is that of the meetings linked, null where none is. */
export type FindingFacts = {
  evaluation: Evaluation
  result: EvaluationResult
  today: Day
  rules: RulesInForce
  agenda: readonly Pick<AgendaItem, 'title' | 'kind'>[] | null
}

type Said = Pick<EvaluationFinding, 'code' | 'ruleId' | 'field' | 'message'>
const stop = (said: Said, memberId: string | null = null): EvaluationFinding => ({ ...said, level: 'stop', memberId })
const warn = (said: Said, memberId: string | null = null): EvaluationFinding => ({ ...said, level: 'warn', memberId })
const when = <One>(condition: boolean, ...found: One[]): One[] => (condition ? found : [])

const blank = (text: string | null): boolean => text === null || text.trim() === ''

const gradeOf: Record<Advice, EvaluationGrade> = {
  'excellent-candidate': '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格'
}

/** A candidate beyond the limit who becomes 合格 needs no reason: there was no place for him. */
const agrees = ({ advice, withinLimit }: EvaluatedMember, final: EvaluationGrade): boolean =>
  advice === null || gradeOf[advice] === final || (withinLimit === false && final === '合格')

function ofGrade(one: EvaluatedMember, entry: Entry, final: EvaluationGrade): EvaluationFinding[] {
  const { name } = one.person.member
  const sure = one.bars.filter(({ sure: isSure }) => isSure).map(({ message }) => message.replace(/。$/, ''))
  const low = final === '基本合格' || final === '不合格'
  const said = one.advice === null ? '' : adviceNames[one.advice]
  return [
    ...when(final === '优秀' && sure.length > 0, {
      ...({ code: 'barred', ruleId: '4.2-bars', field: 'final' } as const),
      message: `${name}评为优秀，但是：${sure.join('；')}。请核对。`
    }),
    ...when(low && blank(entry.reason), {
      ...({ code: 'reason-missing', ruleId: 'R4-08', field: 'reason' } as const),
      message: `${name}评为${final}，缺评定理由，请写明差距在哪里。`
    }),
    ...when(!low && blank(entry.reason) && !agrees(one, final), {
      ...({ code: 'differs', ruleId: 'R4-02', field: 'reason' } as const),
      message: `${name}的组织评定是${final}，测评的建议是${said}，请写明评定理由。`
    })
  ].map((found) => warn(found, one.person.member.id))
}

/** Days of telling: too early, or past the term of R4-07. */
function ofTelling(one: EvaluatedMember, entry: Entry, facts: FindingFacts): EvaluationFinding[] {
  const { decidedOn } = facts.evaluation
  if (decidedOn === null) return []
  const { id, name } = one.person.member
  const due = addDays(decidedOn, facts.rules.number('R4-07', 'days'))
  const said = { ruleId: 'R4-07', field: 'toldOn' } as const
  if (entry.toldOn !== null)
    return when(
      entry.toldOn < decidedOn,
      warn(
        {
          ...{ code: 'told-before-decided', ...said },
          message: `${name}的告知日期 ${entry.toldOn} 早于评定日期 ${decidedOn}，请核对。`
        },
        id
      )
    )
  const message = `${name}的评定结果还没有告知本人，应不晚于 ${due}；已经告知的请补填日期。`
  return when(facts.today > due, warn({ code: 'not-told', ...said, message }, id))
}

function ofMember(one: EvaluatedMember, facts: FindingFacts): EvaluationFinding[] {
  const { entry, graded, whyNotGraded, person, valid, counts } = one
  if (entry === null) return []
  const { id, name } = person.member
  const { rounds } = facts.evaluation
  const returned = rounds.reduce((sum, round) => sum + (round.returned ?? 0), 0)
  const known = rounds.length > 0 && rounds.every((round) => round.returned !== null)
  const ballots = valid + counts.abstained
  const tally = when(
    known && ballots > returned,
    stop(
      {
        ...({ code: 'tally-above-returned', ruleId: '4.2', field: 'counts' } as const),
        message: `${name}各等次和弃权合计 ${ballots} 票，多于收回的 ${returned} 票，请核对。`
      },
      id
    )
  )
  if (entry.final === null) return tally
  if (graded) return [...tally, ...ofGrade(one, entry, entry.final), ...ofTelling(one, entry, facts)]
  const ruleId = person.category === '预备党员' ? 'R4-05' : '4.2'
  const message = `${name}：${whyNotGraded ?? '不评定等次'}，请清空组织评定。`
  return [...tally, stop({ code: 'not-graded', ruleId, field: 'final', message }, id)]
}

function ofRounds({ evaluation }: FindingFacts): EvaluationFinding[] {
  const { rounds, decidedOn, peerOn } = evaluation
  const days = rounds.map(({ date }) => date).sort()
  const [first, last] = [days[0], days.at(-1)]
  return [
    ...rounds.flatMap((round, index) =>
      when(
        isVoid(round),
        stop({
          ...({ code: 'returned-above-issued', ruleId: 'R2-19', field: `rounds.${index}.returned` } as const),
          message: `${round.date} 的测评收回 ${round.returned} 张，多于发出的 ${round.issued} 张，全部作废，应重新测评。`
        })
      )
    ),
    ...when(
      decidedOn !== null && last !== undefined && decidedOn < last,
      warn({
        ...({ code: 'decided-before-vote', ruleId: 'R4-01', field: 'decidedOn' } as const),
        message: `组织评定的日期 ${decidedOn} 早于民主测评的日期 ${last}，应先测评再评定。`
      })
    ),
    ...when(
      peerOn !== null && first !== undefined && peerOn > first,
      warn({
        ...({ code: 'peer-after-vote', ruleId: 'R4-01', field: 'peerOn' } as const),
        message: `互评的日期 ${peerOn} 晚于民主测评的日期 ${first}，应先互评再测评。`
      })
    )
  ]
}

function ofWhole(facts: FindingFacts): EvaluationFinding[] {
  const { evaluation, result, agenda } = facts
  const { base, of, limit } = result.limit
  const early = result.members.filter(({ graded, entry }) => graded && entry?.final != null && entry.counts === null)
  const basis = base === 'quota' ? '' : `（${limitBaseNames[base]} ${of}）`
  return [
    ...when(evaluation.base === 'quota' && evaluation.quota === null, {
      ...({ code: 'quota-missing', ruleId: 'R4-04', field: 'quota' } as const),
      message: '选了由党委核定名额，还没有填名额；先按参加评定等次的正式党员数算。'
    }),
    ...when(result.over > 0 && blank(evaluation.overReason), {
      ...({ code: 'over-limit', ruleId: 'R4-04', field: 'overReason' } as const),
      message: `评为优秀 ${result.decided.优秀} 人，最多 ${limit} 人${basis}，超 ${result.over} 人；请写明理由，印在汇总表备注里。`
    }),
    ...when(early.length > 0, {
      ...({ code: 'decided-before-count', ruleId: 'R4-01', field: 'final' } as const),
      message: `${early.length} 人还没有计票就填了组织评定，应先测评再评定。`
    }),
    ...when(agenda !== null && !agenda.some(({ title, kind }) => kind === '报告' || /报告|通报|述职/.test(title)), {
      ...({ code: 'report-missing', ruleId: 'R4-09', field: 'rounds' } as const),
      message: '会议的议题里没有书记代表支委会报告工作、通报查摆问题，请补上这个议题。'
    })
  ].map((found) => warn(found))
}

/** What does not fit while it is being written: the whole first, then rounds, then members in their order. */
export const evaluationFindings = (facts: FindingFacts): EvaluationFinding[] => [
  ...ofWhole(facts),
  ...ofRounds(facts),
  ...facts.result.members.flatMap((one) => ofMember(one, facts))
]

/** What is asked on top when it is to be finished. Somebody without a grade is a warning: he may have been away. */
export function finishingFindings({ evaluation, result, today }: FindingFacts): EvaluationFinding[] {
  const { decidedBy, decidedOn } = evaluation
  const open = result.members.filter(({ graded, entry }) => graded && entry?.final == null)
  const names = open.map(({ person }) => person.member.name)
  const said = { ruleId: 'R4-02', field: 'decidedOn' } as const
  return [
    ...when(
      decidedBy === null,
      stop({
        ...({ code: 'decider-missing', ruleId: 'R4-02', field: 'decidedBy' } as const),
        message: '缺评定机构：应是支委会或者党员大会。'
      })
    ),
    ...when(decidedOn === null, stop({ ...said, code: 'day-missing', message: '缺组织评定的日期。' })),
    ...when(
      decidedOn !== null && decidedOn > today,
      stop({ ...said, code: 'day-in-future', message: `组织评定的日期 ${decidedOn} 还没到，评定以后再完成。` })
    ),
    ...when(
      open.length > 0,
      warn({
        ...({ code: 'grade-missing', ruleId: 'R4-02', field: 'final' } as const),
        message: `还有 ${open.length} 人没有组织评定：${names.join('、')}。`
      })
    )
  ]
}
