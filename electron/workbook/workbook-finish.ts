import JSZip from 'jszip'

/** A drop-down for one column (from 1): `list` is the text of `formula1`, a quoted list or a range. */
export type Validation = { column: number; strict: boolean; list: string }
export type SheetFinish = { textColumns: readonly number[]; validations: readonly Validation[] }

/** The hidden sheet that holds lists too long to stand in a drop-down itself. The reader leaves it out. */
export const choicesSheet = '_选项'

/** Stands in front of texts that are names of properties every object has, until the library has written them. */
export const hiddenMark = '\ue000'

const lastRow = 50_000
const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? `${columnLetter(Math.floor((column - 1) / 26))}${last}` : last
}

/** The list as it may stand in a drop-down, or null where Excel needs a range: over 255 characters, or a comma or quote inside. */
export function inlineList(values: readonly string[]): string | null {
  const text = values.join(',')
  return text.length <= 255 && !values.some((value) => /[",]/.test(value)) ? `"${text}"` : null
}

/** Adds to the library's package what it cannot write: drop-downs, text columns, a hidden sheet; and fixes all dates inside. */
export async function finishPackage(
  zip: JSZip,
  sheets: readonly SheetFinish[],
  hidden: string | null
): Promise<Uint8Array> {
  const textStyle = await addTextStyle(zip)
  for (const [index, sheet] of sheets.entries()) {
    await editPart(zip, `xl/worksheets/sheet${index + 1}.xml`, (part) =>
      markTextColumns(freezeHead(part), sheet.textColumns, textStyle).replace(
        '</sheetData>',
        (end) => end + validationsXml(sheet.validations)
      )
    )
  }
  if (hidden !== null) await hideSheet(zip, hidden)
  await editPart(zip, 'xl/sharedStrings.xml', unhideTexts)
  return repack(zip)
}

/** Files only, with one fixed date: the same sheets give the same bytes. */
async function repack(zip: JSZip): Promise<Uint8Array> {
  const packed = new JSZip()
  for (const [path, part] of Object.entries(zip.files)) {
    if (part.dir) continue
    packed.file(path, await part.async('uint8array'), { date: new Date(Date.UTC(2000, 0, 1)), createFolders: false })
  }
  return packed.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

async function editPart(zip: JSZip, path: string, edit: (part: string) => string): Promise<void> {
  const part = await zip.file(path)?.async('string')
  if (part === undefined) throw new Error(`the library wrote no ${path}`)
  // As bytes: the packer takes text slice by slice, and a slice may end in the middle of a rare character.
  zip.file(path, Buffer.from(edit(part), 'utf8'))
}

/** Appends a cell style "text" and gives its number. */
async function addTextStyle(zip: JSZip): Promise<number> {
  let style = 0
  await editPart(zip, 'xl/styles.xml', (part) =>
    part
      .replace(/<cellXfs count="(\d+)">/, (_, count: string) => {
        style = Number(count)
        return `<cellXfs count="${style + 1}">`
      })
      .replace('</cellXfs>', '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs>')
  )
  return style
}

/** The library names a pane that exists only where columns are frozen too. */
const freezeHead = (part: string): string =>
  part.replace('xSplit="0" topLeftCell="A2" activePane="bottomRight"', 'topLeftCell="A2" activePane="bottomLeft"')

const markTextColumns = (part: string, columns: readonly number[], style: number): string =>
  part.replace(/<col min="(\d+)"/g, (tag, column: string) =>
    columns.includes(Number(column)) ? `${tag} style="${style}"` : tag
  )

const unhideTexts = (part: string): string =>
  part.replace(/>\ue000(\w+)</g, (tag, text: string) => (text in Object.prototype ? `>${text}<` : tag))

const hideSheet = (zip: JSZip, name: string): Promise<void> =>
  editPart(zip, 'xl/workbook.xml', (part) => part.replace(`name="${name}"`, `name="${name}" state="hidden"`))

function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return ''
  const items = validations.map(({ column, strict, list }) => {
    const letter = columnLetter(column)
    const refusal = strict ? ' showErrorMessage="1" errorTitle="不在列表中" error="请从下拉列表中选择。"' : ''
    return `<dataValidation type="list" allowBlank="1"${refusal} sqref="${letter}2:${letter}${lastRow}"><formula1>${xml(list)}</formula1></dataValidation>`
  })
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`
}
