import { CheckOutlined } from '@ant-design/icons'
import { memo, type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useWindow } from './use-window.ts'
import { jumpTo, type RosterRow } from './roster.ts'

const rowHeight = 38
const headings = ['姓名', '类别', '党内职务', '入党日期', '出生年月', '党支部', '信息']

type LineProps = {
  row: RosterRow
  index: number
  current: boolean
  /** Shown in the last but one column: the group inside a branch, the branch above it. */
  place: string
  onOpen: (row: RosterRow) => void
  onComplete: (row: RosterRow) => void
}

const Line = memo(function Line({ row, index, current, place, onOpen, onComplete }: LineProps) {
  return (
    <tr
      id={`member-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={current}
      className={current ? 'selected' : ''}
      onClick={() => onOpen(row)}
    >
      <td className="roster-name">{row.name}</td>
      <td>
        {row.category === '正式党员' ? '正式' : <span className="tag blue">{row.category.replace('党员', '')}</span>}
      </td>
      <td>{row.posts.length === 0 ? <span className="quiet">—</span> : row.posts.join('、')}</td>
      <td className="number">{row.joinedOn ?? <span className="quiet">—</span>}</td>
      <td className="number col-born">{row.bornOn?.slice(0, 7) ?? <span className="quiet">—</span>}</td>
      <td className="col-place">{place === '' ? <span className="quiet">—</span> : place}</td>
      <td>
        {row.missing.length === 0 ? (
          <CheckOutlined style={{ color: '#3b7557' }} aria-label="信息齐" />
        ) : (
          <button
            type="button"
            className="link missing"
            tabIndex={current ? 0 : -1}
            title={`缺${row.missing.join('、')}`}
            onClick={(event) => {
              event.stopPropagation()
              onComplete(row)
            }}
          >
            缺 {row.missing.length} 项
          </button>
        )}
      </td>
    </tr>
  )
})

/** Letters typed within a second belong together. */
function useLetters(): (letter: string) => string {
  const typed = useRef({ text: '', at: 0 })
  return (letter) => {
    const { text, at } = typed.current
    const now = performance.now()
    typed.current = { text: now - at < 1000 ? text + letter : letter, at: now }
    return typed.current.text
  }
}

/** How far a key moves the current row; `to` is absolute. */
function stepOf(key: string, count: number, page: number): { by: number } | { to: number } | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
  const by = steps[key]
  if (by !== undefined) return { by }
  return key === 'Home' ? { to: 0 } : key === 'End' ? { to: count - 1 } : null
}

export type RosterHandle = { focus: () => void }

type Props = {
  rows: readonly RosterRow[]
  currentId: string | null
  /** True where one branch is shown: then the column tells the group. */
  byGroup: boolean
  handle: Ref<RosterHandle>
  onMove: (row: RosterRow) => void
  onOpen: (row: RosterRow) => void
  onComplete: (row: RosterRow) => void
}

/** The roster. The table has the focus, one row is the current one; only rows in sight are drawn. */
export function RosterTable({ rows, currentId, byGroup, handle, onMove, onOpen, onComplete }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const { first, last, show } = useWindow(box, rows.length, rowHeight)
  const letters = useLetters()
  const current = rows.findIndex((row) => row.id === currentId)
  useImperativeHandle(handle, () => ({ focus: () => table.current?.focus({ preventScroll: true }) }), [])
  useEffect(() => show(current), [current, show])
  const moveTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (row !== undefined) onMove(row)
  }
  const press = (event: KeyboardEvent): void => {
    if (
      event.nativeEvent.isComposing ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.target !== table.current
    )
      return
    const step = stepOf(
      event.key,
      rows.length,
      Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2)
    )
    const row = rows[current]
    if (step !== null) moveTo('to' in step ? step.to : current + step.by)
    else if (event.key === 'Enter' && row !== undefined) onOpen(row)
    else if (/^[a-zA-Z]$/.test(event.key)) {
      const found = jumpTo(rows, letters(event.key.toLowerCase()), current)
      if (found >= 0) moveTo(found)
    } else return
    event.preventDefault()
  }
  return (
    <div className="roster-box" ref={box}>
      <table
        ref={table}
        className="plain-table roster"
        role="grid"
        tabIndex={0}
        aria-label="党员名册"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={current >= first && current < last ? `member-${rows[current]?.id ?? ''}` : undefined}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1}>
            {headings.map((heading, index) => (
              <th key={heading} scope="col" className={index === 4 ? 'col-born' : index === 5 ? 'col-place' : ''}>
                {heading === '党支部' && byGroup ? '党小组' : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <tr aria-hidden className="spacer" style={{ height: first * rowHeight }} /> : null}
          {rows.slice(first, last).map((row, index) => (
            <Line
              key={row.id}
              row={row}
              index={first + index}
              current={first + index === current}
              place={(byGroup ? row.group : row.organisation) ?? ''}
              onOpen={onOpen}
              onComplete={onComplete}
            />
          ))}
          {last < rows.length ? (
            <tr aria-hidden className="spacer" style={{ height: (rows.length - last) * rowHeight }} />
          ) : null}
        </tbody>
      </table>
    </div>
  )
}
