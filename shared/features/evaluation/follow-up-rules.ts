import { addDays, addMonths, type Day } from '../../kernel/dates.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type AlertLevel, levelOn } from '../alert/alert.ts'
import type { Disposal } from '../disposal/disposal.ts'
import type { Entry, Evaluation } from './evaluation.ts'
import type { EvaluatedMember, EvaluationResult } from './result.ts'

/**
 * Something an evaluation asks for afterwards (R4-07, R4-08), computed and never stored. `memberId` null where it is about
 * several; `due` null where nothing says by when.
 */
export type EvaluationFollowUp = {
  kind: 'tell' | 'help-plan' | 'help-quarter' | 'help-close' | 'disposal-start'
  due: Day | null
  level: AlertLevel
  subject: string
  memberId: string | null
  ruleId: RuleId
}

/** `disposals` are those of the branch: an unqualified member who has one needs no start of it. */
export type FollowUpFacts = {
  evaluation: Evaluation
  result: EvaluationResult
  disposals: readonly Disposal[]
  today: Day
  rules: RulesInForce
}

/** Blue until a week before the day, then yellow, red from the day after it. */
const levelBefore = (due: Day, today: Day): AlertLevel =>
  levelOn(today, { blue: null, yellow: addDays(due, -7), red: addDays(due, 1) }) ?? 'blue'

type Graded = { member: EvaluatedMember['person']['member']; entry: Entry }

function tellThem(graded: readonly Graded[], decidedOn: Day, { today, rules }: FollowUpFacts): EvaluationFollowUp[] {
  const untold = graded.filter(({ entry }) => entry.toldOn === null || entry.toldOn > today)
  const [first] = untold
  if (first === undefined) return []
  const due = addDays(decidedOn, rules.number('R4-07', 'days'))
  const alone = untold.length === 1
  return [
    {
      ...{ kind: 'tell', due, level: levelBefore(due, today), ruleId: 'R4-07' },
      subject: alone ? `把评定结果告知${first.member.name}` : `把评定结果告知本人，还有 ${untold.length} 人`,
      memberId: alone ? first.member.id : null
    }
  ]
}

const blank = (text: string | null): boolean => text === null || text.trim() === ''

/** 帮教 of one who is 基本合格 or 不合格: a plan, a record every quarter, and its end. */
function helpHim({ member, entry }: Graded, decidedOn: Day, { today, rules }: FollowUpFacts): EvaluationFollowUp[] {
  const { help } = entry
  if (help !== null && help.closedOn !== null && help.closedOn <= today) return []
  const said = (kind: EvaluationFollowUp['kind'], due: Day, subject: string): EvaluationFollowUp => ({
    ...{ kind, due, subject, memberId: member.id, ruleId: 'R4-08', level: levelBefore(due, today) }
  })
  if (help === null || help.helper === null || blank(help.measures))
    return [said('help-plan', addDays(decidedOn, rules.number('R4-08', 'days')), `给${member.name}定帮教人和措施`)]
  const [last = decidedOn] = help.quarters
    .map(({ on }) => on)
    .filter((on) => on >= decidedOn && on <= today)
    .sort()
    .reverse()
  const next = addMonths(last, 3)
  return [
    ...(help.dueOn === null || next < help.dueOn ? [said('help-quarter', next, `记${member.name}的季度帮教情况`)] : []),
    ...(help.dueOn === null ? [] : [said('help-close', help.dueOn, `写${member.name}的帮教结果`)])
  ]
}

/** Whether a 组织处置 of this evaluation, or one begun since, is on record. */
const hasDisposal = ({ member }: Graded, decidedOn: Day, { evaluation, disposals }: FollowUpFacts): boolean =>
  disposals.some(
    ({ memberId, evaluationId, recordedOn }) =>
      memberId === member.id && (evaluationId === evaluation.id || recordedOn >= decidedOn)
  )

const startDisposal = ({ member }: Graded): EvaluationFollowUp => ({
  ...{ kind: 'disposal-start', due: null, level: 'yellow', memberId: member.id, ruleId: '4.3-procedure' },
  subject: `研究对${member.name}的组织处置（评为不合格）`
})

/** What R4-07 and R4-08 ask for from the day of the decision on; nothing before. Terms of a 限期改正 are of disposal-rules. */
export function followUpsOf(facts: FollowUpFacts): EvaluationFollowUp[] {
  const { decidedOn } = facts.evaluation
  if (decidedOn === null || decidedOn > facts.today) return []
  const graded = facts.result.members.flatMap(({ graded: isGraded, person: { member }, entry }): Graded[] =>
    isGraded && entry !== null && entry.final !== null ? [{ member, entry }] : []
  )
  const low = graded.filter(({ entry }) => entry.final === '基本合格' || entry.final === '不合格')
  const unqualified = low.filter(({ entry }) => entry.final === '不合格')
  return [
    ...tellThem(graded, decidedOn, facts),
    ...low.flatMap((one) => helpHim(one, decidedOn, facts)),
    ...unqualified.filter((one) => !hasDisposal(one, decidedOn, facts)).map(startDisposal)
  ]
}
