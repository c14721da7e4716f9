import type { RawCell } from '../../kernel/cells.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { ImportPlan, Office } from './ledger.ts'
import {
  meetingNumbers,
  memberRows,
  namingOf,
  organisationRow,
  postRow,
  studyRow,
  suspensionRow,
  taskRowOf
} from './ledger-export.ts'
import { changesBetween, closed, type Difference } from './ledger-difference.ts'
import { evaluationDifferences, pollDifferences } from './ledger-evaluation-differences.ts'
import { markRow, rectificationRow } from './ledger-export-checklist.ts'
import { agendaRow, meetingRow, type NamedCells, type Naming } from './ledger-export-meeting.ts'
import { talkRow } from './ledger-export-talk.ts'
import { contentColumns } from './ledger-talk-row.ts'
import type { Talk } from '../talk/talk.ts'

const spellColumns = ['组织编码', '党小组编码', '党内职务', '组织关系', '转入日期', '转出日期']

/** A person with several spells in one set of cells: the spell's columns carry its number where there is more than one. */
function memberCells(rows: readonly NamedCells[]): NamedCells {
  const several = rows.length > 1
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, cell]) => [
        several && spellColumns.includes(column) ? `${column}（第 ${index + 1} 段）` : column,
        cell
      ])
    )
  )
}

const inItem = (number: number, cells: NamedCells): [string, RawCell][] =>
  Object.entries(cells)
    .filter(([column]) => column !== '会议编号' && column !== '序号')
    .map(([column, cell]) => [`议题 ${number} 的${column}`, cell])

const meetingCells = (meeting: Meeting, naming: Naming): NamedCells =>
  Object.fromEntries([
    ...Object.entries(meetingRow(meeting, naming)),
    ...meeting.agenda.flatMap((item) => inItem(item.number, agendaRow(meeting, item, naming)))
  ])

/** What a record says that the ledger has no column for. */
const moreCells = (meeting: Meeting): NamedCells =>
  Object.fromEntries([
    ['活动内容', meeting.contents.join('、')],
    ['讲稿', meeting.handout],
    ['所属组织生活会', meeting.lifeMeetingId === null ? null : '已选定'],
    ['报送对象', meeting.reportedTo],
    ['报送日期', meeting.reportedOn],
    ...meeting.agenda.flatMap((item) =>
      inItem(item.number, { 汇报人: item.presenter?.name ?? null, 程序: item.steps.join('、') })
    )
  ])

/** What one text of a meeting says otherwise than another, cell by cell. */
export const meetingChanges = (before: Meeting, after: Meeting, naming: Naming): Difference['changes'] =>
  changesBetween(
    { ...meetingCells(before, naming), ...moreCells(before) },
    { ...meetingCells(after, naming), ...moreCells(after) }
  )

/** Of a talk of L2 or L3 only which cells change, not what they say. */
function guarded(
  changes: Difference['changes'],
  { before, after }: { before: Talk; after: Talk }
): Difference['changes'] {
  if (before.level === 'L1' && after.level === 'L1') return changes
  const said: readonly string[] = [...contentColumns, '事由', '地点', '记录人', '责任人']
  return changes.map((one) => (said.includes(one.column) ? { ...one, before: closed, after: closed } : one))
}

/**
 * What an import would change of records that are there, cell by cell in the words of the workbook, in its order of
 * sheets. ID numbers are masked, and so is what was said in talks of L2 and L3; 监督谈话 shows its number only. Figures of
 * ballots are there for who `mayTally`. New records are not in it: their rows are the file itself.
 */
export function differencesOf(plan: ImportPlan, office: Office, mayTally = true): Difference[] {
  const before = namingOf(office)
  const after = namingOf({
    organisations: [
      ...office.organisations,
      ...plan.organisations.update.map((one) => one.after),
      ...plan.organisations.create
    ],
    members: [...office.members, ...plan.members.update.map((one) => one.after), ...plan.members.create]
  })
  const compare = <Value>(
    sheet: string,
    updates: readonly { before: Value; after: Value }[],
    cells: (record: Value, naming: Naming) => NamedCells,
    label: (record: Value) => string
  ): Difference[] =>
    updates.map((one) => ({
      sheet,
      label: label(one.before),
      changes: changesBetween(cells(one.before, before), cells(one.after, after))
    }))
  const meetings = [...office.meetings, ...plan.meetings.create]
  const [taskBefore, taskAfter] = [taskRowOf(meetings, before), taskRowOf(meetings, after)]
  const nameOf = (id: string): string => office.members.find((member) => member.id === id)?.name ?? ''
  return [
    ...compare('党组织', plan.organisations.update, organisationRow, (one) => `${one.code} ${one.name}`),
    ...compare(
      '党员',
      plan.members.update,
      (one, naming) => memberCells(memberRows(one, naming)),
      (one) => one.name
    ),
    ...compare('任职', plan.posts.update, postRow, (one) => `${nameOf(one.memberId)} ${one.title}`),
    ...compare('停权', plan.suspensions.update, suspensionRow, (one) => `${nameOf(one.memberId)} ${one.kind}`),
    ...compare('会议', plan.meetings.update, meetingCells, (one) => one.number),
    ...compare(
      '任务',
      plan.tasks.update,
      (one, naming) => (naming === before ? taskBefore : taskAfter)(one),
      (one) => one.subject
    ),
    ...plan.talks.update.map((one) => ({
      sheet: '谈话',
      label: one.before.number,
      changes: guarded(changesBetween(talkRow(one.before, before), talkRow(one.after, after)), one)
    })),
    ...plan.supervisions.update.map((one) => ({
      sheet: '谈话',
      label: one.before.number,
      changes: [{ column: '监督谈话', before: closed, after: closed }]
    })),
    ...evaluationDifferences(plan, meetings, [before, after], mayTally),
    ...pollDifferences(plan, [before, after], mayTally),
    ...compare('清单自评', plan.marks.update, markRow, ({ year, item }) => `${year} ${item}`),
    ...compare('学时', plan.studies.update, studyRow, (one) => `${nameOf(one.memberId)} ${one.date}`),
    ...compare(
      '整改',
      plan.rectifications.update,
      (one, naming) => rectificationRow(one, naming, meetingNumbers(meetings)),
      (one) => one.problem
    )
  ].filter(({ changes }) => changes.length > 0)
}
