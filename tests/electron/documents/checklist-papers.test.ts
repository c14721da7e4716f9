import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { comparisonDocument } from '../../../shared/features/checklist/comparison-document.ts'
import { missingDocument } from '../../../shared/features/checklist/missing-document.ts'
import { problemDocument } from '../../../shared/features/checklist/problem-document.ts'
import { rectificationDocument } from '../../../shared/features/checklist/rectification-document.ts'
import { reportDocument } from '../../../shared/features/checklist/report-document.ts'
import { reviewDocument } from '../../../shared/features/checklist/review-document.ts'
import { blankSelfCheck, selfCheckDocument } from '../../../shared/features/checklist/self-check-document.ts'
import { starDocument, starListDocument, strongDocument } from '../../../shared/features/checklist/star-document.ts'
import { wordsOf as writtenOn } from '../../shared/features/ballot/paper-texts.ts'
import {
  aReview,
  aScoreView,
  aSelfCheck,
  aVeto,
  head,
  list,
  reportFacts,
  someBranches,
  someLines,
  someRates,
  someMissing
} from '../../shared/features/checklist/checklist-papers-in-tests.ts'
import { faultsOf } from './docx-check.ts'
import { checkedByQpdf, fontsFolder, textOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const longReason = '5 月支委会没有记录，询问后补交的记录没有参会人员签名，也没有议题，不能证明开过会。'.repeat(6)
const [few, many] = [someBranches(12), someBranches(45)]
const strongBranches = few.stars.branches.map(({ name, total }) => ({ name, total, standardTotal: '92.00', lacks: [] }))

/** Each paper with the number of its pages. */
const papers: Record<string, readonly [DocumentModel, number]> = {
  selfCheck: [selfCheckDocument(aSelfCheck({ vetoes: [aVeto] })), 12],
  blank: [blankSelfCheck({ ...head, list }), 10],
  review: [reviewDocument(aReview(5)), 8],
  longReview: [reviewDocument(aReview(7, longReason)), 20],
  comparison: [comparisonDocument(few.comparison), 3],
  manyBranches: [comparisonDocument(many.comparison), 7],
  report: [reportDocument({ ...reportFacts, edits: [] }), 6],
  rectifications: [rectificationDocument({ ...head, lines: someLines(12), rates: someRates }), 3],
  longRectifications: [rectificationDocument({ ...head, lines: someLines(6, 5), rates: someRates }), 5],
  problems: [problemDocument({ ...head, score: aScoreView, vetoes: [aVeto] }), 2],
  stars: [starDocument(few.stars), 11],
  starList: [starListDocument(many.stars), 3],
  strong: [strongDocument({ ...few.stars, branches: strongBranches }), 12],
  missing: [missingDocument({ ...head, missing: someMissing }), 3]
}

/** The right edge of the text on a turned A4 sheet and on an upright one, 37 mm and 26 mm from the edge of the paper. */
const rightEdge = { landscape: 842 - 104.8, portrait: 595.3 - 73.6 }

describe('papers of the checklist', () => {
  it.each(Object.entries(papers))('%s is a good PDF and Word file of so many pages', async (_name, [model, pages]) => {
    const written = await writePdf(model, fonts)
    expect(written.missing).toEqual([])
    expect(written.pages).toBe(pages)
    expect(checkedByQpdf(written.bytes)).toContain('No syntax or stream encoding errors')
    expect(await faultsOf(await writeDocx(model))).toEqual([])
  })

  it.each(['selfCheck', 'review', 'manyBranches', 'longRectifications', 'missing'])(
    '%s loses no character and leaves nothing over the edge',
    async (name) => {
      const [model] = papers[name] ?? []
      if (model === undefined) throw new Error(name)
      const { bytes } = await writePdf(model, fonts)
      const found = new Map<string, number>()
      for (const character of textOf(bytes)) found.set(character, (found.get(character) ?? 0) + 1)
      const wanted = new Map<string, number>()
      const words = writtenOn(model).replaceAll(/[\s_]/g, '')
      for (const character of words) wanted.set(character, (wanted.get(character) ?? 0) + 1)
      for (const [character, count] of wanted)
        expect([character, (found.get(character) ?? 0) >= count]).toEqual([character, true])
      const isTurned = model.blocks.some((block) => block.kind === 'section')
      const edge = isTurned ? rightEdge.landscape : rightEdge.portrait
      expect(Math.max(...wordsOf(bytes).map(({ right }) => right))).toBeLessThan(edge + 1)
    }
  )
})
