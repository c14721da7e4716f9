import { describe, expect, it } from 'vitest'
import { alertKinds } from '../../../../shared/features/alert/alert-kinds.ts'
import { alertCodes } from '../../../../shared/features/alert/alert.ts'
import { plainRules, rulesWith } from '../../../factories/rules.ts'

const words = (code: string, rules = plainRules) =>
  alertKinds(rules)
    .find((one) => one.code === code)
    ?.levels.map((one) => `${one.level} ${one.words}`)

describe('the list of warnings', () => {
  it('says of each code what it watches and when', () => {
    const kinds = alertKinds(plainRules)
    expect(kinds.map(({ code }) => code)).toEqual([...alertCodes])
    for (const { watches, levels } of kinds) expect([watches === '', levels.at(-1)?.level]).toEqual([false, 'red'])
    expect(words('W01')).toEqual(['blue 季末前 15 天起', 'yellow 季末前 7 天起', 'red 季末过后'])
    expect(words('W21')).toEqual(['yellow 延期满 1 年前 60 天起', 'red 延期满 1 年当日'])
    expect(words('W25')).toEqual([
      ...['blue 6 月底过后，不足 40%', 'yellow 10 月底过后，不足 75%', 'red 12 月底过后，不足 100%']
    ])
  })

  it('goes by the days the office has set', () => {
    const rules = rulesWith([{ ruleId: 'R1-16', parameter: 'blue', value: 9 }])
    expect(words('W06', rules)?.[0]).toBe('blue 9 月 1 日起')
  })

  it('names only parameters that are there', () => {
    for (const { rule } of alertKinds(plainRules))
      if (rule !== null) expect([rule, plainRules.rule(rule).parameters.length > 0]).toEqual([rule, true])
  })
})
