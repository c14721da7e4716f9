import { type LedgerSummary, partLines, sheetLines } from './ledger-words.ts'

const Count = ({ value }: { value: number | null }) => (
  <td className="number">{value === null || value === 0 ? <span className="quiet">{value ?? '—'}</span> : value}</td>
)

/** Sheet by sheet: what was read and what comes of it. */
export function SheetTable({ summary }: { summary: LedgerSummary }) {
  const parts = partLines(summary)
  const lines = sheetLines(summary)
  if (lines.length === 0 && parts.length === 0)
    return <p className="quiet">没有读到能导入的工作表，工作表的名称请与空白台账一致。</p>
  return (
    <table className="plain-table sheet-table" aria-label="各工作表">
      <thead>
        <tr>
          {['工作表', '读到', '可导入', '新增', '更新', '没有变化'].map((heading, index) => (
            <th key={heading} scope="col" className={index === 0 ? '' : 'number'}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.sheet}>
            <td>{line.sheet}</td>
            <Count value={line.read} />
            <td className="number">
              {line.accepted === line.read ? line.accepted : <span className="short">{line.accepted}</span>}
            </td>
            <Count value={line.created} />
            <Count value={line.updated} />
            <Count value={line.unchanged} />
          </tr>
        ))}
        {parts.map(({ sheet, into, read, accepted }) => (
          <tr key={sheet}>
            <td>{sheet}</td>
            <Count value={read} />
            <td className="number">{accepted === read ? accepted : <span className="short">{accepted}</span>}</td>
            <td className="quiet number" colSpan={3}>
              写进{into}，不单独计
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
