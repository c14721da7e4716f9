import { describe, expect, it } from 'vitest'
import { missingDocument } from '../../../../shared/features/checklist/missing-document.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { head, someMissing } from './checklist-papers-in-tests.ts'

describe('缺项清单', () => {
  it('is a list to tick off, in the order it comes in', () => {
    const [rows = []] = gridsOf(missingDocument({ ...head, missing: someMissing }))
    expect(rows.map((row) => row.at(-1))).toEqual(someMissing.map(({ gain }) => gain))
    expect(rows[0]).toEqual(['□', '给“积分公示”填自评得分', 'E5积分公示', '12月31日', '2.00'])
  })

  it('names every item a deed is good for, and leaves a missing day open', () => {
    const need = { what: '召开 2026 年度组织生活会', by: null, gain: '7.00', place: 'meeting' as const }
    const items = [
      { id: 'D5', title: '组织生活会' },
      { id: 'D6', title: '民主评议党员' }
    ]
    const [rows = []] = gridsOf(missingDocument({ ...head, missing: [{ ...need, items }] }))
    expect(rows[0]).toEqual(['□', '召开2026年度组织生活会', 'D5组织生活会、D6民主评议党员', '', '7.00'])
  })

  it('says so where nothing is missing', () => {
    expect(wordsOf(missingDocument({ ...head, missing: [] }))).toContain('没有要做、要补的。')
  })
})
