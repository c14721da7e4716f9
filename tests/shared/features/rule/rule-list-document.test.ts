import { describe, expect, it } from 'vitest'
import { ruleListDocument } from '../../../../shared/features/rule/rule-list-document.ts'
import { ruleBook } from '../../../../shared/rulebook/rule-book.ts'

const rules = ruleBook.flatMap((chapter) => chapter.rules)

describe('the rule book', () => {
  it('names every rule once, with what it asks and where that is written', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id, title, meaning, document, article, mark } of rules) {
      expect(title.length, id).toBeGreaterThan(1)
      expect(meaning, id).toMatch(/。$/)
      if (document === null) expect([article, mark], id).toEqual([null, '拟'])
    }
  })

  it('is printed with every rule, its source and its mark', () => {
    const text = JSON.stringify(ruleListDocument(ruleBook, '2026-11-21'))
    for (const { id } of rules) expect(text).toContain(`"${id}"`)
    expect(text).toContain('中国共产党支部工作条例（试行）第4条')
    expect(text).toContain('2018年10月28日起施行')
    expect(text).toContain('没有规定，本软件默认口径')
  })
})
