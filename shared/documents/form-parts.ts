import type { CellContent, GridCell, ParagraphBlock, Run, SignatureBlock } from './document-model.ts'

/* Pieces that forms of several features have in common. */

/** A line of the head or foot of a form, from the edge on. */
export const plainLine = (text: string): ParagraphBlock => ({
  kind: 'paragraph',
  align: 'left',
  indentCells: 0,
  runs: [{ text }]
})

/** What is not for strangers says so above its title. */
export const internalMark: ParagraphBlock = {
  kind: 'paragraph',
  align: 'left',
  indentCells: 0,
  runs: [{ text: '内部资料', font: 'hei' }]
}

/** A day to write in by hand. */
export const blankDay = '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日'

/** A label inside a table, as its head is set. */
export const inHei = (text: string): CellContent => [[{ text, font: 'hei' }]]

/** A row over the whole table: a label and what it says. */
export const wideRow = (label: string, text: string, columns: number): GridCell[] => [
  { content: [[{ text: label, font: 'hei' }, { text }]], columns, align: 'left' }
]

/** Room to write so many lines by hand. */
export const emptyLines = (lines: number): string => Array.from({ length: lines }, () => '\u3000').join('\n')

/** Names to sign with, two in a row; the date, where there is one, below. */
export function signHere(labels: readonly string[], cells: number, date?: string): SignatureBlock {
  const fields = labels.map((label) => ({ label: `${label}（签名）：`, cells }))
  const rows = Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) => fields.slice(2 * row, 2 * row + 2))
  return { kind: 'signature', rows, ...(date === undefined ? {} : { date }) }
}

/** A text as typed, one paragraph for each of its lines; '' where nobody wrote anything. */
export function typedText(text: string | null): CellContent {
  const lines = (text ?? '')
    .split('\n')
    .flatMap((line): Run[][] => (line.trim() === '' ? [] : [[{ text: line.trim() }]]))
  return lines.length === 0 ? '' : lines
}
