import type { Block, CellContent, DocumentModel, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper, partsOf, weekdayName } from '../../kernel/dates.ts'
import { type CalendarLine, calendarStateNames } from './plan.ts'

/** 年度会议计划 of one or several branches; a part has the lines of a branch and its groups. `organisation` is on the head. */
export type PlanPaper = {
  organisation: string
  year: number
  date: Day
  parts: readonly { label: string; lines: readonly CalendarLine[] }[]
}

const paragraph = (text: string): ParagraphBlock => ({
  kind: 'paragraph',
  align: 'left',
  indentCells: 0,
  runs: [{ text }]
})

/** Widths are points of a text 442 wide. */
const columns: GridColumn[] = [
  { title: '月份', width: 36, align: 'center' },
  { title: '日期', width: 76, align: 'center' },
  { title: '会议和活动', width: 108 },
  { title: '主题和议题', width: 100 },
  { title: '地点', width: 58 },
  { title: '完成情况', width: 64, align: 'center' }
]

/** The day a line was planned for, or is held on where nobody planned it. */
const dayOf = ({ plannedOn, day }: CalendarLine): Day => plannedOn ?? day

const inOrder = (lines: readonly CalendarLine[]): CalendarLine[] =>
  [...lines].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))

const shortDay = (day: Day): string => `${partsOf(day).month}月${partsOf(day).day}日`

/** Where a line stands; another day than the planned one is said. */
function outcomeOf(line: CalendarLine): string {
  if (line.state === 'planned') return ''
  const moved = line.meetingId !== null && line.day !== dayOf(line)
  return `${calendarStateNames[line.state]}${moved ? `\n${shortDay(line.day)}` : ''}`
}

const whatOf = ({ types, organisation }: CalendarLine, label: string): string =>
  `${types.join('、')}${organisation === label ? '' : `（${organisation}）`}`

function rowsOf(lines: readonly CalendarLine[], label: string): CellContent[][] {
  let before = 0
  return inOrder(lines).map((line) => {
    const day = dayOf(line)
    const { month } = partsOf(day)
    const first = month !== before
    before = month
    return [
      first ? `${month}月` : '',
      `${shortDay(day)}\n${weekdayName(day)}${line.start === null ? '' : ` ${line.start}`}`,
      whatOf(line, label),
      [line.subject, line.note].filter((text) => text !== null && text !== '').join('\n'),
      line.place ?? '',
      outcomeOf(line)
    ]
  })
}

const titleOf = (year: number): string => `${year}年度会议计划`

const tableOf = ({ label, lines }: PlanPaper['parts'][number]): Block =>
  lines.length === 0 ? paragraph('没有计划。') : { kind: 'grid', columns, rows: rowsOf(lines, label) }

/** 年度会议计划, month by month; several branches follow one another, each under its name. */
export function planDocument({ organisation, year, date, parts }: PlanPaper): DocumentModel {
  const [only] = parts
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0)
  return {
    profile: 'form',
    meta: { title: titleOf(year), author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(titleOf(year)) },
      paragraph(`党组织：${organisation}`),
      paragraph(`制表日期：${dayOnPaper(date)}；会议和活动${count}次。`),
      ...(parts.length === 1 && only !== undefined
        ? [tableOf(only)]
        : parts.flatMap((part, index): Block[] => [
            { kind: 'heading', level: 1, text: numbered(1, index + 1, part.label) },
            tableOf(part)
          ]))
    ]
  }
}

/** The same as one table. */
export const planSheet = ({ parts }: PlanPaper): SheetOut => ({
  name: '年度会议计划',
  columns: [
    { header: '党组织', width: 22 },
    { header: '计划日期', width: 13 },
    { header: '开始', width: 8 },
    { header: '类型', width: 20 },
    { header: '主题和议题', width: 30 },
    { header: '地点', width: 18 },
    { header: '完成情况', width: 12 },
    { header: '会议日期', width: 13 },
    { header: '备注', width: 24 }
  ],
  rows: parts.flatMap(({ lines }) =>
    inOrder(lines).map((line): RawCell[] => [
      line.organisation,
      dayOf(line),
      line.start,
      line.types.join('、'),
      line.subject,
      line.place,
      calendarStateNames[line.state],
      line.meetingId === null ? null : line.day,
      line.note
    ])
  )
})
