import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChecklist } from '../../../../shared/features/checklist/checklist-reading.ts'
import { checklistSchema, itemsOf } from '../../../../shared/features/checklist/checklist.ts'
import { root } from '../../../factories/office.ts'

const standard = checklistSchema.parse(
  JSON.parse(readFileSync(join(root, 'resources/checklists/standard.json'), 'utf8'))
)
const taken = new Set(itemsOf(standard).map(({ id }) => id))
const read = (rows: (string | number | null)[][]) =>
  readChecklist([{ name: '细则', rows }], '本局考核细则', standard, taken)

describe('a unit’s own list', () => {
  it('is read from its sheet, with merged areas, and takes rules of the standard list where it names them', () => {
    const { checklist, faults } = read([
      ['2026年党建考核细则'],
      ['方面', '项目*', '标准', '分值', '评分说明', '证据', '取分', '同标准项'],
      ['组织生活（60分）', '党员大会', '每季 1 次', '40分', '缺一次扣 10 分', '记录', '自动', 'D1'],
      [null, '主题党日', '每月 1 次', 20, '', '记录', '', 'd4'],
      ['特色工作', '创新项目', '有', 40.5, '', '材料', '', '']
    ])
    expect(faults).toEqual([])
    expect(checklist?.areas.map(({ code, title }) => `${code} ${title}`)).toEqual(['A 组织生活', 'B 特色工作'])
    expect(checklist && itemsOf(checklist).map(({ id, points, kind, formula }) => [id, points, kind, formula])).toEqual(
      [
        ['YA1', 40, 'A', 'general-meetings'],
        ['YA2', 20, 'A', 'theme-days'],
        ['YB1', 40.5, 'M', null]
      ]
    )
  })

  it('with faults is refused as a whole, each with its row and what would be right', () => {
    const { checklist, faults } = read([
      ['方面', '项目', '分值', '取分', '同标准项'],
      ['甲', '一项', '若干', '', ''],
      ['甲', '二项', 2, '随便', ''],
      ['甲', '三项', 2, '', 'Q1']
    ])
    expect(checklist).toBeNull()
    expect(faults.map(({ row }) => row)).toEqual([2, 3, 4])
    expect(faults[0]?.message).toBe('第 2 行“一项”的分值“若干”不是数字，请写成 2 或 0.5。')
  })

  it('without heads, or with a number used twice, is refused in words', () => {
    expect(read([['随便', '写写']]).faults[0]?.message).toMatch(/^没有找到表头/)
    const twice = read([
      ['方面', '编号', '项目', '分值'],
      ['甲', 'A1', '一项', 1],
      ['甲', 'A1', '二项', 1]
    ])
    expect(twice.faults[0]?.message).toBe('编号 YA1 用了两次，每一项的编号只能用一次。')
  })
})
