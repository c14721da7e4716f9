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
  ascender: number
  descender: number
  lineGap: number
  layout(text: string): LaidOutText
  widthOfString(text: string, size: number): number
}
export type LaidOutText = {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[]
  positions: { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]
  advanceWidth: number
}
export type EmbeddedFontClass = new (document: PdfDocument, parsed: FontkitFont, id: string) => EmbeddedFont

export type PdfDocument = {
  _font: EmbeddedFont
  _fontSize: number
  _fontCount: number
  _fontFamilies: Record<string, EmbeddedFont>
  readonly outline: Outline
  font(bytes: Uint8Array): { _font: EmbeddedFont }
  provideFont(family: string): EmbeddedFont
  _fragment(text: string, x: number, y: number, options: FragmentOptions): void
  fillColor(color: string): PdfDocument
  strokeColor(color: string): PdfDocument
  lineWidth(width: number): PdfDocument
  rect(x: number, y: number, width: number, height: number): PdfDocument
  fill(): PdfDocument
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  end(): void
}
export type Outline = { addItem(title: string, options: { expanded: boolean }): Outline }
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
  x?: number
}
export type Line = {
  inlines: Inline[]
  leadingCut: number
  readonly maxWidth: number
  lastLineInParagraph?: boolean
  getHeight(): number
  addInline(inline: Inline): void
  _outline?: { id?: string; parentId?: string; text: string; expanded: boolean }
}

export type LayoutContext = {
  y: number
  availableWidth: number
  availableHeight: number
  pageMargins: { top: number }
}
export type Writer = { context(): LayoutContext; moveToNextPage(): void }
export type LayoutNode = {
  least?: number
  startsPage?: boolean
  _inlines?: Inline[]
  text?: TextSource[]
  stack?: LayoutNode[]
  canvas?: object[]
  relativePosition?: { x: number; y: number }
  table?: object
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
}
export type Inlines = { items: Inline[]; minWidth: number; maxWidth: number }
type TextInlines = { buildInlines(sources: TextSource[]): Inlines }
export type Page = { readonly items: unknown[] }

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
  size: { width: number; height: number; orientation: 'portrait' },
  margins: { left: number; top: number; right: number; bottom: number },
  svgMeasure: null
) => {
  writer: Writer
  docMeasure: { textInlines: TextInlines }
  layoutDocument(...parts: unknown[]): Page[]
  tryLayoutDocument(...parts: unknown[]): unknown
  processNode(node: LayoutNode, inRow?: boolean): void
  buildNextLine(node: LayoutNode): Line | null
}
type RendererClass = new (
  document: PdfDocument
) => {
  pdfDocument: PdfDocument
  outlineMap: Record<string, Outline>
  renderPages(pages: Page[]): void
  renderLine(line: Line, x: number, y: number): void
}
type LineClass = new (maxWidth: number) => Line
type TextInlinesClass = new (document: PdfDocument) => TextInlines & { pdfDocument: PdfDocument }

const load = createRequire(import.meta.url)

export const PdfmakeDocument: DocumentClass = load('pdfmake/js/PDFDocument.js').default
export const PdfmakeLayout: LayoutClass = load('pdfmake/js/LayoutBuilder.js').default
export const PdfmakeLine: LineClass = load('pdfmake/js/Line.js').default
export const PdfmakeRenderer: RendererClass = load('pdfmake/js/Renderer.js').default
export const PdfmakeTextInlines: TextInlinesClass = load('pdfmake/js/TextInlines.js').default
