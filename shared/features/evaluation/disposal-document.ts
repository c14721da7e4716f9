import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { emptyLines, internalMark, plainLine } from '../../documents/form-parts.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type Disposal, disposalSteps, disposalStepNames } from '../disposal/disposal.ts'

/** The 组织处置 of a branch, with the names of those concerned; with none it comes as a blank form. */
export type DisposalPaper = {
  organisation: string
  disposals: readonly { name: string; disposal: Disposal }[]
  date: Day
}

const title = '不合格党员组织处置登记表'

const term = ({ from, until }: Disposal): string =>
  [from, until]
    .map((day) => (day === null ? '' : dayOnPaper(day)))
    .filter((day) => day !== '')
    .join('至')

const steps = ({ days }: Pick<Disposal, 'days'>): string =>
  disposalSteps
    .map((step) => `${disposalStepNames[step]}：${days[step] === undefined ? '' : dayOnPaper(days[step])}`)
    .join('\n')

const rowOf = ({ name, disposal }: DisposalPaper['disposals'][number], index: number): GridCell[] => [
  `${index + 1}`,
  name,
  disposal.way,
  disposal.basis ?? '',
  steps(disposal),
  term(disposal),
  [disposal.outcome ?? '', disposal.closedOn === null ? '' : `${dayOnPaper(disposal.closedOn)}办结`]
    .filter((words) => words !== '')
    .join('\n')
]

/** 组织处置登记表: ways, steps and days only, no contents of a case. */
export function disposalDocument({ organisation, disposals, date }: DisposalPaper): DocumentModel {
  const blank = [1, 2].map((number): GridCell[] => [`${number}`, '', '', '', steps({ days: {} }), emptyLines(1), ''])
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: [title] },
      plainLine(`党支部：${organisation}`),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 30, align: 'center' },
          { title: '姓名', width: 58, align: 'center' },
          { title: '处置方式', width: 62, align: 'center' },
          { title: '依据文号', width: 104 },
          { title: '办理步骤和日期', width: 200 },
          { title: '限期改正起止', width: 94, align: 'center' },
          { title: '结果', width: 90 }
        ],
        rows: disposals.length === 0 ? blank : disposals.map(rowOf)
      }
    ]
  }
}
