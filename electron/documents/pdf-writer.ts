import { type DocumentBook, type DocumentModel, isFiled } from '../../shared/documents/document-model.ts'
import type { FontSet } from './fonts.ts'
import { sheets } from './metrics.ts'
import { openPdf, type PdfFile } from './pdf-adapter.ts'
import { contentOf } from './pdf-content.ts'
import { type FiledPlace, layFiledPages } from './pdf-filed.ts'

/**
 * A finished file. `missing` names each character no font could print (〓 stands in its place); tell the user. `fonts` are
 * the PostScript names of the fonts used, in order; `page` of a heading is the number printed on its page.
 */
export type WrittenPdf = {
  bytes: Uint8Array
  pages: number
  missing: string[]
  fonts: string[]
  headings: PrintedHeading[]
}

export type PrintedHeading = { level: 1 | 2 | 3 | 4; text: string; page: number }

/** Writes a model as PDF, page by page as GB/T 9704 sets it. The same model and fonts give the same bytes. */
export const writePdf = async (model: DocumentModel, fonts: FontSet): Promise<WrittenPdf> => {
  const { title, author, subject, date } = model.meta
  const file = openPdf(
    {
      Title: title,
      ...(author === undefined ? {} : { Author: author }),
      ...(subject === undefined ? {} : { Subject: subject }),
      ...written(date)
    },
    fonts
  )
  const missing = new Set<string>()
  const headings = writePart(file, model, { fonts, missing, firstNumber: 1 })
  return { ...(await file.finish()), pages: file.pages, missing: [...missing], headings }
}

/**
 * Binds documents into one file, part after part, so that time and memory grow with the number of pages only. `onPart` is
 * told after each part and may take its time, or throw to stop. A blank page that `oddStarts` puts in shows no number; where
 * numbers go through it counts, or odd numbers would come to stand on back sides.
 */
export const writePdfBook = async (
  book: DocumentBook,
  fonts: FontSet,
  onPart?: (done: number, total: number) => void | Promise<void>
): Promise<WrittenPdf> => {
  const file = openPdf({ Title: book.title, ...written(book.date) }, fonts, book.parts.some(isFiled))
  const missing = new Set<string>()
  const headings: PrintedHeading[] = []
  const front = book.front ?? 0
  let before = 0
  const filed: FiledPlace[] = []
  for (const [index, model] of book.parts.entries()) {
    if (book.oddStarts && file.pages % 2 === 1) file.writeBlankPage()
    if (index === front) before = file.pages
    const firstNumber = book.numbering === 'through' ? file.pages + 1 - before : 1
    if (isFiled(model)) {
      filed.push({ filed: model, from: file.pages })
      file.writeNumberedPages(model.pages, firstNumber, model.title)
    } else
      for (const heading of writePart(file, model, { fonts, missing, firstNumber, bookmark: model.meta.title }))
        headings.push(heading)
    await onPart?.(index + 1, book.parts.length)
  }
  const { bytes, fonts: used } = await file.finish()
  const bound =
    filed.length === 0 ? bytes : await layFiledPages(bytes, filed, () => onPart?.(book.parts.length, book.parts.length))
  return { bytes: bound, fonts: used, pages: file.pages, missing: [...missing], headings }
}

const written = (date: string): Record<string, string | Date> => {
  const day = new Date(`${date}T00:00:00Z`)
  return { Creator: '党务案头', Producer: '党务案头', CreationDate: day, ModDate: day }
}

type Place = { fonts: FontSet; missing: Set<string>; firstNumber: number; bookmark?: string }

const writePart = (
  file: PdfFile,
  { blocks, profile, pageNumbers }: DocumentModel,
  { fonts, missing, ...place }: Place
): PrintedHeading[] => {
  const pictures = new Map<string, Uint8Array>()
  const { content, headings } = contentOf(blocks, { fonts, profile, missing, pictures, sheet: sheets.portrait })
  file.write({ content, pictures, ...place, firstNumber: pageNumbers === 'none' ? null : place.firstNumber })
  return headings.map(({ block: { level, text }, node }) => ({
    level,
    text,
    page: (node.positions?.[0]?.pageNumber ?? 1) - 1 + place.firstNumber
  }))
}
