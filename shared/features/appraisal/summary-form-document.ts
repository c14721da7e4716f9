import type { Block, CellContent, DocumentModel, KeyValueBlock, KeyValueCell } from '../../documents/document-model.ts'
import { blankDay, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type AppraisalPaper, monthOf, signed, yearInFigures, yearTitle } from './paper-parts.ts'
import type { AppraisedCadre } from './result-rules.ts'

const cell = (label: string, value: CellContent, span = 1, minLines = 1.2): KeyValueCell => ({
  label,
  value,
  span,
  minLines
})
const wide = (label: string, value: CellContent, minLines = 1.2): KeyValueCell[] => [cell(label, value, 5, minLines)]

const sealHere = `（盖章）\u3000\u3000\u3000\u3000\u3000${blankDay}`

function table({ organisation, appraisal }: AppraisalPaper, { entry, facts }: AppraisedCadre): KeyValueBlock {
  const isPolled = facts.ballots.some(({ counted }) => counted)
  const joined = facts.joinedOn === null ? '' : dayOnPaper(facts.joinedOn)
  return {
    kind: 'keyValues',
    columns: [57, 90, 57, 90, 57, 91],
    rows: [
      [cell('年度', `${appraisal.year}年`), cell('党组织', organisation, 3)],
      [cell('姓名', facts.name), cell('性别', facts.sex), cell('民族', facts.nation ?? '')],
      [
        cell('出生年月', monthOf(facts.bornOn)),
        cell('学历', facts.education ?? ''),
        cell('党内职务', facts.posts.join('、'))
      ],
      [cell('入党时间', joined), cell('所在支部', facts.branch, 3)],
      wide('工作单位\n及职务', facts.job ?? ''),
      wide('年度情况', yearInFigures(facts).join(''), 2.4),
      wide('个人总结', typedText(entry.summary), 8.5),
      wide('民主测评', isPolled ? '已测评' : ''),
      wide('建议等次', signed(entry.grade ?? '', `${'\u3000'.repeat(6)}${sealHere}`), 2),
      wide('本人意见', signed('', `本人（签名）：\u3000\u3000\u3000\u3000\u3000${blankDay}`), 3),
      wide('上级党组\n织意见', signed('', `${'\u3000'.repeat(6)}${sealHere}`), 3)
    ]
  }
}

const page = (paper: AppraisalPaper, one: AppraisedCadre): Block[] => [
  { kind: 'pageBreak' },
  { kind: 'title', lines: titleLines(yearTitle(paper, '领导干部个人总结表')) },
  table(paper, one)
]

/** 个人总结表, a cadre to a page; without page numbers, for each is filed with its own person. */
export const summaryFormsDocument = (paper: AppraisalPaper): DocumentModel => ({
  profile: 'form',
  pageNumbers: 'none',
  meta: { title: yearTitle(paper, '领导干部个人总结表'), author: paper.organisation, date: paper.date },
  blocks: paper.result.cadres.flatMap((one) => page(paper, one))
})
