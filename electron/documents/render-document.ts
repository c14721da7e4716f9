import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { writeDocx } from './docx-writer.ts'
import { openFonts } from './fonts.ts'
import { writePdf } from './pdf-writer.ts'
import type { DocumentFormat, RenderedDocument } from './renderer.ts'

export type RenderDocument = (model: DocumentModel, format: DocumentFormat) => Promise<RenderedDocument>

/** Both writers over one set of fonts, which stay open as long as the function is held. */
export const openWriters = (fontsFolder: string): RenderDocument => {
  const fonts = openFonts(fontsFolder)
  return async (model, format) =>
    format === 'pdf' ? writePdf(model, fonts) : { bytes: await writeDocx(model), pages: null, missing: [] }
}
