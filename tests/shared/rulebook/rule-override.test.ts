import { describe, expect, it } from 'vitest'
import type { RuleId } from '../../../shared/rulebook/rule-book.ts'
import { checkOverride, type RuleOverride } from '../../../shared/rulebook/rule-override.ts'
import { anEdition, anOverride } from '../../factories/rules.ts'

const answer = (part: Partial<RuleOverride> = {}, id: RuleId = 'R8-01') => {
  const checked = checkOverride(anOverride(part), anEdition(id))
  return checked.ok ? 'ok' : `${checked.problem.field} ${checked.problem.message}`
}

describe('a setting of the office', () => {
  it('is kept with a number in its bounds, a year and a note', () => {
    expect(answer()).toBe('ok')
    expect(answer({ value: null })).toBe('ok')
    expect(answer({ value: 0 })).toBe('ok')
    expect(answer({ ruleId: 'R1-09', parameter: 'on', value: 0 }, 'R1-09')).toBe('ok')
  })

  it('is refused with what is wrong and what would be right', () => {
    expect(answer({ value: 1001 })).toBe('value “党员”应在 0 至 1000 学时之间，填的是 1001 学时。')
    expect(answer({ parameter: 'most', value: 50.5 }, 'R1-02')).toBe('value “党员最多”应填整数，填的是 50.5。')
    expect(answer({ parameter: 'on', value: 2 }, 'R1-09')).toBe('value 启用填 1，停用填 0。')
    expect(answer({ fromYear: 26 })).toBe('fromYear 起始年度应在 2000 至 2100 之间。')
    expect(answer({ note: '' })).toBe('note 请写明为什么改、依据哪个文件。')
    expect(answer({ note: '', value: null })).toBe('note 请写明为什么改、依据哪个文件。')
  })

  it('reaches no threshold of a vote and switches off no regulation', () => {
    expect(answer({ parameter: 'pass' }, 'R1-22')).toContain('没有这个可以改的参数')
    expect(answer({ parameter: 'on', value: 0 }, 'R1-22')).toContain('没有这个可以改的参数')
  })
})
