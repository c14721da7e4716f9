import type { Block, KeyValueCell } from '../../shared/documents/document-model.ts'
import type { TemplateField, TemplateKind, TemplateTable } from '../../shared/documents/template.ts'
import { writeDocx } from './docx-writer.ts'

/** A starter belongs to no record, so it has no date of its own; the same kind must give the same bytes. */
const date = '2026-01-01'

const placeholder = (name: string): string => `{{${name}}}`

/** Two fields side by side; the last one of an odd number takes the whole row. */
const fieldRows = (fields: readonly TemplateField[]): KeyValueCell[][] => {
  const rows: KeyValueCell[][] = []
  for (let index = 0; index < fields.length; index += 2) {
    const pair = fields.slice(index, index + 2)
    rows.push(pair.map(({ name }) => ({ label: name, value: placeholder(name), span: pair.length === 1 ? 3 : 1 })))
  }
  return rows
}

const tableBlocks = ({ name, fields }: TemplateTable): Block[] => [
  { kind: 'heading', level: 1, text: name },
  {
    kind: 'grid',
    columns: fields.map((field) => ({ title: field.name, width: Math.max(2, field.name.length) })),
    rows: [fields.map((field) => placeholder(`${name}.${field.name}`))]
  }
]

/** The names stand here without braces, or the list itself would be filled in. */
const listBlocks = ({ fields, tables }: TemplateKind): Block[] => {
  const rows = [
    ...fields.map(({ name, says }) => [name, says]),
    ...tables.flatMap((table) =>
      table.fields.map(({ name, says }) => [`${table.name}.${name}`, `${says}（${table.says}）`])
    )
  ]
  const columns = [
    { title: '名称', width: 2 },
    { title: '打印时写什么', width: 5 }
  ]
  return [
    { kind: 'pageBreak' },
    { kind: 'title', lines: ['占位符清单'] },
    {
      kind: 'paragraph',
      runs: [
        {
          text: '本页是说明，用前请删掉。名称放在两对花括号里就是占位符，写法见前面各页；字体、字号和位置随意改。名称里带点的要写在表格的一行里，这一行按条数重复。'
        }
      ]
    },
    { kind: 'grid', columns, rows }
  ]
}

/** A .docx to begin a template from: every placeholder in its place, and their list on a page of its own at the end. */
export const starterTemplate = (kind: TemplateKind): Promise<Uint8Array> =>
  writeDocx({
    profile: 'form',
    meta: { title: kind.title, date },
    blocks: [
      { kind: 'title', lines: [kind.title] },
      { kind: 'keyValues', columns: [2, 4, 2, 4], rows: fieldRows(kind.fields) },
      ...kind.tables.flatMap(tableBlocks),
      ...listBlocks(kind)
    ]
  })
