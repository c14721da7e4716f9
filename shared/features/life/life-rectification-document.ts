import type { DocumentModel } from '../../documents/document-model.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { ProgressNote, Rectification } from '../rectification/rectification.ts'
import { tableDocument } from './life-form-documents.ts'
import type { LifePaperInput } from './life-papers.ts'

const notes = (progress: readonly ProgressNote[], day: (on: string) => string): string =>
  progress.map(({ on, text }) => `${day(on)}：${text}`).join('\n')

const ending = ({ closedOn }: Rectification, day: (on: string) => string): string =>
  closedOn === null ? '' : `${day(closedOn)}完成`

/** 问题清单和整改台账, turned: problem, measure, person, date, how it goes (rules.md §1.4 step 7). */
export function rectificationLedger(input: LifePaperInput): DocumentModel {
  const made = tableDocument(
    input,
    '组织生活会问题清单和整改台账',
    [
      { title: '问题', width: 150 },
      { title: '整改措施', width: 160 },
      { title: '责任人', width: 58, align: 'center' },
      { title: '完成时限', width: 78, align: 'center' },
      { title: '进展', width: 150 },
      { title: '完成情况', width: 78 }
    ],
    input.rectifications.map((one) => [
      one.problem,
      one.measure ?? '',
      one.person?.name ?? '',
      one.dueOn === null ? '' : dayOnPaper(one.dueOn),
      notes(one.progress, dayOnPaper),
      ending(one, dayOnPaper)
    ])
  )
  return { ...made, blocks: [{ kind: 'section', direction: 'landscape' }, ...made.blocks] }
}

/** The same as a sheet. */
export const rectificationSheet = ({ rectifications }: LifePaperInput): SheetOut => ({
  name: '整改台账',
  columns: [
    { header: '序号', width: 8 },
    { header: '问题', width: 40 },
    { header: '整改措施', width: 40 },
    { header: '责任人', width: 12 },
    { header: '完成时限', width: 14 },
    { header: '进展', width: 40 },
    { header: '完成情况', width: 18 }
  ],
  rows: rectifications.map((one, index): RawCell[] => [
    index + 1,
    one.problem,
    one.measure,
    one.person?.name ?? null,
    one.dueOn,
    notes(one.progress, (on) => on),
    ending(one, (on) => on)
  ])
})
