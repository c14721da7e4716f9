import { describe, expect, it } from 'vitest'
import { findingsOf, problemDocument, problemsOf } from '../../../../shared/features/checklist/problem-document.ts'
import { gridsOf, wordsOf } from '../ballot/paper-texts.ts'
import { aScoreView, aVeto, head } from './checklist-papers-in-tests.ts'

const paper = { ...head, score: aScoreView, vetoes: [aVeto] }

describe('问题清单', () => {
  it('has vetoes first, then what loses points; 待核 is not in it', () => {
    expect(problemsOf(paper).map(({ id }) => id)).toEqual(['V2', 'A6', 'B2', 'B5', 'C4', 'D4'])
    expect(gridsOf(problemDocument(paper))[0]?.[3]).toEqual([
      'B5',
      '支委会',
      '0.20',
      '应开10个月，开了9个月，缺5月。',
      '补录2026年5月支委会，开过的才补',
      '支部工作条例第12条'
    ])
    expect(gridsOf(problemDocument(paper))[0]?.[0]?.[2]).toBe('—')
  })

  it('has odd proofs beside them, which cost nothing', () => {
    expect(findingsOf(paper).every(({ lost }) => lost === '')).toBe(true)
    expect(gridsOf(problemDocument(paper))[1]?.map(([id]) => id)).toEqual(['A6', 'B2', 'C4', 'F1'])
  })

  it('says so where nothing is lost', () => {
    const score = { ...aScoreView, lost: '0.00', areas: [] }
    const words = wordsOf(problemDocument({ ...head, score, vetoes: [] }))
    expect(words).toContain('没有失分的项目。')
    expect(words).toContain('失分的有0项，共失0.00分；另有待核30.40分，不在本表。')
  })
})
