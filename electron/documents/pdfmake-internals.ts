import { createRequire } from 'node:module'
import type { FontkitFont } from 'fontkit'

/*
 * The classes inside pdfmake 0.3.11 (and pdfkit 0.19.1 under it) that our corrections derive from. pdfmake's front door
 * reads fonts anew for each document and knows a network; we put its parts together ourselves, so there is no address
 * to resolve and no file it may open. tests/electron/documents/pdf-adapter.test.ts fails when these files change.
 */

/** A font inside one document; widths in thousandths of the type size. */
export type EmbeddedFont = {
  readonly id: string
  readonly scale: number
  readonly dictionary?: object
  /** What of the font the file will hold; `cff` is there in fonts of that kind only. */
  readonly subset: { glyphs: readonly number[]; cff?: object; encode(): Uint8Array }
  ascender: number
  descender: number
  lineGap: number
  layout(text: string): LaidOutText
  widthOfString(text: string, size: number): number
}
export type LaidOutText = {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[]
  positions: { xAdvance: number; yAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]
  advanceWidth: number
}
export type EmbeddedFontClass = new (document: PdfDocument, parsed: FontkitFont, id: string) => EmbeddedFont

/** An object of the file while it is written; `finalize` packs its stream and puts it into the file. */
export type PdfReference = {
  readonly data: { Subtype?: unknown }
  buffer: Uint8Array[]
  compress: boolean
  finalize(): void
}

export type PdfDocument = {
  ref(data?: object): PdfReference
  _font: EmbeddedFont
  _fontSize: number
  _fontCount: number
  _fontFamilies: Record<string, EmbeddedFont>
  readonly outline: Outline
  font(bytes: Uint8Array): { _font: EmbeddedFont }
  provideFont(family: string): EmbeddedFont
  readonly _imageRegistry: Record<string, EmbeddedPicture>
  openImage(bytes: Uint8Array): EmbeddedPicture
  provideImage(name: string): EmbeddedPicture
  _fragment(text: string, x: number, y: number, options: FragmentOptions): void
  fillColor(color: string): PdfDocument
  strokeColor(color: string): PdfDocument
  lineWidth(width: number): PdfDocument
  rect(x: number, y: number, width: number, height: number): PdfDocument
  fill(): PdfDocument
  save(): PdfDocument
  restore(): PdfDocument
  transform(a: number, b: number, c: number, d: number, e: number, f: number): PdfDocument
  addPage(options: { size: [number, number] }): PdfDocument
  info: Record<string, string | Date>
  appendXML(xml: string): void
  _addInfo(): void
  once(event: 'pageAdded', listener: () => void): unknown
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  end(): void
}
export type Outline = { addItem(title: string, options: { expanded: boolean }): Outline }
/** A picture of the file; `orientation` is what its EXIF asks for, 1 upright. */
export type EmbeddedPicture = { orientation?: number; embed(document: PdfDocument): void }
export type FragmentOptions = {
  baseline: number
  textWidth: number
  wordCount: number
  characterSpacing: number
  fill?: boolean
  stroke?: boolean
}

/** A piece of text placed by the layout; `x` is from the left edge of its line. */
export type Inline = {
  text: string
  font: EmbeddedFont
  fontSize: number
  width: number
  height: number
  leadingCut: number
  trailingCut: number
  alignment: string
  style: string
  noWrap: boolean
  noNewLine: boolean
  lineEnd: boolean
  leader?: Leader
  x?: number
}

/** What an entry of a table of contents points at: the number of its page is known when all pages are laid out. */
export type Leader = { target: LayoutNode }

export type Line = {
  inlines: Inline[]
  leadingCut: number
  readonly maxWidth: number
  lastLineInParagraph?: boolean
  getHeight(): number
  addInline(inline: Inline): void
  _outline?: { id?: string; parentId?: string; text: string; expanded: boolean }
}

export type Margins = { left: number; top: number; right: number; bottom: number }
export type PageSize = { width: number; height: number; orientation: 'portrait' | 'landscape' }
export type LayoutContext = {
  page: number
  pages: Page[]
  height: number
  backgroundLength: number[]
  y: number
  availableWidth: number
  availableHeight: number
  pageMargins: Margins
  addPage(size: PageSize, margins: Margins): Page
  moveDown(offset: number): void
}
export type Writer = { context(): LayoutContext; moveToNextPage(): void; readonly contextStack: LayoutContext[] }

/**
 * A node of pdfmake with what we add: `least` room it wants under its beginning, `tail` room it wants under its end,
 * `sheet` a page to begin on, `atFoot` that it ends on the lower edge of the text.
 */
export type LayoutNode = {
  least?: number
  tail?: number
  startsPage?: boolean
  sheet?: PageSize & Margins
  atFoot?: boolean
  positions?: { pageNumber: number }[]
  svg?: string
  image?: string
  alignment?: 'left' | 'center' | 'right'
  width?: number
  height?: number
  _inlines?: Inline[]
  text?: TextSource[]
  stack?: LayoutNode[]
  canvas?: object[]
  relativePosition?: { x: number; y: number }
  table?: { body: LayoutNode[][]; dontBreakRows: boolean; widths?: readonly number[] } & object
  colSpan?: number
  _leftEndingCell?: object
  rowSpan?: number
  outline?: boolean
  outlineText?: string
  outlineParentId?: string
  id?: string
  layout?: object
  margin?: [number, number, number, number]
  unbreakable?: boolean
}
export type TextSource = {
  text: string
  font: string
  fontSize: number
  pitch: number
  alignment: string
  style: string
  firstIndent?: number
  blank?: boolean
  leader?: Leader
}
export type Inlines = { items: Inline[]; minWidth: number; maxWidth: number }
type TextInlines = { buildInlines(sources: TextSource[]): Inlines }
export type Page = { readonly items: unknown[]; readonly pageSize: PageSize }
export type TableRow = { tableNode?: LayoutNode; rowIndex?: number }
export type PlacedSvg = { svg: string; x: number; y: number; _width: number; _height: number }
export type SvgMeasure = {
  measureSVG(svg: string): { width: number; height: number }
  writeDimensions(svg: string): string
}

type DocumentClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  files: null,
  mayOpen: (path: string) => boolean
) => PdfDocument
type LayoutClass = new (
  size: PageSize,
  margins: Margins,
  svgMeasure: SvgMeasure
) => {
  writer: Writer
  docMeasure: { textInlines: TextInlines }
  layoutDocument(...parts: unknown[]): Page[]
  tryLayoutDocument(...parts: unknown[]): unknown
  processNode(node: LayoutNode, inRow?: boolean): void
  processTable(node: LayoutNode): void
  processRow(row: TableRow): unknown
  buildNextLine(node: LayoutNode): Line | null
}
type RendererClass = new (
  document: PdfDocument
) => {
  pdfDocument: PdfDocument
  outlineMap: Record<string, Outline>
  renderPages(pages: Page[]): void
  renderLine(line: Line, x: number, y: number): void
  renderSVG(svg: PlacedSvg): void
}
type LineClass = new (maxWidth: number) => Line
type TextInlinesClass = new (document: PdfDocument) => TextInlines & { pdfDocument: PdfDocument }

const load = createRequire(import.meta.url)

type DrawSvg = (
  document: PdfDocument,
  svg: string,
  x: number,
  y: number,
  options: { width: number; height: number; assumePt: boolean; fontCallback: (family: string) => string }
) => void

export const drawSvg: DrawSvg = load('pdfmake/js/3rd-party/svg-to-pdfkit.js').default
export const PdfmakeDocument: DocumentClass = load('pdfmake/js/PDFDocument.js').default
export const PdfmakeLayout: LayoutClass = load('pdfmake/js/LayoutBuilder.js').default
export const PdfmakeLine: LineClass = load('pdfmake/js/Line.js').default
export const PdfmakeRenderer: RendererClass = load('pdfmake/js/Renderer.js').default
export const PdfmakeTextInlines: TextInlinesClass = load('pdfmake/js/TextInlines.js').default
