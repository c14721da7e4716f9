import '../../ui/heat.css'
import { heatOf } from '../../ui/heat.ts'
import type { ReportTableView } from './report-words.ts'

/** A table of a report as the paper has it; cells that are compared have the depth of their share. */
export function ReportTable({ table: { title, columns, rows, heat, note } }: { table: ReportTableView }) {
  const classOf = (align: string | undefined): string => (align === 'center' ? 'middle-cell' : '')
  return (
    <figure className="report-table">
      <div className="report-table-scroll" tabIndex={0} role="region" aria-label={`${title}，表格`}>
        <table className="plain-table" aria-label={title}>
          <caption>{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" className={classOf(column.align)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={`${row} ${cells[0]}`}>
                {cells.map((text, at) => {
                  const share = heat?.[row]?.[at] ?? null
                  return (
                    <td key={columns[at]?.title ?? at} className={classOf(columns[at]?.align)}>
                      {share === null ? text : <span className={`heat heat-${heatOf(share)}`}>{text}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note === undefined ? null : <figcaption className="note">{note}</figcaption>}
    </figure>
  )
}
