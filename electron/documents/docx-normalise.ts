import JSZip from 'jszip'
import { finishChart } from './docx-chart-finish.ts'
import { offGridStyles } from './docx-styles.ts'
import { pointsToTwips, textWidth } from './metrics.ts'

/** Zip entries carry a time; this one is the earliest a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/** The packer takes text slice by slice, and a slice may end in the middle of a rare character (𫖯): it gets bytes. */
const inUtf8 = (part: string | Uint8Array): Uint8Array => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)

/** Packs parts so that the bytes depend on their content only: sorted by name, stamped with a fixed time. */
export const packParts = (parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const name of [...parts.keys()].toSorted())
    zip.file(name, inUtf8(parts.get(name) ?? ''), { date: zipDate, createFolders: false })
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS'
  })
}

const isText = (name: string): boolean => /\.(xml|rels)$/.test(name)

/**
 * Finishes what the library writes: adds what it has no option for, and makes the bytes depend on the content only. The
 * dates of creation and change become `date` (YYYY-MM-DD), ids drawn by lot become numbers; entries are sorted and stamped
 * with a fixed time, those of workbooks inside charts too.
 */
export const finishParts = async (
  written: ReadonlyMap<string, string | Uint8Array>,
  date: string
): Promise<Uint8Array> => {
  const parts = new Map<string, string | Uint8Array>()
  for (const [name, content] of written) {
    if (typeof content === 'string') parts.set(name, finished(name, content, date))
    else parts.set(name, name.endsWith('.xlsx') ? await normaliseWorkbook(content, date) : content)
  }
  renumberRelations(parts)
  return packParts(parts)
}

/** The workbook behind a chart comes packed. */
async function normaliseWorkbook(bytes: Uint8Array, date: string): Promise<Uint8Array> {
  const parts = new Map<string, string | Uint8Array>()
  for (const entry of Object.values((await JSZip.loadAsync(bytes)).files)) {
    if (entry.dir) continue
    parts.set(entry.name, await entry.async(isText(entry.name) ? 'string' : 'uint8array'))
  }
  return finishParts(parts, date)
}

const finished = (name: string, xml: string, date: string): string => {
  if (name === 'docProps/core.xml') return withDate(xml, date)
  if (name === 'word/document.xml') return renumber(finishContents(xml))
  if (name.startsWith('word/charts/chart')) return finishChart(xml)
  return name === 'word/styles.xml' ? completeStyles(xml) : xml
}

/** Relationships of charts and workbooks have ids drawn by lot; they get the number of their place in the list. */
const renumberRelations = (parts: Map<string, string | Uint8Array>): void => {
  for (const [name, list] of parts) {
    if (typeof list !== 'string' || !name.endsWith('.rels')) continue
    const owner = name.replace('_rels/', '').slice(0, -'.rels'.length)
    const content = parts.get(owner)
    const drawn = [...list.matchAll(/ Id="([^"]+)"/g)].flatMap(([, id = ''], place) =>
      /^rId\d+$/.test(id) ? [] : [{ id, number: `rIdPart${place + 1}` }]
    )
    if (drawn.length === 0 || typeof content !== 'string') continue
    const replace = (xml: string): string =>
      drawn.reduce((all, { id, number }) => all.replaceAll(`"${id}"`, `"${number}"`), xml)
    parts.set(name, replace(list))
    parts.set(owner, replace(content))
  }
}

/** The library numbers bookmarks and drawings through all documents of a process. */
const renumber = (xml: string): string => {
  const bookmarks = new Map<string, number>()
  let drawings = 0
  return xml
    .replaceAll(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)/g, (_, head: string, id: string) => {
      bookmarks.set(id, bookmarks.get(id) ?? bookmarks.size + 1)
      return `${head}${bookmarks.get(id)}`
    })
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, head: string) => {
      drawings += 1
      return `${head}${drawings}`
    })
}

/** The library counts on a page of its own for the numbers of the contents, and names a style it does not write. */
const finishContents = (xml: string): string =>
  xml
    .replaceAll(
      /<w:tab w:val="clear" w:pos="\d+"\/><w:tab w:val="right" w:pos="\d+" w:leader="dot"\/>/g,
      `<w:tab w:val="right" w:leader="dot" w:pos="${pointsToTwips(textWidth)}"/>`
    )
    .replaceAll('<w:rPr><w:rStyle w:val="IndexLink"/></w:rPr>', '')

/**
 * No widow control (it would break the grid of 22 lines), no punctuation hanging over the right edge and no gap of its
 * own between Han characters and digits: with any of them lines hold another number of characters.
 */
const normalProperties =
  '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

/** Properties of paragraph styles the library cannot write, put where the schema's order wants them. */
const completeStyles = (xml: string): string =>
  xml.replaceAll(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs, (style: string, id: string) => {
    if (id === 'Normal') return style.replace('<w:pPr>', `<w:pPr>${normalProperties}`)
    return offGridStyles.includes(id) ? style.replace('<w:spacing ', '<w:snapToGrid w:val="0"/><w:spacing ') : style
  })

/** The dates of creation and change of docProps/core.xml. */
export const withDate = (xml: string, date: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
