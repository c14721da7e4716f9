import type { ChartSpec } from './chart.ts'

/**
 * What stands on paper, as data. Features build a DocumentModel with pure functions; two writers (PDF, Word) turn any
 * model into bytes. The model knows roles and characters, never points, font files or library names.
 */

/** 仿宋 body, 楷体, 黑体, 宋体, 小标宋 title: the five faces of GB/T 9704. A role, not a font file. */
export const fontRoles = ['fang', 'kai', 'hei', 'song', 'title'] as const
export type FontRole = (typeof fontRoles)[number]

/**
 * A stretch of text in one style. Without `font` it takes the face of its block. "\n" starts a new line. `large` is as high
 * as a title, for what is read from a slip of paper.
 */
export type TextRun = { text: string; font?: FontRole; bold?: boolean; underline?: boolean; large?: boolean }

/** A blank to fill in by hand: an underlined gap as wide as this many Han characters. */
export type BlankRun = { blankCells: number }

export type Run = TextRun | BlankRun

/** Content of a table cell: plain text ("\n" parts paragraphs), or paragraphs made of runs. */
export type CellContent = string | readonly (readonly Run[])[]

export type CellAlign = 'left' | 'center' | 'right'

/** The title over the document, one entry per line: lines are broken by meaning, so by the author. */
export type TitleBlock = { kind: 'title'; lines: readonly string[] }

/**
 * A heading inside the text. `text` carries its number (see `numbered`): level 1 一、 黑体, 2 （一） 楷体, 3 1. and
 * 4 （1） 仿宋. It becomes a bookmark, and is never left alone at the foot of a page.
 */
export type HeadingBlock = { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; startsPage?: boolean }

/**
 * A paragraph. `indentCells` is the indent of its first line in characters (2 where absent; 0 for lines of the head),
 * `hangCells` that of the lines after it (回行对齐), `endCells` the distance kept from the right edge (署名右空二字).
 * `align` 'both' stretches every full line to both edges, as running text is set.
 */
export type ParagraphBlock = {
  kind: 'paragraph'
  runs: readonly Run[]
  align?: 'both' | 'left' | 'center' | 'right'
  indentCells?: number
  hangCells?: number
  endCells?: number
}

/** One label with its value. `span` is the number of columns the value takes (1 where absent). */
export type KeyValueCell = { label: string; value: CellContent; span?: number; minLines?: number }

/**
 * A form of labels and values. `columns` are widths in any unit: they are shares of the text width. Each row fills all
 * columns: a label takes one, its value takes `span`. `minLines` keeps room for so many lines of table text.
 */
export type KeyValueBlock = {
  kind: 'keyValues'
  columns: readonly number[]
  rows: readonly (readonly KeyValueCell[])[]
}

/**
 * A cell over several columns, and in the head over several rows too; the cells it covers are left out, as in HTML. Without
 * `align` it stands as its first column does.
 */
export type SpanCell = { content: CellContent; columns?: number; rows?: number; align?: CellAlign }

export type GridCell = CellContent | SpanCell

export type GridColumn = { title: string; width: number; align?: CellAlign }

/**
 * A table of equal rows; widths are shares as above, `align` is of the cells under the head ('left' where absent).
 * `head` is the rows that repeat on each page; where absent it is one row of the titles, and empty prints none. Only
 * cells of the head may span rows: a body row must be able to begin a page. `minLines` is the least height of a row in
 * lines of table text (room to sign). `lines` 'dashed' are to be cut along.
 */
export type GridBlock = {
  kind: 'grid'
  columns: readonly GridColumn[]
  rows: readonly (readonly GridCell[])[]
  head?: readonly (readonly GridCell[])[]
  minLines?: number
  lines?: 'dashed'
}

/** Where somebody signs by hand: the label and the width of the blank in characters. */
export type SignatureField = { label: string; cells: number }

/** The signing part, never broken over two pages. Fields of one row stand side by side; `date` stands right, 空四字. */
export type SignatureBlock = { kind: 'signature'; rows: readonly (readonly SignatureField[])[]; date?: string }

/** A box of an organisation chart: its name, the facts under the name line by line, and the boxes that hang from it. */
export type OrgChartBox = { title: string; lines?: readonly string[]; children?: readonly OrgChartBox[] }

/**
 * 组织机构图: the root on top, its children in rows below it, what hangs from a child stacked under that child. Only the
 * order is the author's; how many boxes stand in a row and how large their type is depends on their number.
 */
export type OrgChartBlock = { kind: 'orgChart'; root: OrgChartBox }

/** A chart with its title, kept on one page; `lines` is its height in lines of body text (10 where absent). */
export type ChartBlock = { kind: 'chart'; spec: ChartSpec; lines?: number }

/** 目录 of the headings down to `levels` (2 where absent) with the numbers of their pages. */
export type ContentsBlock = { kind: 'contents'; levels?: 1 | 2 | 3 }

/**
 * 版头 (GB/T 9704 7.2), at the top of the first page: the red mark of the office or of its 纪要, 35 mm under the upper edge
 * of the text; the number of the document under it (with 签发人 beside it where given), and the red line. `copyNumber` of
 * six digits, `secrecy` and `urgency` stand in the upper left corner.
 */
export type LetterheadBlock = {
  kind: 'letterhead'
  mark: string
  number?: string
  signer?: string
  copyNumber?: string
  secrecy?: string
  urgency?: string
}

/** 附件说明 (7.3.4): names without marks at their end; numbered where there are several. */
export type AttachmentListBlock = { kind: 'attachments'; names: readonly string[] }

/** 附件正文 (7.3.8) begins: on a new page, “附件” and its number in the upper left corner, the title on the third line. */
export type AttachmentBlock = { kind: 'attachment'; number?: number; title: string }

/**
 * 署名 and 成文日期 (7.3.5), kept with the last lines of the text. Without a seal the name stands two characters from the
 * right edge; with one the date stands four from it and the name is centred over the date.
 */
export type SignOffBlock = { kind: 'signOff'; issuer: string; date: string; sealed?: boolean }

/** 版记 (7.4) at the foot of the last page: 抄送, 印发机关 and 印发日期 between their lines. The last block of a document. */
export type ImprintBlock = { kind: 'imprint'; copiesTo?: readonly string[]; issuer: string; issuedOn: string }

/** A photo or scan: a whole JPEG or PNG file, upright, with its sides in pixels. */
export type Picture = { type: 'jpg' | 'png'; bytes: Uint8Array; width: number; height: number; caption: string }

/** Pictures, two in a row and each with its caption under it; a row is never broken over two pages. */
export type PicturesBlock = { kind: 'pictures'; pictures: readonly Picture[] }

/**
 * What follows stands on pages of this direction, from a new page on; a document begins upright. 'wide' is a turned A3
 * sheet with narrow margins, for ballots and tables with many names; it is not bound.
 */
export type SectionBlock = { kind: 'section'; direction: 'portrait' | 'landscape' | 'wide' }

/** What follows starts on a new page; nothing happens at the start of a page, so no empty page can arise. */
export type PageBreakBlock = { kind: 'pageBreak' }

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | KeyValueBlock
  | GridBlock
  | OrgChartBlock
  | ChartBlock
  | PicturesBlock
  | ContentsBlock
  | LetterheadBlock
  | AttachmentListBlock
  | AttachmentBlock
  | SignatureBlock
  | SignOffBlock
  | ImprintBlock
  | SectionBlock
  | PageBreakBlock

/**
 * A whole document. Profile 'gb9704' sets running text as GB/T 9704 wants it (22 lines of 28 characters, 3号);
 * 'form' is for tables to fill in and sign (小四, tighter lines) on the same page. `meta.date` (YYYY-MM-DD) comes from
 * the record, never from the clock: the same model must always give the same bytes. `pageNumbers` 'none' leaves them out:
 * nothing may tell one ballot from another, and forms of many people are not one document.
 */
export type DocumentModel = {
  profile: 'gb9704' | 'form'
  meta: { title: string; author?: string; subject?: string; date: string }
  pageNumbers?: 'none'
  blocks: readonly Block[]
}

/**
 * A file as it was filed, bound into a book: each of its `pages` is laid on a numbered page, a picture on one. `bytes` are
 * those of a whole PDF (which could be counted), JPEG or PNG.
 */
export type FiledPages = { kind: 'filed'; title: string; type: 'pdf' | 'jpg' | 'png'; bytes: Uint8Array; pages: number }

/**
 * Several documents bound into one PDF, each with a bookmark of its title over its own headings. Page numbers begin
 * anew with each document, or go 'through'. With `oddStarts` each begins on a front side, for printing on both sides. The
 * first `front` documents (cover, contents) neither show numbers nor count.
 */
export type DocumentBook = {
  title: string
  date: string
  numbering: 'each' | 'through'
  oddStarts: boolean
  front?: number
  parts: readonly (DocumentModel | FiledPages)[]
}

export const isFiled = (part: DocumentModel | FiledPages): part is FiledPages => 'kind' in part

export const isBlank = (run: Run): run is BlankRun => 'blankCells' in run

export const isSpan = (cell: GridCell): cell is SpanCell => typeof cell === 'object' && 'content' in cell

/** Paragraphs of a cell, whichever way it was written. */
export const cellParagraphs = (content: CellContent): readonly (readonly Run[])[] =>
  typeof content === 'string' ? content.split('\n').map((text) => [{ text }]) : content
