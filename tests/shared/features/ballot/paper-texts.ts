import {
  type CellContent,
  cellParagraphs,
  type DocumentModel,
  type GridCell,
  isBlank,
  isSpan,
  type Run
} from '../../../../shared/documents/document-model.ts'

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (isBlank(run) ? '_'.repeat(run.blankCells) : run.text)).join('')

const textOf = (content: CellContent): string => cellParagraphs(content).map(plain).join('\n')
const cellText = (cell: GridCell): string => textOf(isSpan(cell) ? cell.content : cell)

/** Every grid as rows of texts, heads left out. */
export const gridsOf = ({ blocks }: DocumentModel): string[][][] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows.map((row) => row.map(cellText))] : []))

/** Every word on the paper, in order: what is not in here does not stand on it. */
export const wordsOf = ({ blocks }: DocumentModel): string =>
  blocks
    .flatMap((block): string[] => {
      if (block.kind === 'title') return [...block.lines]
      if (block.kind === 'heading') return [block.text]
      if (block.kind === 'paragraph') return [plain(block.runs)]
      if (block.kind === 'signOff') return [block.issuer, block.date]
      if (block.kind === 'signature')
        return [...block.rows.flatMap((row) => row.map(({ label }) => label)), block.date ?? '']
      if (block.kind === 'keyValues')
        return block.rows.flatMap((row) => row.flatMap(({ label, value }) => [label, textOf(value)]))
      if (block.kind !== 'grid') return []
      const head = block.head ?? [block.columns.map(({ title }) => title)]
      return [...head, ...block.rows].flatMap((row) => row.map(cellText))
    })
    .join('\n')

/** What a keyValues form says under a label. */
export const formValue = ({ blocks }: DocumentModel, label: string): string | undefined =>
  blocks
    .flatMap((block) => (block.kind === 'keyValues' ? block.rows.flat() : []))
    .filter((entry) => entry.label.replaceAll('\n', '') === label)
    .map(({ value }) => textOf(value))[0]
