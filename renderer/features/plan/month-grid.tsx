import { type KeyboardEvent, useEffect, useRef } from 'react'
import { dayMark, monthWeeks } from '../../../shared/features/plan/calendar-rules.ts'
import { type CalendarLine, shortTypes } from '../../../shared/features/plan/plan.ts'
import { addDays, type Day, partsOf } from '../../../shared/kernel/dates.ts'
import { useRules } from '../../api/rules.ts'
import { LineChip } from './line-chip.tsx'
import { dayAndWeekday, keyOfLine } from './plan-words.ts'

export type GridProps = {
  year: number
  month: number
  lines: ReadonlyMap<Day, readonly CalendarLine[]>
  today: Day
  /** The day the keys act on. */
  day: Day
  named: boolean
  chosen: string | null
  /** Only numbers and the characters of the types: three months stand side by side. */
  compact?: boolean
  onDay: (day: Day) => void
  onOpenDay: (day: Day) => void
  onOpenLine: (line: CalendarLine) => void
}

const heads = ['一', '二', '三', '四', '五', '六', '日']
const shownLines = 3

/** The characters of a day's types, the overdue first. */
function Shorts({ lines }: { lines: readonly CalendarLine[] }) {
  const types = [...new Set(lines.flatMap((line) => line.types))]
  const late = lines.some(({ state }) => state === 'overdue')
  if (lines.length === 0) return null
  return (
    <>
      <span className={late ? 'plan-shorts late' : 'plan-shorts'} aria-hidden>
        {types.map((type) => shortTypes[type]).join('')}
        {lines.length > types.length ? ` ${lines.length}` : ''}
      </span>
      <span className="plan-read">
        {types.join('、')}，共 {lines.length} 项{late ? '，有逾期未记的' : ''}
      </span>
    </>
  )
}

type DayProps = Omit<GridProps, 'lines' | 'year' | 'day'> & {
  at: Day
  lines: readonly CalendarLine[]
  current: boolean
}

function classesOf({ at, month, today }: DayProps, mark: string | null): string {
  const weekend = [0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())
  return [
    'plan-day',
    partsOf(at).month === month ? '' : 'outside',
    at === today ? 'today' : '',
    mark === '放假' || (weekend && mark === null) ? 'off' : ''
  ]
    .filter(Boolean)
    .join(' ')
}

function DayCell(props: DayProps) {
  const { at, lines, today, current, named, chosen, compact = false, onDay, onOpenDay, onOpenLine } = props
  const { holidays } = useRules()
  const mark = dayMark(at, holidays)
  return (
    <td
      className={classesOf(props, mark)}
      data-day={at}
      tabIndex={current ? 0 : -1}
      {...(at === today ? { 'aria-current': 'date' as const } : {})}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onDay(at)
      }}
      onClick={() => onOpenDay(at)}
    >
      <div className="plan-day-head">
        <span className="plan-date" aria-hidden>
          {partsOf(at).day}
        </span>
        <span className="plan-read">{dayAndWeekday(at)} </span>
        {mark === null ? null : <span className="plan-mark">{compact ? (mark === '放假' ? '休' : '班') : mark}</span>}
        {at === today && !compact ? <span className="plan-today">今天</span> : null}
      </div>
      {compact ? (
        <Shorts lines={lines} />
      ) : (
        lines
          .slice(0, shownLines)
          .map((line) => (
            <LineChip
              key={keyOfLine(line)}
              line={line}
              named={named}
              chosen={keyOfLine(line) === chosen}
              onOpen={() => onOpenLine(line)}
            />
          ))
      )}
      {!compact && lines.length > shownLines ? (
        <span className="plan-more">还有 {lines.length - shownLines} 项</span>
      ) : null}
    </td>
  )
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const none: readonly CalendarLine[] = []

/** Gives the focus to the chosen day when arrows led into another month and the day that had it is gone. */
function useFollow(day: Day) {
  const table = useRef<HTMLTableElement>(null)
  const walking = useRef(false)
  useEffect(() => {
    if (!walking.current || document.activeElement !== document.body) return
    walking.current = false
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day])
  return { table, walking }
}

/** A month in weeks, Monday first. Arrows walk the days, Enter opens one. */
export function MonthGrid(props: GridProps) {
  const { year, month, lines, day, onDay, onOpenDay, compact = false } = props
  const { table, walking } = useFollow(day)
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter') return
    // The focus is ahead of the address while keys come fast.
    const at = event.target instanceof HTMLTableCellElement ? event.target.dataset['day'] : undefined
    if (at === undefined) return
    event.preventDefault()
    if (step === undefined) onOpenDay(at)
    else {
      walking.current = true
      const goal = addDays(at, step)
      const cell = table.current?.querySelector<HTMLElement>(`[data-day="${goal}"]`)
      if (cell == null) onDay(goal)
      else cell.focus()
    }
  }
  const weeks = monthWeeks(year, month)
  const inside = partsOf(day).month === month
  const { lines: _lines, year: _year, day: _day, ...shared } = props
  return (
    <table
      ref={table}
      className={compact ? 'plan-month compact' : 'plan-month'}
      role="grid"
      aria-label={`${year} 年 ${month} 月`}
      onKeyDown={press}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" aria-label={`星期${head}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((at) => (
              <DayCell key={at} {...shared} at={at} lines={lines.get(at) ?? none} current={at === day && inside} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
