import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableAnchorType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType
} from 'docx'
import type { DocumentModel, SectionBlock } from '../../shared/documents/document-model.ts'
import { lowParagraph } from './docx-paragraphs.ts'
import { bodyText, pageNumberDrop, pageNumberSize, pointsToTwips, sheets } from './metrics.ts'

type Side = 'left' | 'right'

/** 4号 page number, one character in from the outer edge; its dashes stand 7 mm under the text area. */
const numberParagraph = (side: Side): Paragraph =>
  new Paragraph({
    style: 'PageNumber',
    alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: { [side]: pointsToTwips(pageNumberSize) },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
  })

/**
 * §8: on a turned page the number keeps its place on the sheet, and so reads with the upright pages it is bound with. It
 * stands in a cell with turned text that floats beside the left edge of the text and is as high as it.
 */
const turnedNumber = (side: Side): Table => {
  const { left, top, textHeight } = sheets.landscape
  const width = pointsToTwips(pageNumberSize * 1.5)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const cell = new TableCell({
    width: { size: width, type: WidthType.DXA },
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    borders,
    children: [numberParagraph(side)]
  })
  return new Table({
    rows: [new TableRow({ children: [cell], height: { value: pointsToTwips(textHeight), rule: HeightRule.EXACT } })],
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: pointsToTwips(left - pageNumberDrop) - Math.round(width / 2),
      absoluteVerticalPosition: pointsToTwips(top)
    }
  })
}

const footer = (side: Side, direction: SectionBlock['direction']): Footer =>
  new Footer({
    children: direction === 'landscape' ? [turnedNumber(side), lowParagraph()] : [numberParagraph(side)]
  })

/** The page of a section, with the page number right on odd pages and left on even ones, unless the document has none. */
export const sectionOf = (
  direction: SectionBlock['direction'],
  { profile, pageNumbers }: Pick<DocumentModel, 'profile' | 'pageNumbers'>,
  children: ISectionOptions['children']
): ISectionOptions => {
  const sheet = sheets[direction]
  const turned = direction !== 'portrait'
  return {
    properties: {
      page: {
        // The library takes the measures of the upright page and turns them itself.
        size: {
          width: pointsToTwips(turned ? sheet.height : sheet.width),
          height: pointsToTwips(turned ? sheet.width : sheet.height),
          ...(turned ? { orientation: PageOrientation.LANDSCAPE } : {})
        },
        margin: {
          top: pointsToTwips(sheet.top),
          right: pointsToTwips(sheet.right),
          bottom: pointsToTwips(sheet.bottom),
          left: pointsToTwips(sheet.left),
          header: pointsToTwips(sheet.top / 2),
          footer: pointsToTwips(sheet.bottom - pageNumberDrop - pageNumberSize / 2)
        }
      },
      grid: { type: DocumentGridType.LINES, linePitch: Math.floor(bodyText[profile].pitch * 20) }
    },
    ...(pageNumbers === 'none'
      ? {}
      : { footers: { default: footer('right', direction), even: footer('left', direction) } }),
    children
  }
}
