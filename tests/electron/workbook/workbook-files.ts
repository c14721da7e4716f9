import JSZip from 'jszip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

/** The parts of a small workbook as another program might write it, with one sheet; parts can be replaced or added. */
export function foreignParts(
  sheetData: string,
  more: Record<string, string | Uint8Array> = {}
): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': `${head}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="会议" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[$-804]h:mm;@"/><numFmt numFmtId="178" formatCode="0.00_ "/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more
  }
}

export function zipOf(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [path, part] of Object.entries(parts)) zip.file(path, part, { createFolders: false })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

export const foreignWorkbook = (
  sheetData: string,
  more: Record<string, string | Uint8Array> = {}
): Promise<Uint8Array> => zipOf(foreignParts(sheetData, more))

/** Replaces every occurrence of `from` in the bytes by `to` of the same length (names inside a zip). */
export function withBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const buffer = Buffer.from(bytes)
  for (let at = buffer.indexOf(from); at >= 0; at = buffer.indexOf(from, at + 1)) buffer.write(to, at)
  return buffer
}
