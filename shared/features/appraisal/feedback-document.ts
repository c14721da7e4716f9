import type { Block, CellContent, DocumentModel, GridCell, KeyValueCell } from '../../documents/document-model.ts'
import { blankDay, emptyLines, internalMark, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type Rectification, rectificationState, type RectificationState } from '../rectification/rectification.ts'
import { type AppraisalPaper, signed, yearTitle } from './paper-parts.ts'
import type { AppraisedCadre } from './result-rules.ts'

const states: Record<RectificationState, string> = { closed: '已完成', overdue: '逾期', open: '整改中' }

const cell = (label: string, value: CellContent, span = 1, minLines = 1.4): KeyValueCell => ({
  label,
  value,
  span,
  minLines
})
const wide = (label: string, value: CellContent, minLines: number): KeyValueCell[] => [cell(label, value, 3, minLines)]

const day = (on: Day | null): string => (on === null ? '' : dayOnPaper(on))

const rowOf = (one: Rectification, index: number, date: Day): GridCell[] => [
  `${index + 1}`,
  one.problem,
  one.measure ?? '',
  day(one.dueOn),
  one.progress.map(({ on, text }) => `${dayOnPaper(on)}：${text}`).join('\n'),
  one.closedOn === null ? states[rectificationState(one, date)] : `${day(one.closedOn)}完成`
]

function table({ appraisal, date }: AppraisalPaper, { rectifications }: AppraisedCadre['facts']): Block {
  const rows = rectifications.map((one, index) => rowOf(one, index, date))
  // Before anybody was told there is nothing to put right yet: the form has room for it.
  const isTold = appraisal.feedbackOn !== null && appraisal.feedbackOn <= date
  const none: GridCell[][] = [[{ content: '没有需要整改的问题。', columns: 6, align: 'left' }]]
  const blank = [1, 2].map((number): GridCell[] => [`${number}`, emptyLines(2), '', '', '', ''])
  return {
    kind: 'grid',
    columns: [
      { title: '序号', width: 30, align: 'center' },
      { title: '问题', width: 110 },
      { title: '整改措施', width: 110 },
      { title: '时限', width: 62, align: 'center' },
      { title: '进展', width: 80 },
      { title: '完成情况', width: 56, align: 'center' }
    ],
    rows: rows.length > 0 ? rows : isTold ? none : blank
  }
}

/** Whether anything was said against him while it was public; what it was, and by whom, stays inside. */
function noticeWords({ appraisal: { noticeFrom, noticeTo }, date }: AppraisalPaper, { entry }: AppraisedCadre): string {
  if (noticeFrom === null || noticeTo === null || noticeTo < noticeFrom) return ''
  const span = `${dayOnPaper(noticeFrom)}至${dayOnPaper(noticeTo)}公示`
  if (date <= noticeTo) return `${span}。`
  return `${span}，${(entry.objections ?? '').trim() === '' ? '没有异议' : '有异议，已由党组织记录'}。`
}

function page(paper: AppraisalPaper, one: AppraisedCadre): Block[] {
  const { facts, entry } = one
  const { feedbackOn } = paper.appraisal
  return [
    { kind: 'pageBreak' },
    internalMark,
    { kind: 'title', lines: titleLines(yearTitle(paper, '领导干部考核反馈与整改表')) },
    {
      kind: 'keyValues',
      columns: [17, 33, 17, 33],
      rows: [
        [cell('姓名', facts.name), cell('职务', facts.job ?? facts.posts.join('、'))],
        [cell('党组织', paper.organisation), cell('考核等次', entry.grade ?? '')],
        wide('反馈意见', typedText(entry.feedback), 6),
        wide('公示情况', noticeWords(paper, one), 2),
        wide(
          '反馈人',
          signed(
            '',
            `反馈人（签名）：\u3000\u3000\u3000\u3000${feedbackOn === null ? blankDay : dayOnPaper(feedbackOn)}`
          ),
          2
        ),
        wide('本人意见', signed('', `本人（签名）：\u3000\u3000\u3000\u3000\u3000${blankDay}`), 3)
      ]
    },
    { kind: 'heading', level: 1, text: '整改情况' },
    table(paper, facts)
  ]
}

/** 反馈与整改表: what each was told, and what the register of 整改 has of it. */
export const feedbackDocument = (paper: AppraisalPaper): DocumentModel => ({
  profile: 'form',
  meta: { title: yearTitle(paper, '领导干部考核反馈与整改表'), author: paper.organisation, date: paper.date },
  blocks: paper.result.cadres.flatMap((one) => page(paper, one))
})
