import type { Block, CellContent, DocumentModel } from './document-model.ts'
import { numbered } from './numbering.ts'
import type { TemplateField, TemplateKind } from './template.ts'

const rowsOf = (fields: readonly TemplateField[], prefix: string): CellContent[][] =>
  fields.map(({ name, says }) => [`{{${prefix}${name}}}`, says])

const table = (fields: readonly TemplateField[], prefix: string): Block => ({
  kind: 'grid',
  columns: [
    { title: '占位符', width: 45 },
    { title: '印出来是', width: 55 }
  ],
  rows: rowsOf(fields, prefix)
})

/** 占位符清单 of one kind of document, to keep beside Word while a template is made. */
export function templateListDocument({ title, fields, tables }: TemplateKind, date: string): DocumentModel {
  const heading = `${title}模板占位符清单`
  return {
    profile: 'form',
    meta: { title: heading, date },
    blocks: [
      { kind: 'title', lines: [heading] },
      { kind: 'heading', level: 1, text: numbered(1, 1, '写在任何地方') },
      table(fields, ''),
      ...tables.flatMap((one, index): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, index + 2, `写在表格的一行里，${one.says}`) },
        table(one.fields, `${one.name}.`)
      ])
    ]
  }
}
