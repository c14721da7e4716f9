import JSZip from 'jszip'
import { offGridStyles } from './docx-styles.ts'

/** Zip entries carry a time; this one is the earliest a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/**
 * Finishes what the library writes: adds the style properties it has no option for, and makes the bytes depend on the
 * content only. The dates of creation and change become `date` (YYYY-MM-DD); entries are sorted and stamped with a fixed time.
 */
export const normaliseDocx = async (bytes: Uint8Array, date: string): Promise<Uint8Array> => {
  const source = await JSZip.loadAsync(bytes)
  const target = new JSZip()
  for (const name of Object.keys(source.files).toSorted()) {
    const entry = source.files[name]
    if (!entry || entry.dir) continue
    target.file(name, finished(name, await entry.async('string'), date), { date: zipDate, createFolders: false })
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS'
  })
}

const finished = (name: string, xml: string, date: string): string => {
  if (name === 'docProps/core.xml') return withDate(xml, date)
  return name === 'word/styles.xml' ? completeStyles(xml) : xml
}

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

const withDate = (xml: string, date: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
