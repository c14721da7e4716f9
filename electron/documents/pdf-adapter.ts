import type { FontSet, OpenFont } from './fonts.ts'
import { sheets } from './metrics.ts'
import { KeepingLayout } from './pdf-layout.ts'
import { RunRenderer } from './pdf-renderer.ts'
import { shareSubsets, takePacked } from './pdf-subsets.ts'
import {
  type EmbeddedFont,
  type EmbeddedFontClass,
  type EmbeddedPicture,
  type LaidOutText,
  type LayoutNode,
  type PdfDocument,
  PdfmakeDocument,
  type PdfReference,
  type SvgMeasure
} from './pdfmake-internals.ts'

/*
 * The corrections to pdfmake 0.3.11 (why: see ARCHITECTURE.md and the comments below), by deriving from its classes:
 * 1. parsed fonts live for the process, 2. every font has the same box, 3. text goes by runs (pdf-text.ts, pdf-line.ts,
 * pdf-renderer.ts) and lines are filled so that none becomes loose (pdf-line-filling.ts);
 * and additions to the layout (pdf-layout.ts): blocks ask for room, pages turn, something can stand at the foot.
 */

/** Correction 2. The em box of a Han character: with one box for all, a fallback character does not shift its line. */
const box = { ascender: 880, descender: -120, lineGap: 0 }

let embeddedFontClass: EmbeddedFontClass | undefined

/** pdfkit does not export its class for embedded fonts: it is taken from a font opened once in a throw-away document. */
const embeddedFont = (open: OpenFont): EmbeddedFontClass => {
  if (embeddedFontClass) return embeddedFontClass
  const probe = new PdfmakeDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, null, () => false)
  const found = probe.font(open.bytes)._font.constructor
  embeddedFontClass = found as EmbeddedFontClass
  return embeddedFontClass
}

/** One glyph per character, no ligatures and no kerning: the grid wants whole cells, and what was written can be read back. */
const layOut = (open: OpenFont, scale: number, text: string): LaidOutText => {
  const result: LaidOutText = { glyphs: [], positions: [], advanceWidth: 0 }
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const { id, advanceWidth, codePoints } = open.glyph(codePoint) ?? {
      id: 0,
      advanceWidth: 1000,
      codePoints: [codePoint]
    }
    result.glyphs.push({ id, advanceWidth: advanceWidth / scale, codePoints })
    result.positions.push({ xAdvance: advanceWidth, advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })
    result.advanceWidth += advanceWidth
  }
  return result
}

/** Correction 1. Each document embeds its own subset, but of fonts that were opened and parsed once. */
class SharedFontDocument extends PdfmakeDocument {
  readonly fontSet: FontSet
  /** Files of the pictures in the part that is being written, by name. */
  pictures: ReadonlyMap<string, Uint8Array> = new Map()

  constructor(fontSet: FontSet, options: object) {
    super({}, {}, {}, {}, options, null, () => false)
    this.fontSet = fontSet
  }

  override provideFont(family: string): EmbeddedFont {
    const known = this._fontFamilies[family]
    if (known) return known
    const open = this.fontSet.open(family)
    this._fontCount += 1
    const font = new (embeddedFont(open))(this, open.parsed, `F${this._fontCount}`)
    Object.assign(font, box, { layout: (text: string) => layOut(open, font.scale, text) })
    shareSubsets(font, open)
    this._fontFamilies[family] = font
    return font
  }

  /** The same picture is in the file once; pdfmake's own names begin anew with each part. It stands as its sides say. */
  override provideImage(name: string): EmbeddedPicture {
    const known = this._imageRegistry[name]
    if (known) return known
    const bytes = this.pictures.get(name)
    if (bytes === undefined) throw new Error('no such picture')
    const picture = this.openImage(Buffer.from(bytes))
    delete picture.orientation
    picture.embed(this)
    this._imageRegistry[name] = picture
    return picture
  }

  override ref(data?: object): PdfReference {
    const ref = super.ref(data)
    const finalize = ref.finalize.bind(ref)
    ref.finalize = () => {
      takePacked(ref)
      finalize()
    }
    return ref
  }

  /** PostScript names of the fonts something was written in. */
  namesOfFonts(): string[] {
    const used = Object.entries(this._fontFamilies).filter(([, font]) => font.dictionary !== undefined)
    return [...new Set(used.map(([family]) => this.fontSet.open(family).name))].toSorted()
  }

  /** The metadata is XML, into which pdfkit puts texts as they are; and it leaves out the date of change. */
  override _addInfo(): void {
    const plain = this.info
    const escaped = Object.entries(plain).map(([key, value]) => [key, value instanceof Date ? value : inXml(value)])
    this.info = Object.fromEntries(escaped)
    super._addInfo()
    this.info = plain
    if (plain.ModDate instanceof Date)
      this.appendXML(`
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${plain.ModDate.toISOString().split('.')[0]}Z</xmp:ModifyDate>
        </rdf:Description>
        `)
  }
}

const inXml = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;' })[mark] ?? '&gt;')

/** `firstNumber` is printed on the first page (null: no page shows a number); `bookmark` is one over all bookmarks of the part; `pictures` are by name. */
export type PdfPart = {
  content: LayoutNode[]
  pictures: ReadonlyMap<string, Uint8Array>
  firstNumber: number | null
  bookmark?: string
}

/** A file that is written part after part; what is written is let go, so memory does not grow with the layout. */
export type PdfFile = {
  readonly pages: number
  write(part: PdfPart): void
  /** A page without a number, so that what follows begins on a front side. */
  writeBlankPage(): void
  /** So many pages with nothing but their numbers, for a file to be laid on. */
  writeNumberedPages(count: number, firstNumber: number, bookmark: string): void
  finish(): Promise<{ bytes: Uint8Array; fonts: string[] }>
}

const finish = (document: PdfDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.end()
  })

const svgMeasure: SvgMeasure = {
  measureSVG: () => ({ width: 0, height: 0 }),
  writeDimensions: (svg) => svg
}

const { width, height, top, right, bottom, left } = sheets.portrait
const firstPage = { width, height, orientation: 'portrait' } as const

/** Opens a file, which is no PDF/A where others' files come into it. `content` of its parts is changed by pdfmake while it works: build it anew for each call. */
export const openPdf = (info: Record<string, string | Date>, fonts: FontSet, hasOthers = false): PdfFile => {
  const document = new SharedFontDocument(fonts, {
    size: [width, height],
    pdfVersion: '1.7',
    ...(hasOthers ? {} : { subset: 'PDF/A-2b' }),
    displayTitle: true,
    lang: 'zh-CN',
    autoFirstPage: false,
    font: null,
    info
  })
  let pages = 0
  return {
    get pages() {
      return pages
    },
    write: ({ content, pictures, firstNumber, bookmark }) => {
      document.pictures = pictures
      const layout = new KeepingLayout({ ...firstPage }, { top, right, bottom, left }, svgMeasure)
      const laidOut = layout.layoutDocument({ stack: content }, document, {}, {})
      const renderer = new RunRenderer(document, fonts, firstNumber)
      document.once('pageAdded', () => {
        if (bookmark !== undefined) renderer.root = document.outline.addItem(bookmark, { expanded: false })
      })
      renderer.renderPages(laidOut)
      pages += laidOut.length
    },
    writeBlankPage: () => {
      document.addPage({ size: [width, height] })
      pages += 1
    },
    writeNumberedPages: (count, firstNumber, bookmark) => {
      const numbers = new RunRenderer(document, fonts, firstNumber)
      document.once('pageAdded', () => document.outline.addItem(bookmark, { expanded: false }))
      for (let at = 0; at < count; at += 1) {
        document.addPage({ size: [width, height] })
        numbers.writeNumber(firstNumber + at, firstPage)
      }
      pages += count
    },
    finish: async () => {
      const used = document.namesOfFonts()
      document.info.Keywords = `字体：${used.join('、')}`
      return { bytes: await finish(document), fonts: used }
    }
  }
}
