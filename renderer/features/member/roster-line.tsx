import { CheckOutlined } from '@ant-design/icons'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { cellText, columnNames, type RosterColumn, wantedIn } from './roster-columns.ts'
import type { RosterRow } from './roster.ts'

/** What the lines of one table have in common. */
export type LineActs = {
  columns: readonly RosterColumn[]
  byGroup: boolean
  mayWrite: boolean
  selecting: boolean
  onOpen: (row: RosterRow) => void
  /** Opens the form at a field that is still empty. */
  onComplete: (row: RosterRow, field: string) => void
  onTick: (row: RosterRow, index: number, stretch: boolean) => void
}

type CellProps = { row: RosterRow; column: RosterColumn; current: boolean; acts: LineActs }

function MissingLink({
  row,
  field,
  words,
  label,
  current,
  acts
}: CellProps & Record<'field' | 'words' | 'label', string>) {
  if (!acts.mayWrite) return <span className="missing">{words}</span>
  return (
    <button
      type="button"
      className="link missing"
      tabIndex={current ? 0 : -1}
      title={label}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation()
        acts.onComplete(row, field)
      }}
    >
      {words}
    </button>
  )
}

function cellContent(props: CellProps): ReactNode {
  const { row, column, acts } = props
  if (column === 'missing') {
    const [first] = row.missing
    if (row.former) return <span className="quiet">—</span>
    if (first === undefined) return <CheckOutlined className="quiet-tick" aria-label="信息齐" />
    const names = row.missing.map(({ name }) => name).join('、')
    return (
      <MissingLink
        {...props}
        field={first.field}
        words={`缺 ${row.missing.length} 项`}
        label={`缺 ${row.missing.length} 项：${names}`}
      />
    )
  }
  const text = cellText(row, column, acts.byGroup)
  if (column === 'category' && text !== '正式') return <span className="tag blue">{text}</span>
  if (text !== '') return text
  const wanted = row.missing.find(({ field }) => field === wantedIn[column])
  return wanted === undefined || row.former || !acts.mayWrite ? (
    <span className="quiet">—</span>
  ) : (
    <MissingLink {...props} field={wanted.field} words="补" label={`补${row.name}的${wanted.name}`} />
  )
}

const away = (row: RosterRow): ReactNode =>
  row.away === null ? null : <span className="tag amber roster-mark">{row.away}</span>

type LineProps = { row: RosterRow; index: number; current: boolean; ticked: boolean; acts: LineActs }

/** One person. In the mode of choosing, a click ticks instead of opening. */
export const RosterLine = memo(function RosterLine({ row, index, current, ticked, acts }: LineProps) {
  const press = (event: MouseEvent): void => {
    if (acts.selecting) acts.onTick(row, index, event.shiftKey)
    else acts.onOpen(row)
  }
  return (
    <tr
      id={`member-${row.id}`}
      aria-rowindex={index + 2}
      aria-selected={acts.selecting ? ticked : current}
      className={`${current ? 'selected' : ''}${ticked ? ' ticked' : ''}`}
      onClick={press}
    >
      {acts.selecting ? (
        <td className="col-tick">
          <input type="checkbox" tabIndex={-1} readOnly checked={ticked} aria-label={`选${row.name}`} />
        </td>
      ) : null}
      <td className="roster-name">
        {row.name}
        {away(row)}
      </td>
      {acts.columns.map((column) => (
        <td key={column} className={`col-${column}`} title={cellTitle(row, column, acts.byGroup)}>
          {cellContent({ row, column, current, acts })}
        </td>
      ))}
    </tr>
  )
})

/** Long texts are cut off in the cell and whole in its title. */
function cellTitle(row: RosterRow, column: RosterColumn, byGroup: boolean): string | undefined {
  if (column === 'missing') return undefined
  const text = cellText(row, column, byGroup)
  return text.length > 9 ? `${columnNames[column]}：${text}` : undefined
}
