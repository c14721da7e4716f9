import { addDays, addMonths, addYears, type Day } from '../../kernel/dates.ts'
import type { Certainty } from '../../rulebook/rule.ts'
import type { RuleId } from '../../rulebook/rule-book.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type AlertLevel, levelOn } from '../alert/alert.ts'
import { type Disposal, type DisposalStep, disposalStepNames, disposalSteps } from './disposal.ts'

/** Months of a 限期改正: what is usual, and the most there may be (不合格党员组织处置办法). */
const [usualMonths, mostMonths] = [6, 12]

/** The end of a 限期改正 that begins on `from`, unless another is said. */
export const usualUntil = (from: Day): Day => addMonths(from, usualMonths)

/** The last day a 限期改正 may end on. */
export const latestUntil = (from: Day): Day => addMonths(from, mostMonths)

/**
 * The first day on which one who was 劝退 or 除名 may be taken in again: 5 years after the approval; null for a 限期改正
 * and while it is not approved.
 */
export const rejoinFrom = ({ way, days }: Pick<Disposal, 'way' | 'days'>): Day | null =>
  way === '限期改正' || days.approved === undefined ? null : addYears(days.approved, 5)

/** What each step asks for, and how sure that is: all after the check of facts is from memory (rules.md §4.3). */
const asks: Record<DisposalStep, { asks: string; mark: Certainty }> = {
  proposed: { asks: '支委会（不设的由党员大会）研究，提出启动意见。', mark: '✔' },
  filed: { asks: '报有审批预备党员权限的基层党委事前备案。', mark: '✔' },
  verified: { asks: '调查核实。', mark: '✔' },
  opinion: { asks: '提出处置意见。', mark: '记' },
  preliminary: { asks: '报上级预审。', mark: '记' },
  voted: { asks: '支部大会讨论、表决。', mark: '记' },
  approved: { asks: '报上级审批。', mark: '记' },
  announced: { asks: '宣布处置决定，材料归档。', mark: '记' }
}

/** The step to be done next, the first without a day; null when all are done, or the matter is closed. */
export type NextStep = { step: DisposalStep; name: string; asks: string; mark: Certainty }

/** Steps whose day is still to come are not done yet. */
export function nextStep({ days, closedOn }: Pick<Disposal, 'days' | 'closedOn'>, today: Day): NextStep | null {
  if (closedOn !== null && closedOn <= today) return null
  const step = disposalSteps.find((one) => (days[one] ?? '9999-12-31') > today)
  return step === undefined ? null : { step, name: disposalStepNames[step], ...asks[step] }
}

/** `stop`: the record would be wrong; `warn` is for people to weigh. `field` is the path in the disposal. */
export type DisposalFinding = {
  code: 'steps-out-of-order' | 'until-missing' | 'until-before-from' | 'term-too-long' | 'term-of-other-way'
  ruleId: RuleId
  level: 'stop' | 'warn'
  message: string
  memberId: string
  field: string
}

type Said = Omit<DisposalFinding, 'memberId'>

/** Each step that is earlier than one that should come before it. */
function outOfOrder({ days }: Disposal): Said[] {
  return disposalSteps.flatMap((step, index): Said[] => {
    const day = days[step]
    const before = disposalSteps.slice(0, index).findLast((one) => (days[one] ?? '') > (day ?? '9999-12-31'))
    if (day === undefined || before === undefined) return []
    return [
      {
        ...{ code: 'steps-out-of-order', ruleId: '4.3-procedure', level: 'warn', field: `days.${step}` },
        message: `${disposalStepNames[step]}的日期 ${day} 早于${disposalStepNames[before]}的日期 ${days[before]}，请核对。`
      }
    ]
  })
}

/** The term of a 限期改正; the other ways have none. */
function ofTerm({ way, from, until }: Disposal): Said[] {
  const said = { ruleId: '4.3-correction', field: 'until' } as const
  if (way !== '限期改正')
    return from === null && until === null
      ? []
      : [{ ...said, code: 'term-of-other-way', level: 'stop', message: `${way}没有改正期限，起止日期应空着。` }]
  if (from === null) return []
  if (until === null)
    return [{ ...said, code: 'until-missing', level: 'warn', message: `缺改正期限，一般到 ${usualUntil(from)}。` }]
  if (until <= from)
    return [
      { ...said, code: 'until-before-from', level: 'stop', message: `改正期限 ${until} 应晚于开始日期 ${from}。` }
    ]
  if (until <= latestUntil(from)) return []
  const message = `限期改正从 ${from} 到 ${until}，超过 1 年，最长到 ${latestUntil(from)}。`
  return [{ ...said, code: 'term-too-long', level: 'warn', message }]
}

/** What does not fit in a 组织处置. */
export const disposalFindings = (disposal: Disposal): DisposalFinding[] =>
  [...ofTerm(disposal), ...outOfOrder(disposal)].map((said) => ({ ...said, memberId: disposal.memberId }))

/** The end of a 限期改正 coming near or past; the same shape as what an evaluation asks for afterwards. */
export type DisposalReminder = {
  kind: 'disposal-term'
  due: Day
  level: AlertLevel
  subject: string
  memberId: string
  ruleId: RuleId
}

/** Terms not closed: yellow from 30 days before the end, red after it. The name stands with `memberId`, not in the words. */
export function disposalReminders(
  disposals: readonly Disposal[],
  { today, rules }: { today: Day; rules: RulesInForce }
): DisposalReminder[] {
  const days = rules.number('4.3-correction', 'days')
  return disposals.flatMap(({ memberId, way, until, closedOn }): DisposalReminder[] => {
    if (way !== '限期改正' || until === null || (closedOn !== null && closedOn <= today)) return []
    const level = levelOn(today, { blue: null, yellow: addDays(until, -days), red: addDays(until, 1) })
    const subject = `限期改正${level === 'red' ? '已经' : '将要'}期满，研究改正情况`
    return level === null
      ? []
      : [{ kind: 'disposal-term', due: until, level, subject, memberId, ruleId: '4.3-correction' }]
  })
}
