import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type NegativeAnswer, withoutInternal } from './negative-rules.ts'
import { type AppraisalPaper, onPaper, yearTitle } from './paper-parts.ts'
import type { AppraisedCadre } from './result-rules.ts'

const answerOf = ({ found, answered }: NegativeAnswer): string =>
  found === null ? '' : found ? (answered ? '有' : '有（待确认）') : '无'

const noteOf = ({ note, known, found }: NegativeAnswer): string =>
  onPaper(note ?? (found === true ? (known?.says ?? '') : ''))

/** What comes from ballots and the sealed register stands on no paper. */
const rowsOf = ({ negatives }: AppraisedCadre): GridCell[][] =>
  negatives
    .map(withoutInternal)
    .map((one, index): GridCell[] => [`${index + 1}`, one.title, answerOf(one), noteOf(one)])

const page = (paper: AppraisalPaper, one: AppraisedCadre): Block[] => [
  { kind: 'pageBreak' },
  internalMark,
  { kind: 'title', lines: titleLines(yearTitle(paper, '领导干部负面清单核查表')) },
  plainLine(`党组织：${paper.organisation}`),
  plainLine(`姓名：${one.facts.name}\u3000\u3000职务：${one.facts.job ?? one.facts.posts.join('、')}`),
  {
    kind: 'grid',
    columns: [
      { title: '序号', width: 34, align: 'center' },
      { title: '核查事项', width: 170 },
      { title: '有无', width: 56, align: 'center' },
      { title: '情况说明', width: 182 }
    ],
    rows: rowsOf(one),
    minLines: 2
  },
  signHere(['核查人', '负责人'], 5, dayOnPaper(paper.date))
]

/** 负面清单核查表, a cadre to a page. */
export const negativeDocument = (paper: AppraisalPaper): DocumentModel => ({
  profile: 'form',
  meta: { title: yearTitle(paper, '领导干部负面清单核查表'), author: paper.organisation, date: paper.date },
  blocks: paper.result.cadres.flatMap((one) => page(paper, one))
})
