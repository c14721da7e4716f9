import { describe, expect, it } from 'vitest'
import { ruleListDocument } from '../../../../shared/features/rule/rule-list-document.ts'
import { builtInPackage, ruleChapters } from '../../../../shared/rulebook/rule-book.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const { rules } = builtInPackage

describe('the rule book', () => {
  it('names every rule once, with what it asks and where that is written', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(ruleChapters.flatMap(({ ids }) => ids)).toEqual(rules.map(({ id }) => id))
    for (const { id, title, meaning, document, article, mark } of rules) {
      expect(title.length, id).toBeGreaterThan(1)
      expect(meaning, id).toMatch(/。$/)
      if (document === null) expect([article, mark], id).toEqual([null, '拟'])
    }
  })

  it('is printed with every rule, its source and its mark', () => {
    const text = JSON.stringify(ruleListDocument(plainRules, '2026-11-21'))
    for (const { id } of rules) expect(text).toContain(`"${id}"`)
    expect(text).toContain('中国共产党支部工作条例（试行）第4条')
    expect(text).toContain('2018年10月28日起施行')
    expect(text).toContain('没有规定，本软件默认口径')
    expect(text).not.toContain('本单位规定：')
  })

  it('is printed with what the office has set for itself, and why', () => {
    const own = rulesWith([{}, { ruleId: 'R1-09', parameter: 'on', value: 0, note: '支委会研究' }])
    const text = JSON.stringify(ruleListDocument(own, '2026-11-21'))
    expect(text).toContain('本单位规定：党员40学时（2026年起，原为32学时；县局党委 2026 年 1 号文）')
    expect(text).toContain('本单位规定：停用（2026年起，原为启用；支委会研究）')
  })
})
