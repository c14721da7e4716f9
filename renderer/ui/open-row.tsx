import type { ReactNode } from 'react'
import { useRowWalk } from './row-walk.ts'

type Props = { id: string; first: boolean; chosen?: boolean; onOpen: () => void; children: ReactNode }

/** A row of a list that opens something: arrows walk, a click or Enter opens it. */
export function OpenRow({ id, first, chosen = false, onOpen, children }: Props) {
  const walk = useRowWalk()
  return (
    <tr
      data-row={id}
      tabIndex={first ? 0 : -1}
      className={chosen ? 'selected' : ''}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (!walk(event) && event.key === 'Enter' && event.target === event.currentTarget) onOpen()
      }}
    >
      {children}
    </tr>
  )
}

/** The heads of a table in one row; those of columns of figures stand to the right. */
export const TableHead = ({ heads, figures = [] }: { heads: readonly string[]; figures?: readonly string[] }) => (
  <thead>
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col" className={figures.includes(head) ? 'number-cell' : ''}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
)
