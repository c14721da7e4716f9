import { describe, expect, it } from 'vitest'
import { rights } from '../../../../shared/features/account/rights.ts'
import {
  appraisalPaperNeeds,
  appraisalPapers,
  isGuarded
} from '../../../../shared/features/appraisal/appraisal-papers.ts'

describe('papers of an appraisal', () => {
  it('ask for rights there are', () => {
    expect(Object.values(appraisalPaperNeeds).filter((right) => !(right in rights))).toEqual([])
    expect(Object.keys(appraisalPaperNeeds).sort()).toEqual([...appraisalPapers].sort())
  })

  it('are guarded in a pack where they are only for who may see tallies', () => {
    expect(appraisalPapers.filter(isGuarded)).toEqual(['negative', 'grades'])
  })
})
