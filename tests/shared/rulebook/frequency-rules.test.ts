import { describe, expect, it } from 'vitest'
import { frequencyRules } from '../../../shared/rulebook/frequency-rules.ts'
import { recordRules } from '../../../shared/rulebook/record-rules.ts'
import { citationOf, type Rule } from '../../../shared/rulebook/rule.ts'

describe('the rules of meetings', () => {
  it('are all there, each under its own number', () => {
    const numbers = ['11', '12', '13', '14', '15', '15a', '16', '17', '18', '19', '20']
    expect(Object.keys(frequencyRules)).toEqual(numbers.map((number) => `R1-${number}`))
    for (const [id, rule] of Object.entries(frequencyRules)) expect(rule.id).toBe(id)
  })

  it('never block: their texts say 一般', () => {
    for (const { level } of Object.values<Rule>(frequencyRules)) expect(level).not.toBe('BLOCK')
  })

  it('say where they stand, and where that is still to be checked', () => {
    expect(citationOf(frequencyRules['R1-11'])).toBe('支部工作条例 第11、14条')
    expect(citationOf(frequencyRules['R1-15a'])).toBe('单位惯例（地方做法）')
    expect(citationOf(frequencyRules['R1-17'])).toBe('支部工作条例 第18条（待核）')
  })
})

describe('the rules of a record', () => {
  it('have ids that tell them apart, and cite what they rest on', () => {
    const ids = Object.values<Rule>(recordRules).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(citationOf(recordRules['late-entry'])).toBe('单位惯例（地方做法）')
    expect(citationOf(recordRules['term-expired'])).toBe('支部工作条例 第21条')
    expect(citationOf(recordRules['present-count'])).toBe('本软件默认口径')
  })
})
