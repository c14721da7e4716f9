import { describe, expect, it } from 'vitest'
import {
  starDocument,
  starListDocument,
  strongDocument,
  strongListDocument
} from '../../../../shared/features/checklist/star-document.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { someBranches } from './checklist-papers-in-tests.ts'

const { stars } = someBranches(12)
const strong = {
  ...stars,
  list: '“四强”党支部清单',
  branches: [
    { name: '机关第一党支部', total: '92.00', standardTotal: '95.00', lacks: [] },
    { name: '城关烟站党支部', total: '80.00', standardTotal: '95.00', lacks: ['总分 80.00 分，不够 85 分'] }
  ]
}

describe('星级认定书', () => {
  it('comes for each branch that has stars, on a sheet of its own', () => {
    const paper = starDocument(stars)
    expect(paper.blocks.filter(({ kind }) => kind === 'signOff')).toHaveLength(11)
    expect(paper.blocks.filter(({ kind }) => kind === 'pageBreak')).toHaveLength(10)
    expect(wordsOf(paper)).toContain('你支部2026年度得100.00分，在12个党支部中列第1名，没有一票否决情形，现认定为')
    expect(wordsOf(paper)).toContain('五星级党支部')
    expect(wordsOf(paper)).toContain('认定标准：总分80分以上，名次在前50%以内')
    expect(wordsOf(paper)).not.toContain('营销中心1党支部')
  })

  it('speaks of no rank and no share where there is one branch', () => {
    const words = wordsOf(starDocument(someBranches(1).stars))
    expect(words).toContain('2026年度得100.00分，没有一票否决情形')
    expect(words).toContain('认定标准：总分90分以上，')
    expect(words).not.toContain('10%')
  })

  it('says so where nobody has stars', () => {
    expect(wordsOf(starDocument({ ...stars, branches: [] }))).toContain('没有够星级标准的党支部。')
  })
})

describe('星级认定表', () => {
  it('has all branches by rank, with the sentence of the rating', () => {
    const paper = starListDocument(stars)
    expect(wordsOf(paper)).toContain('党支部12个：五星级3个，四星级3个，三星级5个，不定级1个。')
    const [rows = []] = gridsOf(paper)
    expect(rows[0]).toEqual(['1', '烟叶生产技术中心1党支部', '100.00', '五星级', '100.00分，第1名。'])
    expect(rows.at(-1)).toEqual(['12', '营销中心1党支部', '93.00', '不定级', '93.00分，有一票否决，不评星。'])
  })
})

describe('四强', () => {
  it('has a certificate only for who is recognised, with the day it holds until', () => {
    const words = wordsOf(strongDocument(strong))
    expect(words).toContain('机关第一党支部：')
    expect(words).not.toContain('城关烟站党支部')
    expect(words).toContain('有效期到2028年11月20日')
    expect(wordsOf(strongDocument({ ...strong, branches: [] }))).toContain('没有够认定标准的党支部。')
  })

  it('has a list of all, with what the others lack', () => {
    const paper = strongListDocument(strong)
    expect(wordsOf(paper)).toContain('党支部2个，认定1个')
    expect(gridsOf(paper)[0]?.[1]).toEqual(['2', '城关烟站党支部', '80.00', '95.00', '', '总分80.00分，不够85分'])
  })
})
