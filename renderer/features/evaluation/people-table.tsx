import type { KeyboardEvent, ReactNode } from 'react'
import { useRowWalk } from '../../ui/row-walk.ts'
import { TableHead } from '../../ui/open-row.tsx'
import type { EntryLine } from './evaluation-words.ts'

/** A column after the name; `text` cells are cut at their edge. */
export type PeopleColumn = { head: string; text?: boolean; cell: (line: EntryLine) => ReactNode }

type Props = {
  label: string
  lines: readonly EntryLine[]
  columns: readonly PeopleColumn[]
  open: string | null
  onOpen: (memberId: string) => void
  /** What other keys do on a row; answers whether the key was one of them. */
  onKey?: (line: EntryLine, key: string) => boolean
}

/** Everybody of the evaluation, one row each: arrows and initials walk, Enter opens beside it, and the panel follows. */
export function PeopleTable({ label, lines, columns, open, onOpen, onKey }: Props) {
  const walk = useRowWalk()
  const press = (event: KeyboardEvent<HTMLTableRowElement>, line: EntryLine): void => {
    if (walk(event)) {
      const now = document.activeElement
      if (open !== null && now instanceof HTMLElement) onOpen(now.dataset['row'] ?? line.memberId)
      return
    }
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onOpen(line.memberId)
    else if (onKey?.(line, event.key) !== true) return
    event.preventDefault()
  }
  const first = lines.some(({ memberId }) => memberId === open) ? open : lines[0]?.memberId
  return (
    <table className="plain-table list-table" aria-label={label}>
      <TableHead heads={['姓名', '人员类别', ...columns.map(({ head }) => head)]} />
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.memberId}
            data-row={line.memberId}
            data-initials={line.initials}
            tabIndex={line.memberId === first ? 0 : -1}
            aria-selected={line.memberId === open}
            className={line.memberId === open ? 'selected' : ''}
            onClick={() => onOpen(line.memberId)}
            onKeyDown={(event) => press(event, line)}
          >
            <td>
              <strong>{line.name}</strong>
              {line.posts.length === 0 ? null : <span className="quiet"> {line.posts.join('、')}</span>}
            </td>
            <td>
              {line.category}
              {line.graded ? null : (
                <span className="tag evaluation-tag" title={line.whyNotGraded ?? ''}>
                  不评等次
                </span>
              )}
            </td>
            {columns.map(({ head, text = false, cell }) => (
              <td key={head} className={text ? 'cut-cell' : ''}>
                {cell(line)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
