import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerUrl

/** Opens a PDF for showing. The bytes are handed over and cannot be used afterwards. */
export const openPdf = (bytes: ArrayBuffer): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes, useSystemFonts: false, enableXfa: false }).promise

/** Draws one page onto a canvas at `scale` device pixels per point; answers with its size in points. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  scale: number
): Promise<{ width: number; height: number }> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport }).promise
  return { width: viewport.width / scale, height: viewport.height / scale }
}

/** A piece of text and the height of its base line above the foot of the page, as a share of the page's height. */
export type PlacedText = { text: string; at: number }

/** The text of one page in reading order, for people who cannot see the picture and for marking a section. */
export async function pageText(pdf: PDFDocumentProxy, number: number): Promise<PlacedText[]> {
  const page = await pdf.getPage(number)
  const { height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item ? [{ text: item.str, at: Number(item.transform[5]) / height }] : []))
}

/** Dots per inch on paper: fine for text and lines, and a page still fits into memory. */
const printResolution = 240

/** Pages handed to the print dialog at a time: more would not fit into memory as pictures. */
const printedAtOnce = 150

async function imageOf(pdf: PDFDocumentProxy, number: number): Promise<HTMLImageElement | null> {
  const canvas = document.createElement('canvas')
  const { width, height } = await drawPage(pdf, number, canvas, printResolution / 72)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  canvas.width = 0
  if (blob === null) return null
  const image = document.createElement('img')
  image.className = width > height ? 'turned' : ''
  image.src = URL.createObjectURL(blob)
  await image.decode()
  return image
}

async function printPortion(pdf: PDFDocumentProxy, first: number, last: number): Promise<void> {
  const sheets = document.createElement('div')
  sheets.className = 'print-sheets'
  const images: HTMLImageElement[] = []
  try {
    for (let number = first; number <= last; number += 1) {
      const image = await imageOf(pdf, number)
      if (image !== null) images.push(image)
    }
    sheets.append(...images)
    document.body.append(sheets)
    window.print()
  } finally {
    sheets.remove()
    for (const { src } of images) URL.revokeObjectURL(src)
  }
}

/**
 * Prints exactly the pages of the PDF: each is drawn and put on a page of its own without margins. Resolves when the
 * print dialog has closed; a long file asks again for each 150 pages. Works alike in both shells, without a plug-in or a
 * second window.
 */
export async function printPdf(bytes: ArrayBuffer): Promise<void> {
  const pdf = await openPdf(bytes)
  try {
    for (let first = 1; first <= pdf.numPages; first += printedAtOnce)
      await printPortion(pdf, first, Math.min(pdf.numPages, first + printedAtOnce - 1))
  } finally {
    await pdf.loadingTask.destroy()
  }
}
