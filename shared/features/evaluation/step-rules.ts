import type { Day } from '../../kernel/dates.ts'
import { isVoid } from '../ballot/ballot.ts'
import type { Entry, Evaluation } from './evaluation.ts'
import type { EvaluatedMember, EvaluationResult } from './result.ts'

/** The four steps of R4-01 in their order, with the papers that belong to each. */
export const evaluationSteps = [
  { step: 'self', title: '个人自评', papers: ['form', 'forms'] },
  { step: 'peer', title: '党员互评', papers: ['peer'] },
  { step: 'vote', title: '民主测评', papers: ['ballot', 'count', 'tally'] },
  { step: 'decision', title: '组织评定', papers: ['result', 'public', 'notices', 'help'] }
] as const
export type EvaluationStep = (typeof evaluationSteps)[number]['step']

export type EvaluationStepState = {
  step: EvaluationStep
  title: string
  papers: readonly string[]
  state: 'not-begun' | 'running' | 'done'
  missing: string[]
}

type StepFacts = { evaluation: Evaluation; result: EvaluationResult; today: Day }
type Judged = { begun: boolean; missing: string[] }

const reached = (day: Day | null, today: Day): boolean => day !== null && day <= today
const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** 张三、李四等 8 人; at most five names. */
function people(members: readonly EvaluatedMember[]): string {
  const names = members.slice(0, 5).map(({ person }) => person.member.name)
  return members.length > 5 ? `${names.join('、')}等 ${members.length} 人` : names.join('、')
}

const lacking = (members: readonly EvaluatedMember[], what: string): string[] =>
  members.length === 0 ? [] : [`${what}：${people(members)}`]

/** Those on the evaluation, probationary members too: they take part without a grade (R4-05). */
const taking = ({ result }: StepFacts): (EvaluatedMember & { entry: Entry })[] =>
  result.members.flatMap((one) => (one.entry === null ? [] : [{ ...one, entry: one.entry }]))

function self(facts: StepFacts): Judged {
  const there = taking(facts)
  const left = there.filter(({ entry }) => !filled(entry.selfReview) && !reached(entry.selfOn, facts.today))
  const unlisted = facts.result.members.filter(
    ({ entry, person }) => entry === null && person.suspended === null && /党员$/.test(person.category)
  )
  const none = there.length === 0 ? ['还没有列入评议的党员'] : []
  return {
    begun: left.length < there.length,
    missing: [...none, ...lacking(there.length === 0 ? [] : unlisted, '没有列入评议'), ...lacking(left, '没有交自评')]
  }
}

function peer(facts: StepFacts): Judged {
  const { peerOn } = facts.evaluation
  const written = taking(facts).some(({ entry }) => filled(entry.peerOpinions))
  const early = peerOn !== null && !reached(peerOn, facts.today)
  const missing = early ? [`互评定在 ${peerOn}，还没有到`] : peerOn === null ? ['没有填互评的日期'] : []
  return { begun: written || peerOn !== null, missing }
}

function vote(facts: StepFacts): Judged {
  const { rounds } = facts.evaluation
  const uncounted = taking(facts).filter(({ graded, entry }) => graded && entry.counts === null)
  const ofRounds = rounds.flatMap((round) => [
    ...(round.date > facts.today ? [`测评定在 ${round.date}，还没有到`] : []),
    ...(round.issued === null ? [`${round.date} 的测评没有填发出票`] : []),
    ...(round.returned === null ? [`${round.date} 的测评没有填收回票`] : []),
    ...(isVoid(round) ? [`${round.date} 的测评收回票多于发出票，应重新测评`] : [])
  ])
  const none = rounds.length === 0 ? ['还没有测评'] : []
  return {
    begun: rounds.length > 0 || taking(facts).some(({ entry }) => entry.counts !== null),
    missing: [...none, ...ofRounds, ...lacking(uncounted, '没有计票')]
  }
}

function decision(facts: StepFacts): Judged {
  const { decidedBy, decidedOn, finishedOn } = facts.evaluation
  const there = taking(facts)
  const open = there.filter(({ graded, entry }) => graded && entry.final === null)
  const begun = decidedOn !== null || there.some(({ entry }) => entry.final !== null)
  return {
    begun,
    missing: [
      ...(begun ? lacking(open, '没有组织评定') : ['还没有组织评定']),
      ...(decidedBy === null ? ['没有填评定机构'] : []),
      ...(reached(decidedOn, facts.today) ? [] : ['没有填评定日期，或者日期还没有到']),
      ...(finishedOn === null ? ['评定结果还没有确认'] : [])
    ]
  }
}

const judges: Record<EvaluationStep, (facts: StepFacts) => Judged> = { self, peer, vote, decision }

/** How far each of the four steps is and what it still lacks, in words. Days to come count for nothing yet. */
export const stepsOf = (facts: StepFacts): EvaluationStepState[] =>
  evaluationSteps.map(({ step, title, papers }) => {
    const { begun, missing } = judges[step](facts)
    const state = begun ? (missing.length === 0 ? 'done' : 'running') : 'not-begun'
    return { step, title, papers, state, missing }
  })
