import { describe, expect, it } from 'vitest'
import { citationOf, settableOf } from '../../../shared/rulebook/rule.ts'
import { builtInPackage } from '../../../shared/rulebook/rule-book.ts'
import { rulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { aBook, anEdition, anOverride, aPackage, plainRules, rulesWith } from '../../factories/rules.ts'

describe('the edition of a rule', () => {
  const book = aBook({ packages: [aPackage()] })
  const articleOn = (day: string, of = book) => citationOf(rulesInForce(of, day).rule('R1-11'))

  it('is the newest that has begun: an old record is judged by the rule of its time', () => {
    expect(articleOn('2026-06-30')).toBe('支部工作条例 第11、14条')
    expect(articleOn('2026-07-01')).toBe('支部工作条例 第15条')
    expect(articleOn('2030-01-01')).toBe('支部工作条例 第15条')
  })

  it('is the earliest there is where none had begun', () => {
    expect(articleOn('2001-01-01')).toBe('支部工作条例 第11、14条')
  })

  it('is the one issued last where two begin on the same day, in whatever order they were taken', () => {
    const other = aPackage({
      id: 'other',
      issuedOn: '2026-09-01',
      rules: [anEdition('R1-11', { validFrom: '2026-07-01', article: '第9条' })]
    })
    for (const packages of [
      [aPackage(), other],
      [other, aPackage()]
    ])
      expect(articleOn('2026-08-01', aBook({ packages }))).toBe('支部工作条例 第15条')
  })

  it('takes the place of the one that came with the program where both begin on one day', () => {
    const packages = [aPackage({ rules: [anEdition('R1-11', { article: '第12条' })] })]
    expect(articleOn('2020-01-01', aBook({ packages }))).toBe('支部工作条例 第12条')
  })

  it('leaves a parameter it does not know of as the program has it', () => {
    const packages = [aPackage({ rules: [anEdition('R8-01', { validFrom: '2026-01-01', parameters: [] })] })]
    expect(rulesInForce(aBook({ packages }), '2026-05-01').number('R8-01', 'member')).toBe(32)
  })
})

describe('what the office has set', () => {
  it('holds from its year on, and an old year keeps its value', () => {
    const overrides = [anOverride(), anOverride({ fromYear: 2028, value: 24 })]
    const target = (year: number) => rulesInForce(aBook({ overrides }), `${year}-05-01`).number('R8-01', 'member')
    expect([2025, 2026, 2027, 2028, 2030].map(target)).toEqual([32, 40, 40, 24, 24])
  })

  it('ends in the year in which it goes back to the book', () => {
    const overrides = [anOverride({ fromYear: 2028, value: null }), anOverride()]
    const rules = rulesInForce(aBook({ overrides }), '2028-01-01')
    expect(rules.number('R8-01', 'member')).toBe(32)
    expect(rules.overridesOf('R8-01')).toEqual([])
    expect(rules.at('2027-12-31').overridesOf('R8-01')).toHaveLength(1)
  })

  it('stays on top of a newer edition', () => {
    const parameters = settableOf(anEdition('R8-01')).map((one) => ({ ...one, value: 36 }))
    const packages = [aPackage({ rules: [anEdition('R8-01', { validFrom: '2026-01-01', parameters })] })]
    expect(rulesInForce(aBook({ packages }), '2026-03-01').number('R8-01', 'member')).toBe(36)
    expect(rulesInForce(aBook({ packages, overrides: [anOverride()] }), '2026-03-01').number('R8-01', 'member')).toBe(
      40
    )
  })

  it('may switch off local practice and our own readings, and nothing a regulation says', () => {
    const off = (ruleId: string) => ({ ruleId, parameter: 'on', value: 0 })
    const rules = rulesWith([off('R1-09'), off('R9.2-4'), off('R1-22')])
    expect([rules.isOn('R1-09'), rules.isOn('R9.2-4'), rules.isOn('R1-22'), rules.isOn('R1-15a')]).toEqual([
      ...[false, false, true, true]
    ])
    for (const rule of builtInPackage.rules)
      expect(
        settableOf(rule).some(({ name }) => name === 'on'),
        rule.id
      ).toBe(rule.mark === '地' || rule.mark === '拟')
  })
})

describe('the rules of a year', () => {
  it('are those of its last day, or of today while it runs, with the settings of that year', () => {
    const book = aBook({ packages: [aPackage()], overrides: [anOverride({ fromYear: 2027 })] })
    const of = (year: number, today: string) => {
      const rules = rulesOfYear(book, year, today)
      return [rules.rule('R1-11').article, rules.number('R8-01', 'member')]
    }
    expect(of(2025, '2026-11-21')).toEqual(['第11、14条', 32])
    expect(of(2026, '2026-03-01')).toEqual(['第11、14条', 32])
    expect(of(2026, '2027-02-01')).toEqual(['第15条', 32])
    expect(of(2027, '2026-11-21')).toEqual(['第15条', 40])
  })
})

describe('the numbers of the book', () => {
  it('are those of rules.md', () => {
    const { number } = plainRules
    expect(number('R1-02', 'most')).toBe(50)
    expect([
      number('R1-06', 'from'),
      number('R1-06', 'least'),
      number('R1-06', 'usual'),
      number('R1-06', 'most')
    ]).toEqual([7, 3, 5, 7])
    expect([number('R1-09', 'from'), number('R1-09', 'least')]).toEqual([20, 3])
    expect(number('R1-15a', 'times')).toBe(4)
    expect([number('R2-01', 'party'), number('R2-01', 'branch'), number('R2-01', 'village')]).toEqual([5, 3, 5])
    expect([number('R2-03', 'years'), number('R2-04', 'months')]).toEqual([1, 6])
    expect([number('R2-05', 'prepare'), number('R2-05', 'request')]).toEqual([60, 30])
    expect([number('R8-01', 'member'), number('R8-01', 'committee')]).toEqual([32, 56])
    expect([number('R8-03', 'day'), number('R8-03', 'halfDay'), number('R8-03', 'hour')]).toEqual([8, 4, 1])
    expect(number('R9.2-12', 'days')).toBe(3)
    expect(
      (['R1-11', 'R1-12', 'R1-13', 'R1-15a'] as const).map((id) => [number(id, 'blue'), number(id, 'yellow')])
    ).toEqual([
      ...[
        [15, 7],
        [10, 3],
        [10, 3],
        [30, 10]
      ]
    ])
    expect([number('R1-14', 'before'), number('R1-14', 'after')]).toEqual([3, 3])
  })

  it('lie within the bounds an office may choose from, and never in a threshold of a vote', () => {
    for (const { id, parameters } of builtInPackage.rules)
      for (const { name, value, min, max, whole } of parameters) {
        expect(value >= min && value <= max && (!whole || Number.isInteger(value)), `${id} ${name}`).toBe(true)
        expect(['R1-21', 'R1-22', 'R1-23', 'R1-24', 'R1-25', 'R1-26', 'R2-19']).not.toContain(id)
      }
  })
})
