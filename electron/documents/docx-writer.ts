import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { wordParts } from './docx-blocks.ts'
import { normaliseDocx } from './docx-normalise.ts'
import { type WordFonts, wordStyles } from './docx-styles.ts'
import { xmlText } from './docx-text.ts'
import { bodyText, page, pageNumberDrop, pageNumberSize, pointsToTwips } from './metrics.ts'

/** 4号 page number, one character in from the outer edge; its dashes stand 7 mm under the text area. */
const footer = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: pointsToTwips(pageNumberSize) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
      })
    ]
  })

/**
 * Writes a model as a Word document: faces and distances are in styles, so an office can change them in one place.
 * Word breaks lines its own way, so page numbers may differ from the PDF. The same model gives the same bytes.
 */
export const writeDocx = async (model: DocumentModel, fonts: WordFonts = 'plain'): Promise<Uint8Array> => {
  const { title, author, subject, date } = model.meta
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(author ?? '党务案头'),
    lastModifiedBy: '党务案头',
    ...(subject === undefined ? {} : { subject: xmlText(subject) }),
    styles: wordStyles(model.profile, fonts),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: pointsToTwips(page.width), height: pointsToTwips(page.height) },
            margin: {
              top: pointsToTwips(page.top),
              right: pointsToTwips(page.right),
              bottom: pointsToTwips(page.bottom),
              left: pointsToTwips(page.left),
              header: pointsToTwips(page.top / 2),
              footer: pointsToTwips(page.bottom - pageNumberDrop - pageNumberSize / 2)
            }
          },
          grid: { type: DocumentGridType.LINES, linePitch: Math.floor(bodyText[model.profile].pitch * 20) }
        },
        footers: { default: footer('right'), even: footer('left') },
        children: wordParts(model)
      }
    ]
  })
  return normaliseDocx(await Packer.pack(document, 'uint8array'), date)
}
