import {
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType
} from 'docx'
import type { PicturesBlock } from '../../shared/documents/document-model.ts'
import { wordParagraph, xmlText } from './docx-text.ts'
import { pictureBox, pointsToPixels, pointsToTwips, type Sheet, tableGap } from './metrics.ts'
import { type PlacedPicture, pictureRows } from './picture-rows.ts'

type Start = Pick<IParagraphOptions, 'pageBreakBefore'>

/** A reader who cannot see the picture is told its caption, or that there is one. */
const altText = (caption: string) => {
  const text = caption === '' ? '照片' : xmlText(caption)
  return { name: text, title: text, description: text }
}

/** Pictures of a row end on one line. */
const pictureCell = (
  { picture, width, height }: PlacedPicture,
  { highest, columns, start }: { highest: number; columns: number; start: Start }
): TableCell => {
  const { type, bytes, caption } = picture
  const image = new ImageRun({
    type,
    data: bytes,
    transformation: { width: pointsToPixels(width), height: pointsToPixels(height) },
    altText: altText(caption)
  })
  return new TableCell({
    columnSpan: columns,
    children: [
      new Paragraph({
        ...start,
        style: 'Picture',
        spacing: {
          before: pointsToTwips(highest - height),
          after: pointsToTwips(caption === '' ? pictureBox.below : tableGap)
        },
        children: [image]
      }),
      ...(caption === ''
        ? []
        : [
            wordParagraph('TableText', [{ text: caption, font: 'kai' }], {
              alignment: 'center',
              spacing: { after: pointsToTwips(pictureBox.below) }
            })
          ])
    ]
  })
}

/** Between two pictures. */
const gapCell = (): TableCell => new TableCell({ children: [new Paragraph({ style: 'TableText' })] })

/** A table without lines: two pictures in a row, one alone over all columns. Nothing where there is no picture. */
export const picturesTable = ({ pictures }: PicturesBlock, sheet: Sheet, start: Start): Table[] => {
  const [width, gap] = [pointsToTwips(sheet.textWidth), pointsToTwips(pictureBox.gap)]
  const half = Math.floor((width - gap) / 2)
  const rows = pictureRows(pictures, sheet).map((row, index) => {
    const highest = Math.max(...row.map(({ height }) => height))
    const [one, other] = row.map((placed, column) =>
      pictureCell(placed, {
        highest,
        columns: row.length === 1 ? 3 : 1,
        start: index + column === 0 ? start : {}
      })
    )
    const cells = [one, ...(other === undefined ? [] : [gapCell(), other])].filter((cell) => cell !== undefined)
    return new TableRow({ children: cells, cantSplit: true })
  })
  if (rows.length === 0) return []
  const table = new Table({
    rows,
    columnWidths: [half, gap, width - gap - half],
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: TableBorders.NONE,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 }
  })
  return [table]
}
