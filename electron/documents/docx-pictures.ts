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

/** A table without lines: two pictures in a row, one alone over both columns. Nothing where there is no picture. */
export const picturesTable = ({ pictures }: PicturesBlock, sheet: Sheet, start: Start): Table[] => {
  const width = pointsToTwips(sheet.textWidth)
  const half = Math.floor(width / 2)
  const side = pointsToTwips(pictureBox.gap / 2)
  const rows = pictureRows(pictures, sheet).map((row, index) => {
    const highest = Math.max(...row.map(({ height }) => height))
    const columns = row.length === 1 ? 2 : 1
    const cells = row.map((one, column) =>
      pictureCell(one, { highest, columns, start: index + column === 0 ? start : {} })
    )
    return new TableRow({ children: cells, cantSplit: true })
  })
  if (rows.length === 0) return []
  const table = new Table({
    rows,
    columnWidths: [half, width - half],
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: TableBorders.NONE,
    margins: { marginUnitType: WidthType.DXA, left: side, right: side, top: 0, bottom: 0 }
  })
  return [table]
}
