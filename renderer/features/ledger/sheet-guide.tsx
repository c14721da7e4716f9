import { ledgerSheets } from '../../../shared/features/ledger/ledger-sheets.ts'

/** What the ledger holds, from the same list the import reads by. */
export function SheetGuide() {
  return (
    <section className="card" aria-label="台账里的工作表">
      <header className="card-head">
        <h2 className="card-title">台账里的工作表</h2>
        <span className="quiet">按名称认表、认列，先后不要紧，不用的表空着就行</span>
      </header>
      <table className="plain-table guide-table">
        <thead>
          <tr>
            <th scope="col">工作表</th>
            <th scope="col">必填的列</th>
            <th scope="col">可以填的列</th>
          </tr>
        </thead>
        <tbody>
          {ledgerSheets.map(({ name, columns }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>
                {columns
                  .filter((column) => column.required)
                  .map((column) => column.name)
                  .join('、')}
              </td>
              <td className="quiet">
                {columns
                  .filter((column) => !column.required)
                  .map((column) => column.name)
                  .join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
