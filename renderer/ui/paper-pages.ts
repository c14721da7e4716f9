import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { drawPage, openPdf, pageText, type PlacedText } from './pdf.ts'

/** CSS pixels per point at 100 %. */
export const fullSize = 96 / 72

/** A page with its size in points; `url` is its picture, null until it is wanted. */
export type Sheet = { url: string | null; text: PlacedText[]; width: number; height: number }

/** Pages drawn at once, so that a short paper changes as a whole; later ones are drawn when they come into sight. */
const drawnAtOnce = 12
/** Pages kept drawn on each side of the newest one; those further away are let go. */
const keptAround = 20

async function drawSheet(pdf: PDFDocumentProxy, number: number, zoom: number): Promise<Sheet> {
  const canvas = document.createElement('canvas')
  const size = await drawPage(pdf, number, canvas, fullSize * (zoom / 100) * Math.max(1.5, window.devicePixelRatio))
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  return { ...size, text: await pageText(pdf, number), url: blob === null ? null : URL.createObjectURL(blob) }
}

async function firstSheets(pdf: PDFDocumentProxy, zoom: number): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, drawnAtOnce); number += 1)
    sheets.push(await drawSheet(pdf, number, zoom))
  const { width = 595, height = 842 } = sheets[0] ?? {}
  while (sheets.length < pdf.numPages) sheets.push({ url: null, text: [], width, height })
  return sheets
}

const forget = (sheets: readonly Sheet[]): void => {
  for (const { url } of sheets) if (url !== null) URL.revokeObjectURL(url)
}

/** The pages of a PDF; old ones stay until new ones are ready. `want` draws one that came into sight. */
export function useSheets(bytes: ArrayBuffer | null, zoom: number): { sheets: Sheet[]; want: (index: number) => void } {
  const [sheets, setSheets] = useState<Sheet[]>([])
  const shown = useRef<{ pdf: PDFDocumentProxy; sheets: Sheet[]; zoom: number } | null>(null)
  const busy = useRef(new Set<number>())
  useEffect(() => {
    if (bytes === null) return
    let stale = false
    const run = async (): Promise<void> => {
      const pdf = await openPdf(bytes.slice(0))
      const next = { pdf, sheets: await firstSheets(pdf, zoom), zoom }
      const old = stale ? next : shown.current
      if (!stale) {
        shown.current = next
        busy.current.clear()
        setSheets(next.sheets)
      }
      if (old !== null) setTimeout(() => void old.pdf.loadingTask.destroy().then(() => forget(old.sheets)), 1000)
    }
    void run()
    return () => {
      stale = true
    }
  }, [bytes, zoom])
  useEffect(
    () => () => {
      const last = shown.current
      if (last === null) return
      forget(last.sheets)
      void last.pdf.loadingTask.destroy()
    },
    []
  )
  const want = (index: number): void => {
    const now = shown.current
    if (now === null || busy.current.has(index) || now.sheets[index]?.url !== null) return
    busy.current.add(index)
    void drawSheet(now.pdf, index + 1, now.zoom).then((sheet) => {
      busy.current.delete(index)
      if (shown.current !== now) return forget([sheet])
      const far = (at: number): boolean => at >= drawnAtOnce && Math.abs(at - index) > keptAround
      forget(now.sheets.filter((_one, at) => far(at)))
      now.sheets = now.sheets.map((one, at) => (at === index ? sheet : far(at) ? { ...one, url: null } : one))
      setSheets(now.sheets)
    })
  }
  return { sheets, want }
}
