import { createHash } from 'node:crypto'
import type { Picture, PicturesBlock } from '../../shared/documents/document-model.ts'
import { pictureBox, tableGap, tableText } from './metrics.ts'
import { type Scope, textSources } from './pdf-blocks.ts'
import type { LayoutNode } from './pdfmake-internals.ts'
import { type PlacedPicture, pictureRows } from './picture-rows.ts'
import { estimateLines } from './text-estimate.ts'

/** Pictures go by the digest of their bytes: one that is printed twice is in the file once. */
const nameOf = ({ bytes }: Picture, { pictures }: Scope): string => {
  const name = createHash('sha256').update(bytes).digest('hex')
  pictures.set(name, bytes)
  return name
}

/** Pictures of a row end on one line, with their captions under it. */
const cellOf = ({ picture, width, height }: PlacedPicture, highest: number, scope: Scope): LayoutNode => {
  const { caption } = picture
  const look = { font: 'kai', ...tableText, alignment: 'center' } as const
  return {
    stack: [
      {
        image: nameOf(picture, scope),
        width,
        height,
        alignment: 'center',
        margin: [0, highest - height, 0, tableGap]
      },
      ...(caption === '' ? [] : [{ text: textSources([{ text: caption }], look, scope) }])
    ]
  }
}

const nothing = () => 0

/** Room between the columns of a row. */
const layoutOf = (columns: number) => ({
  hLineWidth: nothing,
  vLineWidth: nothing,
  paddingLeft: (column: number) => (column === 0 ? 0 : pictureBox.gap / 2),
  paddingRight: (column: number) => (column === columns - 1 ? 0 : pictureBox.gap / 2),
  paddingTop: nothing,
  paddingBottom: nothing
})

/** About how high a row will be. */
const heightOf = (row: readonly PlacedPicture[], highest: number): number => {
  const lines = row.map(({ picture: { caption }, room }) =>
    caption === '' ? 0 : estimateLines(caption, room / tableText.size)
  )
  return highest + tableGap + Math.max(...lines) * tableText.pitch + pictureBox.below
}

const rowNode = (row: readonly PlacedPicture[], scope: Scope): LayoutNode => {
  const highest = Math.max(...row.map(({ height }) => height))
  return {
    table: {
      widths: row.map(({ room }) => room),
      body: [row.map((one) => cellOf(one, highest, scope))],
      dontBreakRows: true
    },
    layout: layoutOf(row.length),
    margin: [0, 0, 0, pictureBox.below],
    least: heightOf(row, highest)
  }
}

/** Each row is a table of its own without lines, so that it moves to the next page whole. */
export const picturesNode = ({ pictures }: PicturesBlock, scope: Scope): LayoutNode => {
  const stack = pictureRows(pictures, scope.sheet).map((row) => rowNode(row, scope))
  return { stack, margin: [0, tableGap, 0, 0], least: tableGap + (stack[0]?.least ?? 0) }
}
