import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../../electron/documents/fonts.ts'
import { writePdf } from '../../../../electron/documents/pdf-writer.ts'
import type { Supervision } from '../../../../shared/features/supervision/supervision.ts'
import {
  blankSupervisionDocument,
  supervisionDocument
} from '../../../../shared/features/supervision/supervision-document.ts'
import { supervisionPapers } from '../../../../shared/features/supervision/supervision-papers.ts'
import { fontsFolder } from '../../../electron/documents/read-pdf.ts'
import { gridsOf, linesOf } from '../talk/talk-papers-in-tests.ts'

const anEntry = (part: Partial<Supervision>): Supervision => ({
  ...{ id: part.number ?? 'JD01', number: 'JD01', organisationId: 'zb', kind: 'T11', form: null, year: 2026 },
  ...{ date: '2026-11-05', by: '县局纪检组', person: { name: '赵海涛', memberId: 'z' }, basis: '云纪函〔2026〕12号' },
  ...{ receivedOn: null, dueOn: null, answeredOn: null, until: null, visitOn: null, visitedOn: null },
  recordedOn: '2026-11-05',
  ...part
})
const entries = [
  anEntry({
    ...{ number: 'JD02', kind: 'T12', form: '谈话', date: '2026-09-05', dueOn: '2026-09-11', answeredOn: '2026-09-10' },
    ...{ until: '2027-03-05', visitOn: '2027-03-05' }
  }),
  anEntry({ receivedOn: '2026-11-06', dueOn: '2026-11-27' }),
  anEntry({ number: 'JD03', kind: 'T08', form: '书面', date: '2026-02-01', basis: null })
]
const input = { organisation: '机关第一支部委员会', year: 2026, date: '2026-11-21', entries }

describe('registers of supervision', () => {
  it('are internal and turned, and say how many stand there', () => {
    for (const paper of supervisionPapers) {
      const document = supervisionDocument(paper, input)
      expect(document.blocks[0]).toEqual({ kind: 'section', direction: 'landscape' })
      expect(linesOf(document)[0]).toBe('内部资料')
    }
    expect(linesOf(supervisionDocument('register', input)).slice(1)).toEqual([
      '2026年度监督谈话台账',
      '党组织：机关第一支部委员会',
      '制表日期：2026年11月21日；登记3件。'
    ])
  })

  it('take the entries of their kind', () => {
    expect(gridsOf(supervisionDocument('inquiry', input))).toEqual([
      [['1', 'JD01', '2026-11-05', '赵海涛', '云纪函〔2026〕12号', '2026-11-06', '2026-11-27', '']]
    ])
    expect(gridsOf(supervisionDocument('admonition', input))).toEqual([
      [
        ...[['1', '2026-09-05', '谈话', '赵海涛', '云纪函〔2026〕12号', '2027-03-05', '2026-09-11', '2026-09-10']].map(
          (row) => [...row, '2027-03-05', '']
        )
      ]
    ])
  })

  it('list everything by day in the whole register, days and document numbers only', () => {
    expect(gridsOf(supervisionDocument('register', input))[0]).toEqual([
      ['JD03', '2026-02-01', '提醒谈话\n（书面）', '赵海涛', '县局纪检组', '', '', '', ''],
      [
        ...['JD02', '2026-09-05', '诫勉\n（谈话）', '赵海涛', '县局纪检组', '云纪函〔2026〕12号'],
        ...['期限2026-09-11\n收到2026-09-10', '2027-03-05', '']
      ],
      [...['JD01', '2026-11-05', '函询', '赵海涛', '县局纪检组', '云纪函〔2026〕12号'], ...['期限2026-11-27', '', '']]
    ])
  })

  it('say so where nothing is registered', () => {
    expect(linesOf(supervisionDocument('inquiry', { ...input, entries: [] })).at(-1)).toBe('没有登记。')
  })

  it('are one page with empty rows as blank forms', async () => {
    const fonts = openFonts(fontsFolder)
    for (const paper of supervisionPapers) {
      const blank = blankSupervisionDocument(paper, { organisation: '机关第一支部委员会', today: '2026-11-21' })
      expect(gridsOf(blank)[0]?.flat().join('')).toBe('')
      expect(linesOf(blank).at(-1)).toBe('年度：____')
      expect((await writePdf(blank, fonts)).pages).toBe(1)
    }
  })
})
