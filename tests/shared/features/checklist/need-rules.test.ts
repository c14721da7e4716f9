import { describe, expect, it } from 'vitest'
import type { Need } from '../../../../shared/features/checklist/item-result.ts'
import { missingList } from '../../../../shared/features/checklist/need-rules.ts'
import { scoreChecklist } from '../../../../shared/features/checklist/score-rules.ts'
import { fraction } from '../../../../shared/kernel/fraction.ts'
import { aList, aListItem, inText, measuredAs, out } from './list-facts.ts'

const aNeed = (what: string, gain: number, part: Partial<Need> = {}): Need => ({
  ...{ what, by: null, gain: fraction(gain), place: 'meeting' },
  ...part
})
const list = aList([[aListItem('A1', 4), aListItem('A2', 4)], [aListItem('B1', 2)]])
const missing = (needs: Record<string, Need[]>, isOut: string[] = []) =>
  missingList(
    scoreChecklist(
      list,
      new Map(
        ['A1', 'A2', 'B1'].map((id) => [
          id,
          isOut.includes(id) ? out : measuredAs('pending', 0, { needs: needs[id] ?? [] })
        ])
      )
    )
  )

describe('the missing list', () => {
  it('is ordered by gain, then by day, those without a day last', () => {
    const found = missing({
      A1: [aNeed('补一次', 1), aNeed('年底前', 1, { by: '2026-12-31' })],
      A2: [aNeed('十一月前', 1, { by: '2026-11-30' })],
      B1: [aNeed('最多', 2)]
    })
    expect(found.map(({ what }) => what)).toEqual(['最多', '十一月前', '年底前', '补一次'])
  })

  it('names one deed once, with the items it proves and all it gains', () => {
    const found = missing({
      A1: [aNeed('上党课', 1, { by: '2026-12-31' })],
      B1: [aNeed('上党课', 2, { by: '2026-11-30' })]
    })
    expect(found.map(({ what, by, gain, items }) => [what, by, inText(gain), items.map(({ id }) => id)])).toEqual([
      ['上党课', '2026-11-30', '3', ['A1', 'B1']]
    ])
  })

  it('tells apart what is done on different screens', () => {
    const found = missing({ A1: [aNeed('补登记', 1)], A2: [aNeed('补登记', 1, { place: 'task' })] })
    expect(found).toHaveLength(2)
  })

  it('counts gains in points of the total', () => {
    // A2 is out, so A1 plays for 8 points: one of its four is worth two.
    expect(inText(missing({ A1: [aNeed('补一次', 1)] }, ['A2'])[0]?.gain ?? fraction(0))).toBe('2')
  })
})
