import { describe, expect, it } from 'vitest'
import { type Alert, inOrderOfAlerts, levelOn, sourceOf } from '../../../../shared/features/alert/alert.ts'
import { frequencyRules } from '../../../../shared/rulebook/frequency-rules.ts'
import { votingRules } from '../../../../shared/rulebook/voting-rules.ts'

const anAlert = (organisation: string, code: Alert['code'], due: string | null, subject = ''): Alert => ({
  ...{ organisation, code, due, subject, level: 'red', message: '' },
  rule: sourceOf(frequencyRules['R1-11'])
})

describe('alerts', () => {
  it('stand by organisation, code and due day, those without a due day last', () => {
    const sorted = [
      anAlert('ZB01', 'W01', '2026-03-31'),
      anAlert('ZB01', 'W01', '2026-06-30'),
      anAlert('ZB01', 'W02', '2026-01-31'),
      anAlert('ZB01', 'W09', null, '一'),
      anAlert('ZB01', 'W09', null, '二'),
      anAlert('ZB01', 'W10', null),
      anAlert('ZB02', 'W01', '2026-03-31')
    ]
    const mixed = [6, 5, 3, 2, 1, 4, 0].flatMap((index) => sorted[index] ?? [])
    expect(inOrderOfAlerts(mixed)).toEqual(sorted)
  })

  it('rise from blue over yellow to red on the very days', () => {
    const steps = { blue: '2026-10-01', yellow: '2026-12-01', red: '2027-04-01' }
    const days = ['2026-09-30', '2026-10-01', '2026-11-30', '2026-12-01', '2027-03-31', '2027-04-01']
    expect(days.map((day) => levelOn(day, steps))).toEqual([null, 'blue', 'blue', 'yellow', 'yellow', 'red'])
    expect(levelOn('2027-03-31', { blue: null, yellow: null, red: '2027-04-01' })).toBeNull()
  })

  it('cite a document, or say that there is none', () => {
    expect(sourceOf(frequencyRules['R1-11'])).toEqual({
      ...{ id: 'R1-11', document: '中国共产党支部工作条例（试行）', article: '第11、14条', mark: '✔' }
    })
    expect(sourceOf(votingRules['R1-25'])).toEqual({ id: 'R1-25', document: '本软件默认口径', article: '', mark: '拟' })
  })
})
