import { describe, expect, it } from 'vitest'
import { disposalRules } from '../../../shared/rulebook/disposal-rules.ts'
import { evaluationRules } from '../../../shared/rulebook/evaluation-rules.ts'
import { pollRules } from '../../../shared/rulebook/poll-rules.ts'
import { citationOf, maySwitchOff, type Rule } from '../../../shared/rulebook/rule.ts'
import { ruleChapters } from '../../../shared/rulebook/rule-book.ts'
import { plainRules } from '../../factories/rules.ts'

const all: Rule[] = [evaluationRules, pollRules, disposalRules].flatMap((rules) => Object.values<Rule>(rules))

describe('the rules of 民主评议, 民主测评 and 组织处置', () => {
  it('are all there, each under its own number, in chapters of their own', () => {
    const ids = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((number) => `R4-${number}`)
    expect(Object.keys(evaluationRules)).toEqual([...ids, '4.2', '4.2-bars', 'R4-self'])
    for (const rules of [evaluationRules, pollRules, disposalRules])
      for (const [id, rule] of Object.entries(rules)) expect(rule.id).toBe(id)
    const titles = ruleChapters.map(({ title }) => title)
    expect(titles.slice(titles.indexOf('谈心谈话和监督谈话')).slice(1, 3)).toEqual(['民主评议和民主测评', '组织处置'])
  })

  it('never block where the text says 一般; only a grade for a probationary member is stopped', () => {
    for (const { id, level, meaning } of all) {
      if (meaning.includes('一般')) expect([id, level]).not.toEqual([id, 'BLOCK'])
      expect(level === 'BLOCK', id).toBe(id === 'R4-05')
    }
  })

  it('do not say of a yearly notice that it is the regulation, nor of our own reading that it is a rule', () => {
    expect(citationOf(evaluationRules['R4-04'])).toBe('年度评议通知口径')
    expect(citationOf(evaluationRules['R4-01'])).toBe('支部工作条例 第18条（待核）')
    expect(citationOf(evaluationRules['4.2'])).toBe('本软件默认口径')
    expect(citationOf(pollRules['6.2-unqualified'])).toBe('部分地方干部考核办法（地方做法）')
    expect(citationOf(pollRules['6.3-best'])).toBe('述职评议考核办法（待核）')
    expect(citationOf(disposalRules['4.3-correction'])).toBe('不合格党员组织处置办法')
    expect(citationOf(disposalRules['4.3-procedure'])).toBe('不合格党员组织处置办法（待核）')
  })

  it('may be switched off where they are local or our own', () => {
    const own = all.filter(maySwitchOff).map(({ id }) => id)
    expect(own).toEqual([
      ...['4.2', '4.2-bars', 'R4-self', '6.2', '6.2-unqualified', '6.2-positive', '6.3-score', '12.8']
    ])
  })

  it('have the numbers of rules.md', () => {
    const { number } = plainRules
    expect([number('R4-04', 'oneIn'), number('6.3-best', 'oneIn'), number('6.2-best', 'percent')]).toEqual([3, 3, 20])
    expect([number('4.2', 'top'), number('4.2', 'bottom')]).toEqual([2, 3])
    expect([number('4.2', 'basic'), number('4.2', 'unqualified'), number('4.2-bars', 'absences')]).toEqual([50, 50, 3])
    expect((['first', 'second', 'third', 'last'] as const).map((name) => number('6.2', name))).toEqual([100, 80, 60, 0])
    expect((['a', 'b', 'c'] as const).map((name) => number('6.2', name))).toEqual([40, 30, 30])
    expect((['ballots', 'work', 'daily'] as const).map((name) => number('6.3-score', name))).toEqual([30, 50, 20])
    expect([number('12.8', 'above'), number('12.8', 'below'), number('R4-self', 'allowed')]).toEqual([60, 40, 0])
  })
})
