import './coverage-grid.css'
import { CheckOutlined } from '@ant-design/icons'
import { type KeyboardEvent, memo, useRef } from 'react'
import {
  cellMarks,
  type CoverageColumn,
  type CoveragePart,
  type CoverageRow,
  isAllHeld,
  type Rate,
  ratePercent
} from '../../shared/features/plan/coverage-rules.ts'
import { partsOf } from '../../shared/kernel/dates.ts'
import type { Outputs } from '../api/client.ts'

/** A cell with what it belongs to. */
export type CoverageSpot = { row: CoverageRow; column: CoverageColumn; parts: CoveragePart[] }

type Act = (spot: CoverageSpot, how: 'open' | 'record') => void

type Props = { coverage: Outputs['plan']['coverage']; today: string; onAct: Act }

const RateCell = ({ rate }: { rate: Rate }) => {
  const percent = ratePercent(rate)
  return (
    <div role="gridcell" className={percent === 100 ? 'coverage-rate full' : 'coverage-rate'}>
      {percent === null ? (
        '—'
      ) : (
        <>
          <span>{percent}%</span>
          <small>
            {rate.held}/{rate.due}
          </small>
        </>
      )}
    </div>
  )
}

function wordsOf({ row, column, parts }: CoverageSpot): string {
  const marks = cellMarks(parts)
  const said = marks.length > 0 ? marks.map(({ text }) => text).join('，') : isAllHeld(parts) ? '已开' : ''
  return `${row.label}，${column.title}，${said === '' ? (parts.length === 0 ? '不要求' : '还没开始') : said}`
}

const isNow = ({ kind, number }: CoverageColumn, month: number | null): boolean => kind === 'month' && number === month

function Cell({ spot, current, now }: { spot: CoverageSpot; current: boolean; now: boolean }) {
  const { parts, column } = spot
  const marks = cellMarks(parts)
  return (
    <div
      role="gridcell"
      tabIndex={current ? 0 : -1}
      className={`coverage-cell ${column.kind}${now ? ' now' : ''}`}
      aria-label={wordsOf(spot)}
    >
      {marks.map(({ state, text }) => (
        <span key={state} className={`coverage-mark is-${state}`}>
          {text}
        </span>
      ))}
      {marks.length === 0 && isAllHeld(parts) ? <CheckOutlined className="coverage-tick" aria-hidden /> : null}
    </div>
  )
}

type RowProps = { row: CoverageRow; columns: readonly CoverageColumn[]; month: number | null; first: boolean }

const Row = memo(function Row({ row, columns, month, first }: RowProps) {
  return (
    <div role="row" className="coverage-row" data-row={row.organisationId}>
      <div role="rowheader" className="coverage-name" title={[row.label, ...row.notes].join('，')}>
        {row.label} <small>{row.notes.join('，')}</small>
      </div>
      {columns.map((column, index) => (
        <Cell
          key={column.title}
          spot={{ row, column, parts: row.cells[index] ?? [] }}
          current={first && index === 0}
          now={isNow(column, month)}
        />
      ))}
      <RateCell rate={row.rate} />
    </div>
  )
})

const cellsOf = (row: Element | null): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('.coverage-cell') ?? [])
]

/** The cell an arrow leads to; null at the edge. */
function neighbour(cell: HTMLElement, key: string): HTMLElement | null {
  const own = cell.parentElement
  const at = cellsOf(own).indexOf(cell)
  if (key === 'ArrowLeft') return cellsOf(own)[at - 1] ?? null
  if (key === 'ArrowRight') return cellsOf(own)[at + 1] ?? null
  if (key === 'Home') return cellsOf(own)[0] ?? null
  if (key === 'End') return cellsOf(own).at(-1) ?? null
  return cellsOf((key === 'ArrowUp' ? own?.previousElementSibling : own?.nextElementSibling) ?? null)[at] ?? null
}

const walks = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']

/** The one cell Tab leads to is moved in the page itself: thousands of cells are not drawn anew for it. */
function useRoving() {
  const grid = useRef<HTMLDivElement>(null)
  return {
    grid,
    stand: (cell: HTMLElement): void => {
      for (const old of grid.current?.querySelectorAll('.coverage-cell[tabindex="0"]') ?? [])
        old.setAttribute('tabindex', '-1')
      cell.tabIndex = 0
      cell.focus()
    }
  }
}

/** Branches by months: a tick opens the record, an empty cell names what is missing. Arrows, Enter, N. */
export function CoverageGrid({ coverage, today, onAct }: Props) {
  const { columns, rows, columnRates, rate, year } = coverage
  const { grid, stand } = useRoving()
  const { year: thisYear, month } = partsOf(today)
  const spotOf = (cell: HTMLElement): CoverageSpot | null => {
    const row = rows.find(({ organisationId }) => organisationId === cell.parentElement?.dataset['row'])
    const index = cellsOf(cell.parentElement).indexOf(cell)
    const column = columns[index]
    return row === undefined || column === undefined ? null : { row, column, parts: row.cells[index] ?? [] }
  }
  const act = (cell: HTMLElement, how: 'open' | 'record'): void => {
    const spot = spotOf(cell)
    if (spot !== null) onAct(spot, how)
  }
  const press = (event: KeyboardEvent): void => {
    const cell = event.target
    if (!(cell instanceof HTMLElement) || !cell.classList.contains('coverage-cell')) return
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return
    if (walks.includes(event.key)) {
      const goal = neighbour(cell, event.key)
      if (goal !== null) stand(goal)
    } else if (event.key === 'Enter') act(cell, 'open')
    else if (event.key === 'n' || event.key === 'N') act(cell, 'record')
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={grid}
      role="grid"
      className={`coverage-grid c${columns.length}`}
      aria-label="组织生活覆盖"
      onKeyDown={press}
      onClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('.coverage-cell') : null
        if (cell === null) return
        stand(cell)
        act(cell, 'open')
      }}
    >
      <div role="row" className="coverage-row head">
        <div role="columnheader" className="coverage-name">
          党支部
        </div>
        {columns.map((column) => (
          <div
            key={column.title}
            role="columnheader"
            className={`coverage-head ${column.kind}${isNow(column, thisYear === year ? month : null) ? ' now' : ''}`}
          >
            {column.title}
          </div>
        ))}
        <div role="columnheader" className="coverage-head">
          按时率
        </div>
      </div>
      {rows.map((row, index) => (
        <Row
          key={row.organisationId}
          row={row}
          columns={columns}
          month={thisYear === year ? month : null}
          first={index === 0}
        />
      ))}
      <div role="row" className="coverage-row foot">
        <div role="rowheader" className="coverage-name">
          合计
        </div>
        {columnRates.map((one, index) => (
          <RateCell key={columns[index]?.title} rate={one} />
        ))}
        <RateCell rate={rate} />
      </div>
    </div>
  )
}
