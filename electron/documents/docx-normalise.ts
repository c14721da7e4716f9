import JSZip from 'jszip'

/** Zip entries carry a time; this one is the earliest a zip can hold. */
const zipDate = new Date('1980-01-01T00:00:00Z')

/**
 * Makes the bytes depend on the content only: the dates of creation and change become `date` (YYYY-MM-DD), entries are
 * sorted and stamped with a fixed time.
 */
export const normaliseDocx = async (bytes: Uint8Array, date: string): Promise<Uint8Array> => {
  const source = await JSZip.loadAsync(bytes)
  const target = new JSZip()
  for (const name of Object.keys(source.files).toSorted()) {
    const entry = source.files[name]
    if (!entry || entry.dir) continue
    const content = name === 'docProps/core.xml' ? withDate(await entry.async('string'), date) : await entry.async('uint8array')
    target.file(name, content, { date: zipDate, createFolders: false })
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 }, platform: 'DOS' })
}

const withDate = (xml: string, date: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
