import { describe, expect, it } from 'vitest'
import { citationOf, type Rule } from '../../../shared/rulebook/rule.ts'
import { setupRules, whereaboutsRules } from '../../../shared/rulebook/setup-rules.ts'

const rules: Record<string, Rule> = { ...setupRules, ...whereaboutsRules }

describe('the rules of setting up organisations', () => {
  it('are all there, each under its own number', () => {
    expect(Object.keys(setupRules)).toEqual(
      Array.from({ length: 10 }, (_one, index) => `R1-${String(index + 1).padStart(2, '0')}`)
    )
    for (const [id, rule] of Object.entries(rules)) expect(rule.id).toBe(id)
  })

  it('never stop anybody: their texts say 一般 or leave the matter to people', () => {
    for (const { level } of Object.values(rules)) expect(['WARN', 'INFO']).toContain(level)
  })

  it('say where they stand, and where that is still to be checked', () => {
    expect(citationOf(setupRules['R1-01'])).toBe('支部工作条例 第4条')
    expect(citationOf(setupRules['R1-03'])).toBe('支部工作条例 第5条（待核）')
    expect(citationOf(setupRules['R1-04'])).toBe('支部工作条例 第二章')
    expect(citationOf(setupRules['R1-06'])).toBe('支部工作条例 第20条（待核）')
    expect(citationOf(setupRules['R1-09'])).toBe('机关党小组工作规则（地方做法）')
    expect(citationOf(setupRules['R1-10'])).toBe('机关基层组织工作条例 第5、6条（待核）')
    expect(citationOf(whereaboutsRules['R8.5-1'])).toBe('党员教育管理条例')
  })
})
