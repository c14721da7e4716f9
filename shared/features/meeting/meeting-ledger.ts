import type { CellAlign, CellContent, DocumentModel } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type AttendanceRow, attendanceRate } from './attendance-rules.ts'
import { absenceReasons, type Meeting, meetingTitle, type MeetingType } from './meeting.ts'
import type { Attendee, Counts } from './meeting-rules.ts'

/** 三会一课台账, 主题党日台账 and 党员参加组织生活台账. */
export const meetingLedgers = ['meetings', 'theme-days', 'attendance'] as const
export type MeetingLedger = (typeof meetingLedgers)[number]

export const ledgerNames: Record<MeetingLedger, string> = {
  meetings: '三会一课台账',
  'theme-days': '主题党日台账',
  attendance: '党员参加组织生活台账'
}

/** 三会一课: the three meetings and the lecture. */
const meetingsAndLectures: readonly MeetingType[] = ['党员大会', '支委会', '党小组会', '党课']

/** Whether a meeting has a line in a ledger. A day that was several things stands in both. */
export const belongsToLedger = ({ types }: Pick<Meeting, 'types'>, ledger: MeetingLedger): boolean =>
  ledger === 'theme-days' ? types.includes('主题党日') : types.some((type) => meetingsAndLectures.includes(type))

/** A meeting that was held, with its counts; `label` is what its organisation is called. */
export type LedgerMeeting = { meeting: Meeting; counts: Counts; roll: readonly Attendee[]; label: string }

/**
 * What a ledger is made of: the meetings of an organisation and those below it in a year, or its people. `several` says
 * whether lines of several organisations lie together; then each line names its own.
 */
export type LedgerInput = {
  ledger: MeetingLedger
  organisation: string
  year: number
  date: Day
  several: boolean
  meetings: readonly LedgerMeeting[]
  people: readonly AttendanceRow[]
}

/** One column; `width` in any unit, shares of the text width. `value` of a row as a sheet has it, `paper` where the page says it otherwise. */
type Column<Row> = {
  title: string
  width: number
  align?: CellAlign
  value: (row: Row, index: number) => RawCell
  paper?: (row: Row, index: number) => string
}

const absentPeople = ({ meeting }: LedgerMeeting): string =>
  meeting.absences.map(({ name, reason }) => `${name}（${reason}）`).join('、')

const presence = ({ counts }: LedgerMeeting): string => `${counts.present}/${counts.expected}`

/** What was dealt with: the items, or the theme and topic of what has none. */
const matters = ({ meeting }: LedgerMeeting): string => {
  const items = meeting.agenda.map(({ title }) => title)
  const about = [meeting.topic, meeting.theme].filter((part) => part !== null && part !== '')
  return (items.length > 0 ? items : about).join('；')
}

/** What came of it: the resolutions. */
const results = ({ meeting }: LedgerMeeting): string =>
  meeting.agenda.flatMap(({ resolution }) => (resolution === null || resolution === '' ? [] : [resolution])).join('；')

const number: Column<unknown> = { title: '序号', width: 30, align: 'center', value: (_row, index) => index + 1 }
const day: Column<LedgerMeeting> = {
  title: '日期',
  width: 62,
  align: 'center',
  value: ({ meeting }) => meeting.date,
  paper: ({ meeting }) => meeting.date
}
const whose: Column<LedgerMeeting> = { title: '党组织', width: 84, value: ({ label }) => label }
const host: Column<LedgerMeeting> = {
  title: '主持人',
  width: 50,
  align: 'center',
  value: ({ meeting }) => meeting.host?.name ?? null
}
const people: Column<LedgerMeeting> = { title: '实到/应到', width: 46, align: 'center', value: presence }
const absent: Column<LedgerMeeting> = { title: '缺席和原因', width: 92, value: absentPeople }

const meetingColumns = (several: boolean): Column<LedgerMeeting>[] => [
  number,
  day,
  ...(several ? [whose] : []),
  { title: '会议和活动', width: 104, value: ({ meeting }) => meetingTitle(meeting) },
  { title: '类型', width: 60, align: 'center', value: ({ meeting }) => meeting.types.join('、') },
  host,
  people,
  absent,
  { title: '议题和内容', width: 130, value: matters },
  { title: '决议和结果', width: 130, value: results }
]

const themeColumns = (several: boolean): Column<LedgerMeeting>[] => [
  number,
  day,
  ...(several ? [whose] : []),
  { title: '主题', width: 130, value: ({ meeting }) => meeting.theme ?? meeting.topic },
  { title: '活动内容', width: 76, value: ({ meeting }) => meeting.contents.join('、') },
  { title: '地点', width: 76, value: ({ meeting }) => meeting.place },
  host,
  people,
  absent,
  { title: '学时', width: 34, align: 'center', value: ({ meeting }) => meeting.hours },
  { title: '活动情况', width: 150, value: (row) => row.meeting.minutes ?? matters(row) }
]

const attendanceColumns = (several: boolean): Column<AttendanceRow>[] => [
  number,
  ...(several ? [{ title: '党组织', width: 90, value: ({ label }: AttendanceRow) => label }] : []),
  { title: '姓名', width: 56, align: 'center', value: ({ name }) => name },
  { title: '党内职务', width: 72, align: 'center', value: ({ posts }) => posts.join('、') },
  { title: '应参加', width: 44, align: 'center', value: ({ expected }) => expected },
  { title: '实参加', width: 44, align: 'center', value: ({ present }) => present },
  ...absenceReasons.map(
    (reason): Column<AttendanceRow> => ({
      title: reason,
      width: 40,
      align: 'center',
      value: ({ absences }) => absences[reason] ?? 0,
      paper: ({ absences }) => `${absences[reason] ?? ''}`
    })
  ),
  { title: '迟到早退', width: 60, align: 'center', value: ({ late }) => late, paper: ({ late }) => `${late || ''}` },
  {
    title: '出勤率（%）',
    width: 74,
    align: 'center',
    value: attendanceRate,
    paper: (row) => (attendanceRate(row) === null ? '' : `${attendanceRate(row)}%`)
  }
]

/** The rows of a ledger as a screen shows them: texts under their heads, and the id of the meeting behind each line. */
export type LedgerTable = { columns: string[]; rows: { id: string; cells: string[] }[] }

type Filled = { title: string; width: number; align: CellAlign; values: RawCell[]; texts: string[] }

const textOfCell = (value: RawCell): string => (value === null || typeof value === 'object' ? '' : `${value}`)

function filled<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Filled[] {
  return columns.map(({ title, width, align = 'left', value, paper }) => {
    const values = rows.map(value)
    return {
      ...{ title, width, align, values },
      texts: paper === undefined ? values.map(textOfCell) : rows.map(paper)
    }
  })
}

const columnsOf = ({ ledger, several, meetings, people: rows }: LedgerInput): Filled[] => {
  if (ledger === 'attendance') return filled(attendanceColumns(several), rows)
  const own = meetings.filter(({ meeting }) => belongsToLedger(meeting, ledger))
  return filled(ledger === 'meetings' ? meetingColumns(several) : themeColumns(several), own)
}

const idsOf = ({ ledger, meetings, people: rows }: LedgerInput): string[] =>
  ledger === 'attendance'
    ? rows.map(({ memberId }) => memberId)
    : meetings.filter(({ meeting }) => belongsToLedger(meeting, ledger)).map(({ meeting }) => meeting.id)

export function ledgerTable(input: LedgerInput): LedgerTable {
  const columns = columnsOf(input)
  return {
    columns: columns.map(({ title }) => title),
    rows: idsOf(input).map((id, row) => ({ id, cells: columns.map(({ texts }) => texts[row] ?? '') }))
  }
}

export function ledgerSheet(input: LedgerInput): SheetOut {
  const columns = columnsOf(input)
  return {
    name: ledgerNames[input.ledger],
    columns: columns.map(({ title, width }) => ({ header: title, width: Math.max(8, Math.round(width / 5)) })),
    rows: idsOf(input).map((_id, row) => columns.map(({ values }) => values[row] ?? null))
  }
}

/** The line under the title: how many, and how well attended. */
function summary({ ledger, meetings, people: rows }: LedgerInput): string {
  if (ledger === 'attendance') {
    const expected = rows.reduce((sum, one) => sum + one.expected, 0)
    const present = rows.reduce((sum, one) => sum + one.present, 0)
    const rate = attendanceRate({ expected, present })
    return `党员${rows.length}名，应参加${expected}人次，实参加${present}人次${rate === null ? '' : `，出勤率${rate}%`}。`
  }
  const own = meetings.filter(({ meeting }) => belongsToLedger(meeting, ledger))
  const types = ledger === 'meetings' ? meetingsAndLectures : (['主题党日'] as const)
  const parts = types.flatMap((type) => {
    const count = own.filter(({ meeting }) => meeting.types.includes(type)).length
    return count === 0 ? [] : [`${type}${count}次`]
  })
  return parts.length === 0 ? '没有记录。' : `${parts.join('，')}。`
}

/** A ledger, turned; a ledger of nothing has its head and says so. */
export function ledgerDocument(input: LedgerInput): DocumentModel {
  const columns = columnsOf(input)
  const title = `${input.year}年度${ledgerNames[input.ledger]}`
  const rows = idsOf(input).map((_id, row): CellContent[] => columns.map(({ texts }) => texts[row] ?? ''))
  return {
    profile: 'form',
    meta: { title, author: input.organisation, date: input.date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      { kind: 'title', lines: titleLines(title) },
      {
        kind: 'paragraph',
        align: 'left',
        indentCells: 0,
        runs: [{ text: `党组织：${input.organisation}　　统计日期：${dayOnPaper(input.date)}` }]
      },
      { kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text: summary(input) }] },
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'grid' as const,
              columns: columns.map(({ title: head, width, align }) => ({ title: head, width, align })),
              rows
            }
          ])
    ]
  }
}
