import { type Day, partsOf, quarterOf } from '../../kernel/dates.ts'
import type { MeetingPeriod } from '../alert/meeting-period-rules.ts'
import { meetingTypes, type MeetingType } from '../meeting/meeting.ts'
import { labelOf } from '../organisation/organisation.ts'
import { themeDayIn } from './day-rules.ts'
import { shortTypes } from './plan.ts'
import {
  meetingsIn,
  once,
  plannedIn,
  type PlanBranch,
  reasonsOf,
  type Wanted,
  wantedOf,
  type YearPeriods
} from './wanted-rules.ts'

/** 缺 the period is over · 缺 past the fixed day, the month is not over · 差 running · not begun yet. */
export type CoverageState = 'held' | 'missing' | 'late' | 'open' | 'ahead'

/** One period in a cell; `group` is what the group is called, null for the branch itself. */
export type CoveragePart = {
  organisationId: string
  group: string | null
  type: MeetingType
  state: CoverageState
  /** Meetings held up to today, of `count`. */
  held: number
  count: number
  meetingIds: string[]
  /** The first day it is planned for, where it is. */
  plannedOn: Day | null
}

/** Meetings held of those whose period is over; periods that still run count neither way. */
export type Rate = { held: number; due: number }

/** `cells` go by the columns; an empty one is not applicable, and `notes` say why. */
export type CoverageRow = {
  organisationId: string
  label: string
  notes: string[]
  cells: CoveragePart[][]
  rate: Rate
}

/** A column: a month (1–12), a quarter (1–4, after its third month), or what is wanted once a year. */
export type CoverageColumn = { kind: 'month' | 'quarter' | 'year'; number: number; title: string }

export type Coverage = {
  year: number
  columns: CoverageColumn[]
  rows: CoverageRow[]
  columnRates: Rate[]
  rate: Rate
}

/** Types with cells of their own. 民主评议党员 is proved by its own records, not by meetings. */
export const coveredTypes = meetingTypes.filter((type) => type !== '民主评议党员')

const kindOf = (type: MeetingType): CoverageColumn['kind'] =>
  type === '党员大会' ? 'quarter' : type === '党课' || type === '组织生活会' ? 'year' : 'month'

const quarters = ['一', '二', '三', '四']

const allColumns: readonly CoverageColumn[] = [
  ...quarters.flatMap((name, index): CoverageColumn[] => [
    ...[1, 2, 3].map((place): CoverageColumn => {
      const number = index * 3 + place
      return { kind: 'month', number, title: `${number}月` }
    }),
    { kind: 'quarter', number: index + 1, title: `${name}季大会` }
  ]),
  { kind: 'year', number: 1, title: '全年' }
]

/** The columns a choice of types has; all where none is chosen. */
const columnsFor = (type: MeetingType | null): CoverageColumn[] =>
  allColumns.filter(({ kind }) => type === null || kind === kindOf(type))

function columnOf(period: MeetingPeriod, columns: readonly CoverageColumn[]): number {
  const kind = kindOf(period.type)
  const number = kind === 'year' ? 1 : kind === 'quarter' ? quarterOf(period.to) : partsOf(period.to).month
  return columns.findIndex((column) => column.kind === kind && column.number === number)
}

type Clock = Pick<YearPeriods, 'today' | 'holidays'>

function stateOf({ unit, period }: Wanted, held: number, { today, holidays }: Clock): CoverageState {
  if (held >= period.count) return 'held'
  if (period.due < today) return 'missing'
  if (period.from > today) return 'ahead'
  const { themeDay } = unit.organisation
  if (period.type !== '主题党日' || themeDay === null) return 'open'
  const { year, month } = partsOf(period.to)
  return themeDayIn(year, month, themeDay, holidays) < today ? 'late' : 'open'
}

function partOf(wanted: Wanted, branch: PlanBranch, clock: Clock): CoveragePart {
  const { today } = clock
  const { unit, period } = wanted
  const meetings = meetingsIn(wanted)
  const held = meetings.filter(({ date }) => date <= today)
  const noticed = meetings.map(({ date }) => date).filter((day) => day > today)
  const ahead = [...plannedIn(wanted).filter((day) => day >= today), ...noticed]
  return {
    organisationId: unit.organisation.id,
    group: unit === branch ? null : labelOf(unit.organisation),
    type: period.type,
    state: stateOf(wanted, held.length, clock),
    held: held.length,
    count: period.count,
    meetingIds: held.map(({ id }) => id),
    plannedOn: ahead.sort()[0] ?? null
  }
}

const none: Rate = { held: 0, due: 0 }
const sum = (rates: readonly Rate[]): Rate =>
  rates.reduce((one, other) => ({ held: one.held + other.held, due: one.due + other.due }), none)

/** Whole per cent, rounded down: 100 means all of them; null where nothing was due. */
export const ratePercent = ({ held, due }: Rate): number | null => (due === 0 ? null : Math.floor((held * 100) / due))

type ColumnFor = (period: MeetingPeriod) => number
type Judged = { column: number; part: CoveragePart; rate: Rate }

function judged(branch: PlanBranch, periods: YearPeriods, type: MeetingType | null, columnFor: ColumnFor): Judged[] {
  const { today } = periods
  return wantedOf(branch, periods)
    .filter(({ period }) => type === null || period.type === type)
    .map((wanted): Judged => {
      const part = partOf(wanted, branch, periods)
      const over = wanted.period.due < today
      const rate = over ? { held: Math.min(part.held, part.count), due: part.count } : none
      return { column: columnFor(wanted.period), part, rate }
    })
}

/**
 * 组织生活覆盖表: what was held and what is missing, branch by branch and month by month, as of today. `type` narrows it
 * to one kind of meeting.
 */
export function coverageOf(branches: readonly PlanBranch[], periods: YearPeriods, type: MeetingType | null): Coverage {
  const columns = columnsFor(type)
  const columnFor = once((period: MeetingPeriod) => columnOf(period, columns))
  const columnRates = columns.map(() => ({ held: 0, due: 0 }))
  const rows = branches.map((branch): CoverageRow => {
    const found = judged(branch, periods, type, columnFor)
    const cells = columns.map((): CoveragePart[] => [])
    for (const { column, part, rate } of found) {
      cells[column]?.push(part)
      const total = columnRates[column]
      if (total !== undefined) {
        total.held += rate.held
        total.due += rate.due
      }
    }
    return {
      organisationId: branch.organisation.id,
      label: labelOf(branch.organisation),
      notes: reasonsOf(branch, periods),
      cells,
      rate: sum(found.map(({ rate }) => rate))
    }
  })
  return { year: periods.year, columns, rows, columnRates, rate: sum(columnRates) }
}

/** What a cell says of the parts in one state: 缺 委日, 差 课 2/4. */
function said(word: string, parts: readonly CoveragePart[]): string {
  const names = [
    ...new Set(parts.map(({ type, held, count }) => (count > 1 ? `课${held}/${count}` : shortTypes[type])))
  ]
  return `${word}${names.join('')}`
}

/** A mark in a cell: what is missing or still to come; nothing for what was held and for what has not begun. */
export type CoverageMark = { state: 'missing' | 'late' | 'open'; text: string }

export const cellMarks = (parts: readonly CoveragePart[]): CoverageMark[] =>
  (['missing', 'late', 'open'] as const).flatMap((state) => {
    const own = parts.filter((part) => part.state === state)
    return own.length === 0 ? [] : [{ state, text: said(state === 'open' ? '差' : '缺', own) }]
  })

/** Whether everything a cell asks for was held. */
export const isAllHeld = (parts: readonly CoveragePart[]): boolean =>
  parts.length > 0 && parts.every(({ state }) => state === 'held')
