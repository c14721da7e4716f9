import { describe, expect, it } from 'vitest'
import {
  lineItem,
  lineSource,
  rectificationDocument
} from '../../../../shared/features/checklist/rectification-document.ts'
import { aRectification } from '../../../factories/checklist-facts.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { head, rectifications, someLines } from './checklist-papers-in-tests.ts'

describe('整改台账', () => {
  const lines = rectifications.map((rectification) => ({
    ...{ rectification, title: '支委会', source: '组织生活会', branch: '', recurs: false }
  }))
  const rates = { closing: { inTime: 1, counted: 2 }, recurrence: { again: 0, closed: 0 } }
  const paper = rectificationDocument({ ...head, lines, rates })

  it('tells problem, source, plan, course, measuring again, end and turn', () => {
    expect(gridsOf(paper)[0]?.[0]).toEqual([
      ...['1', '5月支委会没有召开', '清单失分\nB5支委会', '三日内记完', '专人负责', '党员m02\n6月30日'],
      ...['6月10日：补齐了上半年的记录。', '达到', '6月28日\n第1轮']
    ])
  })

  it('says what went to the level above, and whose source the record does not state', () => {
    const row = gridsOf(paper)[0]?.[1] ?? []
    expect([row[2], row[8]]).toEqual(['组织生活会\nD4支委会', '11月1日报上级督办\n第3轮'])
  })

  it('counts what is done, open and overdue on the day of the paper', () => {
    expect(wordsOf(paper)).toContain('问题2个：已完成1个，整改中0个，逾期1个。统计到2026年11月20日。')
  })

  it('tells both rates where there is something to count', () => {
    expect(wordsOf(paper)).toContain('到期和已关闭的2个，按期关闭1个，按期关闭率50.00%。')
    expect(wordsOf(paper)).not.toContain('复发')
    const again = { ...rates, recurrence: { again: 1, closed: 3 } }
    expect(wordsOf(rectificationDocument({ ...head, lines, rates: again }))).toContain(
      '清单项目的问题关闭3个，12个月内复发1个，复发率33.33%。'
    )
  })

  it('names the branch of each problem on a paper of several, and what came back', () => {
    const [first] = lines
    if (first === undefined) throw new Error('no line')
    const ofMany = rectificationDocument({ ...head, lines: [{ ...first, branch: '第一党支部', recurs: true }], rates })
    expect(gridsOf(ofMany)[0]?.[0]?.slice(1, 3)).toEqual([
      '5月支委会没有召开（复发）',
      '第一党支部\n清单失分\nB5支委会'
    ])
    expect(wordsOf(ofMany)).toContain('党组织：')
  })

  it('is a form to fill in where nothing is recorded', () => {
    const [rows = []] = gridsOf(rectificationDocument({ ...head, lines: [], rates }))
    expect(rows).toHaveLength(8)
    expect(rows[0]).toEqual(['1'])
  })

  it('names no item for a problem that hangs on none', () => {
    const line = {
      ...{ rectification: aRectification({ source: null }), title: '', source: '党员大会', branch: '', recurs: false }
    }
    expect([lineItem(line), lineSource(line)]).toEqual(['', '党员大会'])
    expect(gridsOf(rectificationDocument({ ...head, lines: someLines(4), rates }))[0]?.[3]?.[2]).toBe('组织生活会')
  })
})
