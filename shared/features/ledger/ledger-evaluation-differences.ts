import { blankLine, shownClasses, shownLine } from '../ballot/ballot.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Poll } from '../poll/poll.ts'
import type { ImportPlan } from './ledger.ts'
import { changesBetween, closed, type Difference } from './ledger-difference.ts'
import { ballotColumns } from './ledger-evaluation-row.ts'
import { meetingNumbers } from './ledger-export.ts'
import { entryRow, pollRows, roundRow } from './ledger-export-evaluation.ts'
import type { NamedCells, Naming } from './ledger-export-meeting.ts'
import { gradeHeads } from './ledger-sheets.ts'

/** How records are called before the import and after it. */
type Namings = readonly [before: Naming, after: Naming]

const figureColumns = [...ballotColumns, ...gradeHeads]

/**
 * Figures of ballots only for who may see them (R4-06), and of nobody for whom so few voted that they tell how (`few`): of
 * the others the name of the column is told.
 */
const guarded = (
  changes: Difference['changes'],
  mayTally: boolean,
  few: (about: string) => boolean
): Difference['changes'] =>
  changes.map((one) => {
    const grade = figureColumns.find((column) => one.column.endsWith(`的${column}`))
    const about = grade === undefined ? '' : one.column.slice(0, -grade.length - 1)
    return grade === undefined || (mayTally && !few(about)) ? one : { ...one, before: closed, after: closed }
  })

/** The cells of a row that are not its key, under the name of what the row is about. */
const inRow = (about: string, cells: NamedCells, keys: readonly string[]): NamedCells =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]) => (keys.includes(column) ? [] : [[`${about}的${column}`, cell]]))
  )

/** Members of whom too few valid ballots are stored, as their rows call them. */
function fewFor(one: Evaluation, naming: Naming): (about: string) => boolean {
  const names = one.entries.flatMap((entry) =>
    entry.counts === null || shownLine(entry.counts).shown ? [] : [entryRow(one, entry, naming)['姓名']]
  )
  return (about) => names.includes(about)
}

function evaluationCells(one: Evaluation, naming: Naming, meetings: readonly Meeting[]): NamedCells {
  const numberOf = meetingNumbers(meetings)
  const rounds = one.rounds.map((round) =>
    inRow(`${round.date} `, roundRow(one, round, naming, numberOf), ['年度', '日期'])
  )
  const entries = one.entries.map((entry) => {
    const cells = entryRow(one, entry, naming)
    return inRow(String(cells['姓名']), cells, ['组织编码', '年度', '姓名'])
  })
  return Object.assign({}, ...rounds, ...entries)
}

/** The class a row of 测评 tells of, as a remark, and whom and which class it is about. */
const partIn = ({ 票类: pile }: NamedCells): string => (pile === null ? '' : `（${String(pile)}）`)
const aboutIn = (row: NamedCells): string => `${String(row['被测评对象'])}${partIn(row)}`

const headColumns = ['名称', '组织编码', '年度', '种类']

function pollCells(poll: Poll, naming: Naming): NamedCells {
  const rows = pollRows(poll, naming)
  const head = Object.fromEntries(headColumns.map((column) => [column, rows[0]?.[column] ?? null]))
  const cells = rows.map((row) => {
    const { 权重: weight } = row
    return {
      [`权重${partIn(row)}`]: weight ?? null,
      ...inRow(aboutIn(row), row, ['测评编号', '票类', '权重', '被测评对象', ...headColumns])
    }
  })
  return Object.assign(head, ...cells)
}

/** Subjects and classes of whom too few valid ballots are stored. */
function fewIn(poll: Poll, naming: Naming): (about: string) => boolean {
  const shown = poll.subjects.flatMap(({ results }) => {
    const lineOf = (name: string) => results.find(({ className }) => className === name)?.overall ?? blankLine
    return shownClasses(poll.classes.map(({ name }) => lineOf(name))).classes
  })
  const few = pollRows(poll, naming).flatMap((row, at) => (shown[at]?.shown === false ? [aboutIn(row)] : []))
  return (about) => few.includes(about)
}

/** What an import would change of evaluations that are there. `meetings` are those before and after it. */
export const evaluationDifferences = (
  plan: Pick<ImportPlan, 'evaluations'>,
  meetings: readonly Meeting[],
  [before, after]: Namings,
  mayTally: boolean
): Difference[] =>
  plan.evaluations.update.map((one) => ({
    sheet: '评议',
    label: `${before.codeOf(one.before.organisationId) ?? ''} ${one.before.year} 年度`,
    changes: guarded(
      changesBetween(evaluationCells(one.before, before, meetings), evaluationCells(one.after, after, meetings)),
      mayTally,
      fewFor(one.before, before)
    )
  }))

/** What an import would change of polls that are there. */
export const pollDifferences = (
  plan: Pick<ImportPlan, 'polls'>,
  [before, after]: Namings,
  mayTally: boolean
): Difference[] =>
  plan.polls.update.map((one) => ({
    sheet: '测评',
    label: one.before.number,
    changes: guarded(
      changesBetween(pollCells(one.before, before), pollCells(one.after, after)),
      mayTally,
      fewIn(one.before, before)
    )
  }))
