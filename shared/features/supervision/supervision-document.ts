import type { CellAlign, CellContent, DocumentModel, ParagraphBlock } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type SupervisionPaper, supervisionPaperNames } from './supervision-papers.ts'
import { type Supervision, type SupervisionKind, supervisionKinds } from './supervision.ts'

/** A register of an organisation in a year: days and document numbers, never what it was about (R5-02). */
export type SupervisionPaperInput = {
  organisation: string
  year: number
  date: Day
  entries: readonly Supervision[]
}

/** One column; `width` in points of a turned page, 638 wide. */
type Column = { title: string; width: number; align?: CellAlign; text: (entry: Supervision, index: number) => string }

/** Days as on screen: so they stand in one line of a narrow column. */
const day = (title: string, pick: (entry: Supervision) => Day | null): Column => ({
  title,
  width: 69,
  align: 'center',
  text: (entry) => pick(entry) ?? ''
})
const position: Column = { title: '序号', width: 34, align: 'center', text: (_entry, index) => `${index + 1}` }
const number = (width: number): Column => ({ title: '编号', width, align: 'center', text: (entry) => entry.number })
const person = (width: number): Column => ({
  title: '姓名',
  width,
  align: 'center',
  text: (entry) => entry.person.name
})
const basis = (width: number): Column => ({ title: '依据文号', width, text: (entry) => entry.basis ?? '' })

const inquiryColumns: readonly Column[] = [
  position,
  number(90),
  day('函询日期', ({ date }) => date),
  person(80),
  basis(158),
  day('收函日期', ({ receivedOn }) => receivedOn),
  day('回复期限', ({ dueOn }) => dueOn),
  day('回复日期', ({ answeredOn }) => answeredOn)
]

const admonitionColumns: readonly Column[] = [
  position,
  day('诫勉日期', ({ date }) => date),
  { title: '方式', width: 36, align: 'center', text: ({ form }) => form ?? '' },
  person(62),
  basis(92),
  day('影响期止', ({ until }) => until),
  day('书面检查\n期限', ({ dueOn }) => dueOn),
  day('书面检查\n交来日期', ({ answeredOn }) => answeredOn),
  day('计划\n回访日', ({ visitOn }) => visitOn),
  day('实际\n回访日', ({ visitedOn }) => visitedOn)
]

/** 期限 and 收到 of an answer or a written examination, one under the other. */
const answerOf = ({ dueOn, answeredOn }: Supervision): string =>
  [dueOn === null ? '' : `期限${dueOn}`, answeredOn === null ? '' : `收到${answeredOn}`]
    .filter((text) => text !== '')
    .join('\n')

const registerColumns: readonly Column[] = [
  number(76),
  day('日期', ({ date }) => date),
  {
    title: '类型',
    width: 58,
    align: 'center',
    text: ({ kind, form }) => `${supervisionKinds[kind]}${form === null ? '' : `\n（${form}）`}`
  },
  person(56),
  { title: '办理组织', width: 74, text: ({ by }) => by ?? '' },
  basis(68),
  { title: '书面回复、\n书面检查', width: 94, align: 'center', text: answerOf },
  day('影响期止', ({ until }) => until),
  day('改正回访', ({ visitedOn }) => visitedOn)
]

const columnsOf: Record<SupervisionPaper, readonly Column[]> = {
  inquiry: inquiryColumns,
  admonition: admonitionColumns,
  register: registerColumns
}

const kindsOf: Record<SupervisionPaper, readonly SupervisionKind[]> = {
  inquiry: ['T11'],
  admonition: ['T12'],
  register: ['T08', 'T09', 'T10', 'T11', 'T12']
}

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })
const internalLine: ParagraphBlock = { ...line(''), runs: [{ text: '内部资料', font: 'hei' }] }

function registerDocument(
  paper: SupervisionPaper,
  { title, organisation, date }: { title: string; organisation: string; date: Day },
  { head, rows, minLines }: { head: ParagraphBlock[]; rows: CellContent[][]; minLines: number }
): DocumentModel {
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalLine,
      { kind: 'title', lines: titleLines(title) },
      ...head,
      rows.length === 0
        ? line('没有登记。')
        : {
            kind: 'grid',
            minLines,
            columns: columnsOf[paper].map(({ title: of, width, align = 'left' }) => ({ title: of, width, align })),
            rows
          }
    ]
  }
}

const inOrder = (entries: readonly Supervision[]): Supervision[] =>
  [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number < b.number ? -1 : 1))

/** A register with the entries of its kind; it goes out on paper only, there is no sheet of it. */
export function supervisionDocument(paper: SupervisionPaper, input: SupervisionPaperInput): DocumentModel {
  const { organisation, year, date } = input
  const entries = inOrder(input.entries.filter(({ kind }) => kindsOf[paper].includes(kind)))
  return registerDocument(
    paper,
    { title: `${year}年度${supervisionPaperNames[paper]}`, organisation, date },
    {
      head: [line(`党组织：${organisation}`), line(`制表日期：${dayOnPaper(date)}；登记${entries.length}件。`)],
      rows: entries.map((entry, index) => columnsOf[paper].map(({ text }) => text(entry, index))),
      minLines: 1
    }
  )
}

const blankYear: ParagraphBlock = { ...line(''), runs: [{ text: '年度：' }, { blankCells: 4 }] }

/** As many empty rows as one turned page holds. */
const emptyRows = 7

/** The same to fill in by hand. */
export const blankSupervisionDocument = (
  paper: SupervisionPaper,
  { organisation, today }: { organisation: string; today: Day }
): DocumentModel =>
  registerDocument(
    paper,
    { title: supervisionPaperNames[paper], organisation, date: today },
    {
      head: [line(`党组织：${organisation}`), blankYear],
      rows: Array.from({ length: emptyRows }, () => columnsOf[paper].map((): CellContent => '')),
      minLines: 1.6
    }
  )
