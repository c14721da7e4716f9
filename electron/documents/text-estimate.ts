import { type CellContent, cellParagraphs, isBlank, type Run } from '../../shared/documents/document-model.ts'
import { cellPadding, tableText } from './metrics.ts'

/** What a reader sees of runs; blanks as full-width spaces. */
export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '\u3000'.repeat(run.blankCells) : run.text)).join('')

/** Width of a text in Han characters: Latin ones count half. */
export const widthInCells = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x250 ? 0.5 : 1), 0)

/** The number of lines a text will about take; errs to the long side. */
export const estimateLines = (text: string, cells: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthInCells(line) / Math.max(1, cells - 1))), 0)

/** About how high a table cell will be, in points; `width` is what is left for its text. */
export const estimateHeight = (content: CellContent, width: number): number =>
  2 * cellPadding.top +
  tableText.pitch *
    cellParagraphs(content).reduce((sum, runs) => sum + estimateLines(plainText(runs), width / tableText.size), 0)

/** Rows are kept whole unless one is higher than this share of a page: it would leave the page before it empty. */
export const tallestWhole = 0.55
