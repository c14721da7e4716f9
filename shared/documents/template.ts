/** A place in a unit's own template: `{{会议名称}}`; `says` tells a person what will stand there. */
export type TemplateField = { name: string; says: string }

/** Places of a table row, `{{议题.标题}}`: the row is printed once for each line of the table. */
export type TemplateTable = { name: string; says: string; fields: readonly TemplateField[] }

/** Everything a template of one kind of document may ask for. `kind` is the key it is kept under. */
export type TemplateKind = {
  kind: string
  title: string
  fields: readonly TemplateField[]
  tables: readonly TemplateTable[]
}

/** The values of one document; "\n" parts paragraphs. Every name of the kind is there, empty where nothing is known. */
export type TemplateData = {
  fields: Readonly<Record<string, string>>
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

/** What is wrong with a template: the placeholder as written, where it stands, and what would be right. */
export type TemplateFault = { placeholder: string; place: string; message: string }
