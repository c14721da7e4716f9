import { Document, Packer } from 'docx'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { wordSections } from './docx-blocks.ts'
import { finishParts } from './docx-normalise.ts'
import { type WordFonts, wordStyles } from './docx-styles.ts'
import { xmlText } from './docx-text.ts'
import type { PrintedHeading } from './pdf-writer.ts'

/**
 * The parts of a file before the library packs them. It has no public way to ask for them, and to unpack what was just
 * packed took half of the time of a form.
 */
const compiler = Packer['compiler'] as { compile(file: Document): ReadonlyMap<string, string | Uint8Array> }

/** `headings` are those of the PDF of the same model: contents take their page numbers from them. */
export type WordOptions = { fonts?: WordFonts; headings?: readonly PrintedHeading[] }

/**
 * Writes a model as a Word document: faces and distances are in styles, so an office can change them in one place.
 * Word breaks lines its own way, so page numbers may differ from the PDF. The same model gives the same bytes.
 */
export const writeDocx = async (
  model: DocumentModel,
  { fonts = 'plain', headings = [] }: WordOptions = {}
): Promise<Uint8Array> => {
  const { title, author, subject, date } = model.meta
  const document = new Document({
    title: xmlText(title),
    creator: xmlText(author ?? '党务案头'),
    lastModifiedBy: '党务案头',
    ...(subject === undefined ? {} : { subject: xmlText(subject) }),
    styles: wordStyles(model, fonts),
    evenAndOddHeaderAndFooters: true,
    sections: wordSections(model, { fonts, headings })
  })
  return finishParts(compiler.compile(document), date)
}
