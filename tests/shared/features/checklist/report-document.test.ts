import { describe, expect, it } from 'vitest'
import { areaChart, reportDocument } from '../../../../shared/features/checklist/report-document.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aScoreView, reportFacts } from './checklist-papers-in-tests.ts'

const paper = reportDocument({ ...reportFacts, edits: [] })

describe('自评报告', () => {
  it('has seven numbered parts, and the table and chart of the areas in the second', () => {
    const headings = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).toEqual([
      ...['一、基本情况', '二、自查得分', '三、主要做法和成效', '四、存在问题', '五、待核事项', '六、整改措施'],
      '七、否决和加分'
    ])
    const third = paper.blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('三'))
    expect(paper.blocks.slice(third - 2, third).map(({ kind }) => kind)).toEqual(['grid', 'chart'])
    expect(gridsOf(paper)[0]?.at(-1)).toEqual(['合计', '100.00', '65.49', '4.11', '30.40'])
  })

  it('draws the figures of the table, nought left out', () => {
    // A: 8.89 won, 1.11 lost, nothing open.
    expect(areaChart(aScoreView).series.map(({ values }) => values[0])).toEqual([8.89, 1.11, null])
  })

  it('prints the text of the clerk, line by line, and the figures all the same', () => {
    const edited = reportDocument({ ...reportFacts, edits: [{ block: 'scores', text: '第一段。\n第二段。' }] })
    expect(wordsOf(edited)).toContain('第一段。\n第二段。')
    expect(wordsOf(edited)).not.toContain('清单共8个方面')
    expect(gridsOf(edited)).toEqual(gridsOf(paper))
  })

  it('leaves no blank between Han characters and figures', () => {
    expect(wordsOf(paper)).not.toMatch(/\p{Script=Han} +\d|\d +\p{Script=Han}/u)
  })
})
