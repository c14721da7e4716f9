import type { Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type Learner, studyWarning } from '../study/study-rules.ts'
import { type Alert, sourceOf } from './alert.ts'

/** Hours without a tail of zeros: 12.5, 32. */
const figure = (hours: number): string => String(Math.round(hours * 100) / 100)

/** W25 of a branch and year: everybody behind on the last of the three days that is past, the furthest behind first. */
export function studyAlerts(
  code: string,
  learners: readonly Learner[],
  { year, today, rules }: { year: number; today: Day; rules: RulesInForce }
): Alert[] {
  const warning = studyWarning(learners, year, today)
  if (warning === null) return []
  const { level, share, due, behind } = warning
  const names = behind.map(({ name }) => name).join('、')
  const figures = behind.map(({ name, total, target }) => `${name}（${figure(total)}/${target}）`).join('、')
  return [
    {
      code: 'W25',
      organisation: code,
      level,
      subject: `${year}年学时：${names}`,
      due,
      rule: sourceOf(rules.rule('R8-01')),
      message: `到 ${due} 学时应完成 ${Math.round(share * 100)}%，还有 ${behind.length} 人没有达到：${figures}。`
    }
  ]
}
