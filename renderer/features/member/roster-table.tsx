import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { columnNames } from './roster-columns.ts'
import { type LineActs, RosterLine } from './roster-line.tsx'
import type { RosterRow } from './roster.ts'
import type { RosterWindow } from './use-roster.ts'
import { useWindow } from './use-window.ts'

const rowHeight = 38

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
  count: number
  pages: RosterWindow
  /** The current row, -1 where there is none in this view. */
  current: number
  acts: LineActs
  ticked: ReadonlyMap<string, RosterRow>
  handle: Ref<RosterHandle>
  onMove: (row: RosterRow) => void
  /** Finds the row typed letters mean; answers with its index or null. */
  onLetters: (letters: string, from: number) => Promise<number | null>
  onTickAll: (on: boolean) => void
}

/** The roster. The table has the focus, one row is the current one; only rows in sight are fetched and drawn. */
export function RosterTable(props: Props) {
  const { count, pages, current, acts, ticked, handle, onMove, onLetters, onTickAll } = props
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const { first, last, show } = useWindow(box, count, rowHeight)
  const letters = useLetters()
  const [awaited, setAwaited] = useState<number | null>(null)
  const at = awaited ?? current
  const { onSight } = pages
  useEffect(() => onSight(first, last), [first, last, onSight])
  useImperativeHandle(handle, () => ({ focus: () => table.current?.focus({ preventScroll: true }) }), [])
  useEffect(() => show(at), [at, show])
  const moving = useRef(onMove)
  moving.current = onMove
  const arrived = awaited === null ? undefined : pages.rowAt(awaited)
  useEffect(() => {
    if (arrived === undefined) return
    setAwaited(null)
    moving.current(arrived)
    // A row that was gone to before it was fetched becomes the current one when it comes.
  }, [arrived])
  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index))
    const row = pages.rowAt(target)
    setAwaited(row === undefined ? target : null)
    if (row !== undefined) onMove(row)
  }
  const press = (event: KeyboardEvent): void => {
    const { nativeEvent, ctrlKey, altKey, metaKey, target, key } = event
    if (nativeEvent.isComposing || ctrlKey || altKey || metaKey || target !== table.current) return
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2)
    const step = stepOf(key, count, page)
    const row = at < 0 ? undefined : pages.rowAt(at)
    if (step !== null) moveTo('to' in step ? step.to : at + step.by)
    else if (key === ' ' && acts.selecting && row !== undefined) acts.onTick(row, at, event.shiftKey)
    else if (key === 'Enter' && row !== undefined) acts.onOpen(row)
    else if (/^[a-zA-Z]$/.test(key))
      void onLetters(letters(key.toLowerCase()), at).then((found) => {
        if (found !== null) moveTo(found)
      })
    else return
    event.preventDefault()
  }
  const active = at >= first && at < last ? pages.rowAt(at) : undefined
  return (
    <div className="roster-box" ref={box}>
      <table
        ref={table}
        className="plain-table roster"
        role="grid"
        tabIndex={0}
        aria-label="党员名册"
        aria-rowcount={count + 1}
        aria-multiselectable={acts.selecting}
        aria-activedescendant={active === undefined ? undefined : `member-${active.id}`}
        onKeyDown={press}
      >
        <RosterHead acts={acts} all={ticked.size > 0 && ticked.size >= count} onTickAll={onTickAll} />
        <tbody>
          {first > 0 ? <tr aria-hidden className="spacer" style={{ height: first * rowHeight }} /> : null}
          {Array.from({ length: last - first }, (_one, offset) => {
            const index = first + offset
            const row = pages.rowAt(index)
            return row === undefined ? (
              <tr key={`blank-${index}`} aria-hidden className="awaited">
                <td colSpan={acts.columns.length + (acts.selecting ? 2 : 1)} />
              </tr>
            ) : (
              <RosterLine
                key={row.id}
                row={row}
                index={index}
                current={index === at}
                ticked={ticked.has(row.id)}
                acts={acts}
              />
            )
          })}
          {last < count ? <tr aria-hidden className="spacer" style={{ height: (count - last) * rowHeight }} /> : null}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = { acts: LineActs; all: boolean; onTickAll: (on: boolean) => void }

function RosterHead({ acts, all, onTickAll }: HeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {acts.selecting ? (
          <th scope="col" className="col-tick">
            <input
              type="checkbox"
              checked={all}
              aria-label="全选"
              onChange={(event) => onTickAll(event.target.checked)}
            />
          </th>
        ) : null}
        <th scope="col">姓名</th>
        {acts.columns.map((column) => (
          <th key={column} scope="col" className={`col-${column}`}>
            {column === 'place' ? (acts.byGroup ? '党小组' : '党支部') : columnNames[column]}
          </th>
        ))}
      </tr>
    </thead>
  )
}
