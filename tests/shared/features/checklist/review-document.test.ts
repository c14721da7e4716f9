import { describe, expect, it } from 'vitest'
import { reasonsOf, reviewDocument } from '../../../../shared/features/checklist/review-document.ts'
import type { DocumentModel } from '../../../../shared/documents/document-model.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aReview } from './checklist-papers-in-tests.ts'

const rowOf = (paper: DocumentModel, id: string): string[] =>
  gridsOf(paper)
    .flat()
    .find(([first]) => first === id) ?? []
const headOf = ({ blocks }: DocumentModel): string[] => {
  const grid = blocks.find((block) => block.kind === 'grid')
  return grid?.kind === 'grid' ? grid.columns.map(({ title }) => title) : []
}

describe('考评表', () => {
  it('has a column for each of up to five reviewers', () => {
    const paper = reviewDocument(aReview(3))
    expect(headOf(paper)).toEqual([
      '编号',
      '项目',
      '分值',
      '自评',
      '张建国',
      '欧阳雪梅',
      '李静',
      '最低',
      '最高',
      '平均',
      '最终'
    ])
    // A1 of two points: the first reviewer takes half a point off, (1.5 + 2 + 2) ÷ 3 = 1.83.
    expect(rowOf(paper, 'A1')).toEqual([
      'A1',
      '设立合规',
      '2.00',
      '2.00',
      '1.50',
      '2.00',
      '2.00',
      '1.50',
      '2.00',
      '1.83',
      '1.83'
    ])
    expect(headOf(reviewDocument(aReview(5)))).toHaveLength(13)
  })

  it('keeps to lowest, highest and mean where there are more', () => {
    const paper = reviewDocument(aReview(7))
    expect(headOf(paper)).toEqual(['编号', '项目', '分值', '自评', '最低', '最高', '平均', '最终'])
    expect(
      gridsOf(paper)
        .at(-2)
        ?.map(([name]) => name)
    ).toHaveLength(7)
    expect(paper.blocks.at(-1)).toMatchObject({ kind: 'signature', rows: { length: 4 } })
  })

  it('says 不适用 of an item nobody gives points for, and 待核 of what the branch has not', () => {
    const paper = reviewDocument(aReview(3))
    expect(rowOf(paper, 'C7')).toEqual(['C7', '发展程序', '3.00', '不适用'])
    expect(rowOf(paper, 'E1')[3]).toBe('待核')
  })

  it('prints why points were taken off, and what was settled apart from the mean', () => {
    const paper = aReview(2)
    const words = wordsOf(reviewDocument(paper))
    expect(words).toContain('张建国（1.50分）：5月支委会没有记录，询问后补交的记录没有签名')
    expect(words).toContain('最终（1.75分）：合议确定')
    const [line] = paper.table.lines
    expect(line === undefined ? [] : reasonsOf(line, [])).toHaveLength(1)
  })

  it('names deductions without a reason', () => {
    const words = wordsOf(reviewDocument(aReview(2, '')))
    expect(words).toContain('扣了分还没有写理由的：张建国（A1）')
  })

  it('adds up what each reviewer gave, and says so while points are missing', () => {
    const words = wordsOf(reviewDocument(aReview(1)))
    expect(words).toContain('考评的50项分值合计94.00分')
    expect(words).not.toContain('没有考评得分')
    const none = { ...aReview(0), finals: [] }
    const lines = none.table.lines.map((line) => ({ ...line, final: null, isSettled: false }))
    const bare = reviewDocument({ ...none, table: { ...none.table, lines } })
    expect(wordsOf(bare)).toContain('还没有考评得分，考评的50项')
    expect(gridsOf(bare)[0]?.at(-1)?.at(-1)).toBe('')
  })

  it('tells whether the result is published', () => {
    const paper = aReview(2)
    expect(wordsOf(reviewDocument(paper))).toContain('结果还没有公布')
    const review = { ...paper.review, publishedOn: '2026-12-20', finalNote: '经 2026-12-18 党委会研究。' }
    const words = wordsOf(reviewDocument({ ...paper, review }))
    expect(words).toContain('结果2026年12月20日公布')
    expect(words).toContain('说明：经2026年12月18日党委会研究。')
  })
})
