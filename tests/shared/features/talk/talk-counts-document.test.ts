import { describe, expect, it } from 'vitest'
import { talkStatistics } from '../../../../shared/features/talk/statistics-rules.ts'
import { talkCountsDocument, talkCountsSheet } from '../../../../shared/features/talk/talk-counts-document.ts'
import { aTalk, someFacts } from './talk-facts.ts'
import { gridsOf, linesOf } from './talk-papers-in-tests.ts'

const { seatedOn } = someFacts()
const talks = [
  ...['01', '02', '03', '04'].map((day) => aTalk(`2026-03-${day}`, '甲', '乙')),
  aTalk('2026-05-06', '甲', '丙', { kind: 'T07' })
]
const paperOf = (count: number) => ({
  ...{ organisation: '机关第一支部委员会', year: 2026, date: '2026-11-21' },
  statistics: talkStatistics({
    ...{ year: 2026, today: '2026-11-21', talks: talks.slice(0, count), seatedOn, mayReadL2: false },
    followUps: [
      { dueOn: '2026-11-01', doneOn: null },
      { dueOn: null, doneOn: '2026-06-01' }
    ]
  })
})

describe('谈话台账, counts only', () => {
  it('tells classes of three and more, says of smaller ones only that they are small, and names nobody', () => {
    const document = talkCountsDocument(paperOf(5))
    const [months] = gridsOf(document)
    expect(months?.[2]).toEqual(['3月', '略', '9月', ''])
    expect(months?.[4]).toEqual(['5月', '不足3次', '11月', ''])
    expect(JSON.stringify(document)).not.toMatch(/[甲乙丙]|关怀/)
    expect(linesOf(document)).toEqual([
      '内部资料',
      '2026年度谈话台账（只列次数）',
      '党组织：机关第一支部委员会',
      '统计日期：2026年11月21日；谈话5次。',
      '后续事项2项：已办结1项，正在办0项，已过期限1项。',
      '一、按月份',
      '二、按方向',
      '三、按类型',
      '不到3次的写作“不足3次”；能由别的数推算出来的略去。'
    ])
  })

  it('gives no distribution where there are too few talks', () => {
    const document = talkCountsDocument(paperOf(4))
    expect(gridsOf(document)).toEqual([])
    expect(linesOf(document).filter((text) => text === '谈话不足5次，不列分布。')).toHaveLength(3)
  })

  it('hides the same in the sheet', () => {
    const rows = talkCountsSheet(paperOf(5)).rows
    expect(rows).toContainEqual(['合计', '谈话', 5])
    expect(rows).toContainEqual(['按月份', '5月', '不足3次'])
    expect(rows).toContainEqual(['后续事项', '已过期限', 1])
  })
})
