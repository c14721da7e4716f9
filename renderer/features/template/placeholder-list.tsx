import type { TemplateField, TemplateKind } from '../../../shared/documents/template.ts'
import { saveFile } from '../../api/client.ts'

function Placeholders({ title, fields, prefix }: { title: string; fields: readonly TemplateField[]; prefix: string }) {
  return (
    <table className="plain-table placeholder-table">
      <caption>{title}</caption>
      <tbody>
        {fields.map(({ name, says }) => (
          <tr key={name}>
            <td className="placeholder">{`{{${prefix}${name}}}`}</td>
            <td>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everything a template of this kind may ask for. */
export function PlaceholderList({ offered }: { offered: TemplateKind }) {
  return (
    <div className="placeholders">
      <Placeholders title="写在任何地方" fields={offered.fields} prefix="" />
      <div>
        <button
          type="button"
          className="link"
          onClick={() =>
            void saveFile(`/documents/template/${offered.kind}/placeholders.docx`, `${offered.title}占位符清单.docx`)
          }
        >
          把清单存成 Word
        </button>
        {offered.tables.map((table) => (
          <Placeholders
            key={table.name}
            title={`写在表格的一行里，${table.says}`}
            fields={table.fields}
            prefix={`${table.name}.`}
          />
        ))}
      </div>
    </div>
  )
}
