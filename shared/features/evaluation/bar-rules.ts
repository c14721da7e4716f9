import { type Day, makeDay } from '../../kernel/dates.ts'
import { citationOf } from '../../rulebook/rule.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { Bar, BarId, EvaluationPerson } from './result.ts'

/** What bars are judged by; `year` is 所属年度. */
export type BarFacts = { year: number; today: Day; rules: RulesInForce }

/** What 奖惩 calls a 处分, unless it says that there was none. */
const punished = /(?<![无未没不][^，。；]{0,4})(处分|警告|撤销党内职务)/

const bar = (id: BarId, sure: boolean, message: string): Bar => ({ id, sure, message })

/** The roster holds no days of a 处分, only words: so it is always to be looked into. */
const discipline = ({ member }: EvaluationPerson): Bar[] =>
  punished.test(member.honours ?? '')
    ? [bar('discipline', false, '名册的奖惩情况里写有处分，请核对影响期满了没有。')]
    : []

/** Without the word 诫勉: outside the sealed register only the term may be seen. */
const admonition = ({ restricted }: EvaluationPerson, { rules }: BarFacts): Bar[] =>
  restricted === null
    ? []
    : [bar('admonition', true, `影响期到 ${restricted}，当年不评优评先，依据${citationOf(rules.rule('T12'))}。`)]

const correction = ({ correcting }: EvaluationPerson, { rules }: BarFacts): Bar[] =>
  correcting === null
    ? []
    : [bar('correction', true, `限期改正到 ${correcting}，依据${citationOf(rules.rule('4.3-correction'))}。`)]

function absence({ absences }: EvaluationPerson, { year, rules }: BarFacts): Bar[] {
  const most = rules.number('4.2-bars', 'absences')
  if (absences < most) return []
  return [bar('absence', true, `${year} 年无故缺席 ${absences} 次，满 ${most} 次的不列为优秀候选。`)]
}

/** Hours with at most two digits. */
const figure = (hours: number): string => String(Math.round(hours * 100) / 100)

/** A bar once the year is over (decisions.md); the tolerance is for sums of fractions only. */
function hours({ hours: { earned, required } }: EvaluationPerson, { year, today, rules }: BarFacts): Bar[] {
  if (earned >= required - 1e-9) return []
  const over = today > makeDay(year, 12, 31)
  const message = `${year} 年学时 ${figure(earned)}，应有 ${figure(required)}，依据${citationOf(rules.rule('R8-01'))}`
  return [bar('hours', over, over ? `${message}。` : `${message}；年度还没有结束，待核。`)]
}

/**
 * 优秀限制 of §4.2 in the order of `barIds`; none where the office has switched them off. There are no records of 党费 to
 * judge `dues` by.
 */
export const barsOf = (person: EvaluationPerson, facts: BarFacts): Bar[] =>
  facts.rules.isOn('4.2-bars')
    ? [discipline, admonition, correction, absence, hours].flatMap((judge) => judge(person, facts))
    : []
