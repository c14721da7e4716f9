import type { FontRole } from '../../shared/documents/document-model.ts'
import type { FontSet, OpenFont } from './fonts.ts'
import { page } from './metrics.ts'
import { fillLine } from './pdf-line-filling.ts'
import { RunInlines, RunRenderer } from './pdf-text.ts'
import {
  type EmbeddedFont,
  type EmbeddedFontClass,
  type LaidOutText,
  type LayoutNode,
  type Line,
  type PdfDocument,
  PdfmakeDocument,
  PdfmakeLayout
} from './pdfmake-internals.ts'

/*
 * The corrections to pdfmake 0.3.11 (why: see ARCHITECTURE.md and the comments below), by deriving from its classes:
 * 1. parsed fonts live for the process, 2. every font has the same box, 3. text goes by runs (pdf-text.ts, pdf-line.ts)
 * and lines are filled so that none becomes loose (pdf-line-filling.ts);
 * and one addition: a block can ask for room under it, so that a heading is not left alone.
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
    result.positions.push({ xAdvance: advanceWidth, advanceWidth, xOffset: 0, yOffset: 0 })
    result.advanceWidth += advanceWidth
  }
  return result
}

/** Correction 1. Each document embeds its own subset, but of fonts that were opened and parsed once. */
class SharedFontDocument extends PdfmakeDocument {
  readonly fontSet: FontSet

  constructor(fontSet: FontSet, options: object) {
    super({}, {}, {}, {}, options, null, () => false)
    this.fontSet = fontSet
  }

  override provideFont(family: string): EmbeddedFont {
    const known = this._fontFamilies[family]
    if (known) return known
    const open = this.fontSet.font(family as FontRole)
    this._fontCount += 1
    const font = new (embeddedFont(open))(this, open.parsed, `F${this._fontCount}`)
    Object.assign(font, box, { layout: (text: string) => layOut(open, font.scale, text) })
    this._fontFamilies[family] = font
    return font
  }
}

class KeepingLayout extends PdfmakeLayout {
  override tryLayoutDocument(...parts: unknown[]): unknown {
    const document = parts[1] as PdfDocument
    this.docMeasure.textInlines = new RunInlines(document)
    return super.tryLayoutDocument(...parts)
  }

  override buildNextLine(node: LayoutNode): Line | null {
    const inlines = node._inlines ?? []
    if (inlines.length === 0) return null
    return fillLine(inlines, this.writer.context().availableWidth) ?? super.buildNextLine(node)
  }

  /** A node moves to the next page when less than its `least` points are left, or when it `startsPage`; never from the top of a page. */
  override processNode(node: LayoutNode, inRow = false): void {
    const context = this.writer.context()
    const wants = node.startsPage === true || (node.least ?? 0) > context.availableHeight + 0.01
    if (wants && context.y > context.pageMargins.top + 0.01) this.writer.moveToNextPage()
    super.processNode(node, inRow)
  }
}

export type PdfParts = {
  content: LayoutNode[]
  footer: (pageNumber: number) => object
  info: Record<string, string | Date>
}

const finish = (document: PdfDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.end()
  })

/** Lays out and writes a document. `content` is changed by pdfmake while it works: build it anew for each call. */
export const buildPdf = async (
  { content, footer, info }: PdfParts,
  fonts: FontSet
): Promise<{ bytes: Uint8Array; pages: number }> => {
  const document = new SharedFontDocument(fonts, {
    size: [page.width, page.height],
    pdfVersion: '1.7',
    displayTitle: true,
    lang: 'zh-CN',
    autoFirstPage: false,
    font: null,
    info
  })
  const layout = new KeepingLayout({ width: page.width, height: page.height, orientation: 'portrait' }, page, null)
  const pages = layout.layoutDocument({ stack: content }, document, {}, {}, undefined, undefined, footer)
  new RunRenderer(document).renderPages(pages)
  return { bytes: await finish(document), pages: pages.length }
}
