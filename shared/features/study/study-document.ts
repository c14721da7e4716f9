import type { Block, CellContent, DocumentModel, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import type { Study } from './study.ts'
import type { CreditedMeeting, PersonHours, StudyProgress } from './study-rules.ts'

/** One member as the ledger lists him. */
export type StudyPaperLine = StudyProgress & {
  memberId: string
  name: string
  posts: readonly string[]
  hours: PersonHours
  studies: readonly Study[]
}

export type StudyPaper = {
  organisation: string
  year: number
  date: Day
  lines: readonly StudyPaperLine[]
  meetings: readonly CreditedMeeting[]
}

/** Whole per cent, never rounded up: 100 means reached. */
export const wholePercent = (share: number): number => Math.floor(share * 100 + 1e-9)

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })
const column = (title: string, width: number, align: GridColumn['align'] = 'center'): GridColumn => ({
  title,
  width,
  align
})

/** Widths are points of a text 442 wide. */
const peopleColumns = [
  column('序号', 34),
  column('姓名', 62),
  column('党内职务', 78),
  column('会议\n学时', 46),
  column('登记\n学时', 46),
  column('合计', 46),
  column('应学\n学时', 42),
  column('完成\n比例', 46),
  column('还差', 42)
]
const typedColumns = [
  column('姓名', 62),
  column('日期', 96),
  column('内容', 170, 'left'),
  column('类别', 66),
  column('学时', 48)
]
const meetingColumns = [
  column('日期', 96),
  column('会议和活动', 224, 'left'),
  column('学时', 48),
  column('本支部到会人数', 74)
]

const peopleRows = (lines: readonly StudyPaperLine[]): CellContent[][] =>
  lines.map(({ name, posts, hours, target, share, missing }, index) => [
    `${index + 1}`,
    name,
    posts.join('\n'),
    `${hours.fromMeetings}`,
    `${hours.typed}`,
    `${hours.total}`,
    `${target}`,
    `${wholePercent(share)}%`,
    missing === 0 ? '' : `${missing}`
  ])

const typedRows = (lines: readonly StudyPaperLine[]): CellContent[][] =>
  lines.flatMap(({ name, hours }) =>
    hours.entries
      .filter(({ source }) => source === 'typed')
      .map(({ date, content, kind, hours: given }) => [name, dayOnPaper(date), content, kind ?? '', `${given}`])
  )

function meetingRows({ lines, meetings }: StudyPaper): CellContent[][] {
  const own = new Set(lines.map(({ memberId }) => memberId))
  return [...meetings]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, title, hours, present }) => [
      dayOnPaper(date),
      title,
      `${hours}`,
      `${present.filter((id) => own.has(id)).length}`
    ])
}

const part = (number: number, title: string, columns: GridColumn[], rows: CellContent[][], none: string): Block[] => [
  { kind: 'heading', level: 1, text: numbered(1, number, title) },
  rows.length === 0 ? line(none) : { kind: 'grid', columns, rows }
]

const titleOf = (year: number): string => `${year}年度党员教育学时台账`

/** 学时台账: everybody with his hours, then what was typed, then the meetings that gave hours (rules.md §8.3). */
export function studyDocument(paper: StudyPaper): DocumentModel {
  const { organisation, year, date, lines } = paper
  const reached = lines.filter(({ missing }) => missing === 0).length
  const people = peopleRows(lines)
  return {
    profile: 'form',
    meta: { title: titleOf(year), author: organisation, date },
    blocks: [
      { kind: 'title', lines: titleLines(titleOf(year)) },
      line(`党组织：${organisation}`),
      line(`统计日期：${dayOnPaper(date)}；党员${lines.length}名，达到应学学时的${reached}名。`),
      ...part(1, '学时汇总', peopleColumns, people, '没有登记党员。'),
      ...part(2, '登记的学时', typedColumns, typedRows(lines), '没有登记。'),
      ...part(3, '会议和活动的学时', meetingColumns, meetingRows(paper), '没有记学时的会议和活动。')
    ]
  }
}

/** The first table of the ledger as a sheet; the share stays a number. */
export const studySheet = ({ lines }: StudyPaper): SheetOut => ({
  name: '学时台账',
  columns: [
    { header: '序号', width: 8 },
    { header: '姓名', width: 12 },
    { header: '党内职务', width: 18 },
    { header: '会议学时', width: 12 },
    { header: '登记学时', width: 12 },
    { header: '合计', width: 10 },
    { header: '应学学时', width: 12 },
    { header: '完成比例（%）', width: 14 },
    { header: '还差', width: 10 }
  ],
  rows: lines.map(({ name, posts, hours, target, share, missing }, index): RawCell[] => [
    index + 1,
    name,
    posts.join('、'),
    hours.fromMeetings,
    hours.typed,
    hours.total,
    target,
    wholePercent(share),
    missing
  ])
})
