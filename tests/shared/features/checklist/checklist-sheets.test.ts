import { describe, expect, it } from 'vitest'
import {
  comparisonSheet,
  missingSheet,
  problemSheet,
  rectificationSheet,
  reviewSheet,
  selfCheckSheet
} from '../../../../shared/features/checklist/checklist-sheets.ts'
import { aReview, aScoreView, aVeto, head, someBranches, someLines, someMissing } from './checklist-papers-in-tests.ts'

const { comparison } = someBranches(12)
const sheets = [
  selfCheckSheet({ ...head, score: aScoreView }),
  reviewSheet(aReview(7)),
  rectificationSheet({ lines: someLines(4), date: head.date }),
  problemSheet({ score: aScoreView, vetoes: [aVeto] }),
  comparisonSheet(comparison),
  missingSheet({ missing: someMissing })
]

describe('sheets of a list', () => {
  it('have a name and no row longer than their columns', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['自评表', '考评表', '整改台账', '问题清单', '比较表', '缺项清单'])
    for (const { name, columns, rows } of sheets)
      expect([name, Math.max(...rows.map((row) => row.length)) <= columns.length]).toEqual([name, true])
  })

  it('have figures as numbers, and words where there is none', () => {
    const rows = sheets[0]?.rows ?? []
    const rowOf = (id: string) => rows.find((row) => row[1] === id)
    expect(rowOf('B5')?.slice(4, 7)).toEqual([2, 1.8, 0.2])
    expect(rowOf('C8')?.slice(4, 7)).toEqual([1, '待核', null])
    expect(rowOf('C7')?.slice(4, 7)).toEqual([3, '不适用', null])
    expect(rows.at(-1)?.slice(4, 7)).toEqual([100, 65.49, 4.11])
  })

  it('have every reviewer in a column of the 考评表, and the sum under it', () => {
    const { columns, rows } = reviewSheet(aReview(7))
    expect(columns).toHaveLength(17)
    expect(rows).toHaveLength(51)
    expect(rows[0]?.slice(3, 12)).toEqual([2, 2, 1.5, 2, 2, 2, 2, 2, 2])
    expect(rows.at(-1)?.[5]).toBe(91)
  })

  it('have each fact of a rectification in a column of its own', () => {
    expect(sheets[2]?.rows[0]).toEqual([
      ...[
        1,
        null,
        '主题党日活动形式单一，党员参与的积极性不高。',
        '清单失分',
        'B5支委会',
        '每月一次，参加率 90% 以上。'
      ],
      ...['年初定计划，每次活动确定一名党员牵头。', '党员m02', '2026-06-30', '2026-06-10：补齐了上半年的记录。'],
      ...['B5 由 1.82 分到 2.00 分', '2026-06-28', 1, '已完成', null, null]
    ])
  })

  it('have problems, odd proofs, comparison and needs as on paper', () => {
    expect(sheets[3]?.rows.map((row) => row[2])).toEqual([null, 1, 1.8, 0.2, 0.5, 0.4, ...Array(8).fill(null)])
    expect(sheets[4]?.rows.at(-1)?.[1]).toBe('得分率中位数（%）')
    expect(sheets[4]?.rows[11]?.slice(-3)).toEqual([93, '不定级', '93.00 分，有一票否决，不评星。'])
    expect(sheets[5]?.rows[0]).toEqual([1, '给“积分公示”填自评得分', 'E5 积分公示', '2026-12-31', 2])
  })
})
