import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf, writePdfBook } from '../../../electron/documents/pdf-writer.ts'
import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import { ballotCopies } from '../../../shared/features/ballot/ballot-copies.ts'
import { codeSlipsDocument } from '../../../shared/features/ballot/code-slips-document.ts'
import { cadreBallotDocument, memberBallotDocument } from '../../../shared/features/ballot/name-ballot-document.ts'
import { blankEvaluation } from '../../../shared/features/evaluation/evaluation.ts'
import { evaluationFormsDocument } from '../../../shared/features/evaluation/evaluation-form-document.ts'
import { gradeListDocument } from '../../../shared/features/evaluation/grade-list-document.ts'
import { helpDocument } from '../../../shared/features/evaluation/help-document.ts'
import { noticeDocument } from '../../../shared/features/evaluation/notice-document.ts'
import { tallyDocument } from '../../../shared/features/evaluation/tally-document.ts'
import { comprehensiveDocument } from '../../../shared/features/poll/comprehensive-document.ts'
import { pollSummaryDocument } from '../../../shared/features/poll/summary-document.ts'
import {
  aVote,
  evaluatedBranch,
  namesOf,
  organisation,
  resultOf
} from '../../shared/features/evaluation/evaluation-papers-in-tests.ts'
import { aPollPaper, tallyOf } from '../../shared/features/poll/poll-papers-in-tests.ts'
import { faultsOf } from './docx-check.ts'
import { checkedByQpdf, fontsFolder, operatorsOf, pagesOf, sheetsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const date = '2026-12-20'
const evaluation = { ...blankEvaluation, year: 2026, decidedBy: '支委会' as const, decidedOn: '2026-12-19' }

const ballotOf = (count: number, size: 'auto' | 'A4' | 'A4 landscape' | 'A3 landscape' = 'auto', aspects = false) =>
  memberBallotDocument({ organisation, year: 2026, names: namesOf(count), ratesSelf: false, aspects, size, date })
const cadresOf = (count: number) => {
  const subjects = namesOf(count).map((name) => ({ name, post: '党委委员、副局长' }))
  return cadreBallotDocument({
    ...{ organisation, year: 2026, subjects, className: 'A', scale: 'cadre', ratesSelf: false, size: 'auto', date }
  })
}
const classes = [
  ['上评', tallyOf(5, 2, 0, 0)],
  ['下评', tallyOf(9, 3, 1, 1)]
] as const

const papersFor = (count: number): Record<string, DocumentModel> => {
  const members = evaluatedBranch(count)
  const paper = { organisation, evaluation, result: resultOf(members), date }
  return {
    ballot: ballotOf(count),
    aspects: ballotOf(count, 'auto', true),
    cadres: cadresOf(count),
    forms: evaluationFormsDocument({ organisation, evaluation, people: members.slice(0, count), date }),
    tally: tallyDocument({ ...paper, votes: [aVote] }),
    result: gradeListDocument(paper),
    help: helpDocument(paper),
    notices: noticeDocument({ organisation, evaluation, people: members, date }),
    summary: pollSummaryDocument(aPollPaper('干部测评', count, classes)),
    comprehensive: comprehensiveDocument(aPollPaper('述职评议', count, classes)),
    slips: codeSlipsDocument({ organisation, codes: namesOf(count).map((_, at) => `${81_230_000 + at * 7}`), date })
  }
}

const pagesFor = async (model: DocumentModel): Promise<number> => (await writePdf(model, fonts)).pages

describe('papers of 民主评议 and 民主测评', () => {
  it.each([3, 16, 50, 120])('are good PDF and Word files for %i names', async (count) => {
    for (const [name, model] of Object.entries(papersFor(count))) {
      const { bytes, missing } = await writePdf(model, fonts)
      expect([name, missing]).toEqual([name, []])
      expect(checkedByQpdf(bytes)).toContain('No syntax or stream encoding errors')
      expect([name, await faultsOf(await writeDocx(model))]).toEqual([name, []])
    }
  })

  it('fit a ballot on one sheet: 19 names on A4, 50 and 100 on A3', async () => {
    for (const count of [1, 16, 19, 20, 50, 75, 100])
      expect([count, await pagesFor(ballotOf(count))]).toEqual([count, 1])
    const [sheet] = sheetsOf((await writePdf(ballotOf(50), fonts)).bytes)
    expect([Math.round(sheet?.width ?? 0), Math.round(sheet?.height ?? 0)]).toEqual([1191, 842])
    expect(await pagesFor(ballotOf(120))).toBe(2)
  })

  it('fill as many pages as a size was asked for, with the head on each', async () => {
    for (const [size, most] of [
      ['A4', 19],
      ['A4 landscape', 20],
      ['A3 landscape', 100]
    ] as const) {
      const pages = pagesOf((await writePdf(ballotOf(2 * most, size), fonts)).bytes)
      expect(pages).toHaveLength(2)
      for (const page of pages) expect(page[0]).toContain('民主评议党员测评表')
    }
    expect(await pagesFor(ballotOf(9, 'A4 landscape', true))).toBe(1)
    expect(await pagesFor(ballotOf(23, 'A3 landscape', true))).toBe(1)
    expect([await pagesFor(cadresOf(19)), await pagesFor(cadresOf(50))]).toEqual([1, 1])
  })

  it('keep a sheet a sheet where names are long', async () => {
    const names = namesOf(40).map((name, at) => (at % 5 === 0 ? '阿卜杜热合曼·买买提明' : name))
    const ballot = { organisation, year: 2026, names, ratesSelf: false, aspects: false, date }
    for (const size of ['A4', 'A4 landscape', 'A3 landscape'] as const) {
      const pages = pagesOf((await writePdf(memberBallotDocument({ ...ballot, size }), fonts)).bytes)
      for (const page of pages) expect(page[0]).toContain('民主评议党员测评表')
    }
  })

  it('are the same to the byte on each copy of a ballot, without a page number', async () => {
    const { bytes, pages } = await writePdfBook(ballotCopies(ballotOf(16), 8, false), fonts)
    expect(pages).toBe(8)
    const single = operatorsOf((await writePdf(ballotOf(16), fonts)).bytes)
    expect(operatorsOf(bytes)).toBe(Array.from({ length: 8 }, () => single).join('\n'))
    expect(pagesOf(bytes).flat().join('')).not.toMatch(/—/)
  })

  it('give each person one page where texts are short', async () => {
    expect(await pagesFor(papersFor(50).forms ?? ballotOf(1))).toBe(50)
    expect(await pagesFor(papersFor(16).notices ?? ballotOf(1))).toBe(17)
  })

  it('go on to another page where somebody wrote much', async () => {
    const [first, ...rest] = evaluatedBranch(2)
    const entry = first?.entry
    if (first === undefined || !entry) throw new Error('nobody')
    const long = { ...first, entry: { ...entry, selfReview: '坚持学习，认真履职。'.repeat(200) } }
    const pages = pagesOf(
      (await writePdf(evaluationFormsDocument({ organisation, evaluation, people: [long, ...rest], date }), fonts))
        .bytes
    )
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.filter((page) => page[0] === '民主评议党员登记表')).toHaveLength(3)
  })

  it('put a branch of eighteen on one page for the level above', async () => {
    const result = resultOf(evaluatedBranch(17))
    expect(await pagesFor(gradeListDocument({ organisation, evaluation, result, date }))).toBe(1)
  })
})
