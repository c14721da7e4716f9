import {
  FileExcelOutlined,
  FileWordOutlined,
  PrinterOutlined,
  ZoomInOutlined,
  ZoomOutOutlined
} from '@ant-design/icons'
import { Button } from 'antd'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { bandsOf, type Mark } from './paper-mark.ts'
import { drawPage, openPdf, pageText, type PlacedText, printPdf } from './pdf.ts'

/** CSS pixels per point at 100 %. */
const fullSize = 96 / 72
const zooms = [40, 50, 56, 66, 80, 100, 125, 150]

type Sheet = { url: string; text: PlacedText[] }

async function drawSheets(pdf: PDFDocumentProxy, zoom: number): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const canvas = document.createElement('canvas')
    await drawPage(pdf, number, canvas, fullSize * (zoom / 100) * Math.max(1.5, window.devicePixelRatio))
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    if (blob !== null) sheets.push({ url: URL.createObjectURL(blob), text: await pageText(pdf, number) })
  }
  return sheets
}

function forget(sheets: readonly Sheet[]): void {
  for (const sheet of sheets) URL.revokeObjectURL(sheet.url)
}

type PaperProps = {
  title: string
  /** What is shown and printed; null while it is being set. */
  bytes: ArrayBuffer | null
  onWord?: (() => void) | undefined
  onExcel?: (() => void) | undefined
  /** Gives the same pages for printing, so that the engine can note the print; without it what is shown is printed. */
  printed?: () => Promise<ArrayBuffer>
  /** One line under the pages, such as where else the record is used. */
  footer?: ReactNode
  /** What could not be printed as written, and the like. */
  warning?: string | null
  /** The section under the pen, shown pale yellow; never printed. */
  mark?: Mark | null
  /** Per cent; else as the width of the window allows. */
  startZoom?: number
  /** A choice of papers, in place of the title. */
  children?: ReactNode
}

/** 预览: the very PDF that will be printed, page by page, with zoom, Word and print. Old pages stay until new ones are ready. */
export function Paper(props: PaperProps) {
  const { title, bytes, onWord, onExcel, printed, footer, warning, mark = null, startZoom, children } = props
  const [zoom, setZoom] = useState(startZoom ?? (window.innerWidth < 1400 ? 56 : 66))
  const [sheets, setSheets] = useState<Sheet[]>([])
  const shown = useRef<Sheet[]>([])
  useEffect(() => {
    if (bytes === null) return
    let stale = false
    const run = async (): Promise<void> => {
      const pdf = await openPdf(bytes.slice(0))
      const next = await drawSheets(pdf, zoom)
      await pdf.loadingTask.destroy()
      const old = stale ? next : shown.current
      if (!stale) {
        shown.current = next
        setSheets(next)
      }
      setTimeout(() => forget(old), 1000)
    }
    void run()
    return () => {
      stale = true
    }
  }, [bytes, zoom])
  const desk = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [page, band] = [desk.current?.querySelector<HTMLElement>('.paper-mark')?.parentElement, desk.current]
    const marked = page?.querySelector<HTMLElement>('.paper-mark')
    if (page == null || band === null || marked == null || mark?.from === undefined) return
    const top = page.offsetTop - band.offsetTop + marked.offsetTop
    if (top < band.scrollTop || top > band.scrollTop + band.clientHeight - 80) band.scrollTop = Math.max(0, top - 60)
  }, [mark?.from])
  const bands = bandsOf(
    sheets.map((sheet) => sheet.text),
    mark
  )
  const print = async (): Promise<void> => {
    if (bytes !== null) await printPdf(printed === undefined ? bytes.slice(0) : await printed())
  }
  const step = (by: number): void => setZoom(zooms[zooms.indexOf(zoom) + by] ?? zoom)
  return (
    <section className="paper" aria-label="打印预览">
      <header className="paper-bar">
        <strong>打印预览</strong>
        {children ?? <span className="quiet">{title}</span>}
        <span className="quiet">{sheets.length === 0 ? '' : `${sheets.length} 页`}</span>
        <span className="push" />
        <Button type="text" icon={<ZoomOutOutlined />} aria-label="缩小" onClick={() => step(-1)} />
        <span className="quiet">{zoom}%</span>
        <Button type="text" icon={<ZoomInOutlined />} aria-label="放大" onClick={() => step(1)} />
        {onWord === undefined ? null : (
          <Button icon={<FileWordOutlined />} onClick={onWord}>
            Word
          </Button>
        )}
        {onExcel === undefined ? null : (
          <Button icon={<FileExcelOutlined />} onClick={onExcel}>
            Excel
          </Button>
        )}
        <Button icon={<PrinterOutlined />} disabled={bytes === null} onClick={() => void print()}>
          打印
        </Button>
      </header>
      {warning == null ? null : <p className="paper-warning">{warning}</p>}
      <div ref={desk} className="paper-desk" tabIndex={0} role="region" aria-label="页面">
        {sheets.map((sheet, index) => (
          <div
            key={sheet.url}
            className="paper-sheet"
            style={{ width: `${210 * (zoom / 100)}mm`, height: `${297 * (zoom / 100)}mm` }}
          >
            <img src={sheet.url} alt={`第 ${index + 1} 页：${sheet.text.map(({ text }) => text).join('')}`} />
            {bands[index] === null || bands[index] === undefined ? null : (
              <span
                className="paper-mark"
                style={{ top: `${bands[index].top * 100}%`, height: `${bands[index].height * 100}%` }}
              />
            )}
          </div>
        ))}
      </div>
      {footer === undefined ? null : <footer className="paper-foot">{footer}</footer>}
    </section>
  )
}
