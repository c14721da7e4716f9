import { z } from 'zod'
import type { Day } from '../kernel/dates.ts'
import { failure, type Outcome, success } from '../kernel/outcome.ts'
import { type Rule, settableOf, switchName } from './rule.ts'

/** What an office sets for itself from the beginning of a year on; `value` null means as the book has it from then on. */
export const overrideSchema = z.strictObject({
  ruleId: z.string().max(20),
  parameter: z.string().max(40),
  fromYear: z.number('起始年度应填年份').int('起始年度应填年份'),
  value: z.number('应填数字').nullable(),
  note: z.string().trim().max(500, '依据不超过 500 字')
})
export type OverrideWish = z.infer<typeof overrideSchema>

/** One as it is kept, with who set it and when. */
export type RuleOverride = OverrideWish & { changedOn: Day; accountName: string }

const [firstYear, lastYear] = [2000, 2100]

/** Whether an office may set this: the parameter is there, the number in its bounds, and the note says why. */
export function checkOverride(wish: OverrideWish, rule: Rule): Outcome<OverrideWish> {
  const { parameter: name, value, fromYear, note } = wish
  const parameter = settableOf(rule).find((one) => one.name === name)
  if (parameter === undefined) return failure('parameter-unknown', `“${rule.title}”没有这个可以改的参数。`, 'parameter')
  const { label, unit, min, max, whole } = parameter
  if (value !== null && (value < min || value > max))
    return failure(
      'value-out-of-bounds',
      name === switchName
        ? '启用填 1，停用填 0。'
        : `“${label}”应在 ${min} 至 ${max} ${unit}之间，填的是 ${value} ${unit}。`,
      'value'
    )
  if (value !== null && whole && !Number.isInteger(value))
    return failure('value-not-whole', `“${label}”应填整数，填的是 ${value}。`, 'value')
  if (fromYear < firstYear || fromYear > lastYear)
    return failure('year-out-of-bounds', `起始年度应在 ${firstYear} 至 ${lastYear} 之间。`, 'fromYear')
  if (note === '') return failure('note-missing', '请写明为什么改、依据哪个文件。', 'note')
  return success(wish)
}
