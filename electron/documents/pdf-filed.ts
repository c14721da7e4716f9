import {
  decodePDFRawStream,
  degrees,
  type PageBoundingBox,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFImage,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFPageDrawPageOptions,
  PDFRawStream
} from '@cantoo/pdf-lib'
import type { FiledPages } from '../../shared/documents/document-model.ts'
import { millimetresToPoints as mm } from './metrics.ts'

/* Files that others made, laid on our numbered pages: smaller than they are, so that the number stands free under them. */

/** A filed file and the page of the book (from 0) that its first is laid on. */
export type FiledPlace = { filed: FiledPages; from: number }

const area = { left: mm(20), bottom: mm(34), width: mm(175), height: mm(248) }

/** What a page may hold when it is unpacked, all pages together, and how many pages: more is no paper to be bound. */
const most = { pages: 500, unpacked: 60_000_000 }

/** Links may be lost on paper; what is filled in or stamped stands in annotations too, and may not. */
function hasMoreThanLinks(page: PDFPage): boolean {
  const annotations = page.node.Annots()
  if (!(annotations instanceof PDFArray)) return false
  return annotations.asArray().some((_one, at) => {
    const annotation = annotations.lookup(at)
    return !(annotation instanceof PDFDict) || annotation.get(PDFName.of('Subtype')) !== PDFName.of('Link')
  })
}

const opened = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false })

/** The streams a page is drawn by; none for an empty one. */
function contentsOf(page: PDFPage): (PDFObject | undefined)[] {
  const contents = page.node.Contents()
  if (contents === undefined) return []
  return contents instanceof PDFArray ? contents.asArray().map((_one, at) => contents.lookup(at)) : [contents]
}

/** How much is drawn on a page, unpacked; throws where it cannot be unpacked, or is no stream. */
const unpackedSize = (page: PDFPage): number =>
  contentsOf(page).reduce((sum, stream) => {
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
    return sum + decodePDFRawStream(stream).decode().length
  }, 0)

/** The part of a page that is shown. */
function shownBox(page: PDFPage): PageBoundingBox {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()]
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const right = Math.min(media.x + media.width, crop.x + crop.width)
  const top = Math.min(media.y + media.height, crop.y + crop.height)
  if (right - left < 1 || top - bottom < 1) throw new Error('nothing of the page is shown')
  return { left, bottom, right, top }
}

const isPdf = (file: Uint8Array): boolean => Buffer.from(file.subarray(0, 1024)).includes('%PDF-')
const isJpg = (file: Uint8Array): boolean => file[0] === 0xff && file[1] === 0xd8

const picture = (book: PDFDocument, file: Uint8Array): Promise<PDFImage> =>
  isJpg(file) ? book.embedJpg(file) : book.embedPng(file)

/**
 * Pages of a file that can be bound, of a picture one; null where it is locked or broken, too much, or something on its pages would
 * be lost.
 */
export async function countFiledPages(file: Uint8Array): Promise<number | null> {
  try {
    if (!isPdf(file)) {
      const trial = await PDFDocument.create()
      const drawn = await picture(trial, file)
      trial.addPage().drawImage(drawn, placed(drawn, 0))
      // Only now is the picture taken in.
      await trial.save()
      return 1
    }
    const pages = (await opened(file)).getPages()
    if (pages.length === 0 || pages.length > most.pages || pages.some(hasMoreThanLinks)) return null
    let unpacked = 0
    for (const page of pages) {
      shownBox(page)
      unpacked += unpackedSize(page)
      if (unpacked > most.unpacked) return null
    }
    return pages.length
  } catch {
    return null
  }
}

type Sides = { width: number; height: number }

/** Where to draw what has these sides and is shown turned clockwise by `turn`: upright, as large as there is room. */
function placed({ width, height }: Sides, turn: number): Sides & Pick<PDFPageDrawPageOptions, 'x' | 'y' | 'rotate'> {
  const isSideways = turn % 180 !== 0
  const [wide, high] = isSideways ? [height, width] : [width, height]
  const scale = Math.min(area.width / wide, area.height / high)
  const [w, h] = [width * scale, height * scale]
  const left = area.left + (area.width - wide * scale) / 2
  const low = area.bottom + (area.height - high * scale) / 2
  const corners: Record<number, [number, number]> = {
    0: [left, low],
    90: [left, low + w],
    180: [left + w, low + h],
    270: [left + h, low]
  }
  const [x, y] = corners[turn] ?? [left, low]
  return { width: w, height: h, x, y, rotate: degrees(-turn) }
}

/** Upright sheets stand; wide ones are turned, their head to the binding. `turn` is what the file itself asks for. */
function turnOf({ width, height }: Sides, turn: number): number {
  const own = ((turn % 360) + 360) % 360
  const isWide = own % 180 === 0 ? width > height : height > width
  return isWide ? (own + 270) % 360 : own
}

async function layPdf(book: PDFDocument, { filed, from }: FiledPlace): Promise<void> {
  for (const [at, source] of (await opened(filed.bytes)).getPages().entries()) {
    if (contentsOf(source).length === 0) continue
    const page = await book.embedPage(source, shownBox(source))
    book.getPage(from + at).drawPage(page, placed(page, turnOf(page, source.getRotation().angle)))
  }
}

/**
 * Lays files on the pages that were kept for them; `beforeEach` may take its time, or throw to stop. The same files and book give
 * the same bytes.
 */
export async function layFiledPages(
  bytes: Uint8Array,
  places: readonly FiledPlace[],
  beforeEach: () => void | Promise<void> = () => {}
): Promise<Uint8Array> {
  const book = await opened(bytes)
  for (const place of places) {
    await beforeEach()
    const { type, bytes: file } = place.filed
    if (type === 'pdf') await layPdf(book, place)
    else {
      const drawn = await picture(book, file)
      book.getPage(place.from).drawImage(drawn, placed(drawn, turnOf(drawn, 0)))
    }
  }
  return book.save({ useObjectStreams: false, addDefaultPage: false })
}
