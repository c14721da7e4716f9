import './paper.css'
import {
  FileExcelOutlined,
  FileWordOutlined,
  PrinterOutlined,
  ZoomInOutlined,
  ZoomOutOutlined
} from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { type Band, bandsOf, type Mark } from './paper-mark.ts'
import { fullSize, type Sheet, useSheets } from './paper-pages.ts'
import { printPdf } from './pdf.ts'

const zooms = [20, 30, 40, 50, 56, 66, 80, 100, 125, 150] as const
/** Left and right of the pages together, in px. */
const deskMargins = 32

type PaperProps = {
  title: string
  /** What is shown and printed; null while it is being set. */
  bytes: ArrayBuffer | null
  onWord?: (() => void) | undefined
  onExcel?: (() => void) | undefined
  /** At the end of the bar. */
  more?: ReactNode
  /** Gives the same pages for printing, so that the engine can note the print; without it what is shown is printed. */
  printed?: () => Promise<ArrayBuffer>
  /** One line under the pages, such as where else the record is used. */
  footer?: ReactNode
  /** What could not be printed as written, and the like. */
  warning?: string | null
  /** Pages are on their way, so that an empty window of pages says so. */
  waiting?: boolean
  /** The section under the pen, shown pale yellow; never printed. */
  mark?: Mark | null
  /** Per cent; else as the width of the window allows. */
  startZoom?: number
  /** A choice of papers, in place of the title. */
  children?: ReactNode
}

type SheetProps = { sheet: Sheet; number: number; scale: number; band: Band | null; onSight: () => void }

/** One page; a page not drawn yet asks for it when it comes near the window. */
function SheetView({ sheet, number, scale, band, onSight }: SheetProps) {
  const page = useRef<HTMLDivElement>(null)
  const sight = useRef(onSight)
  sight.current = onSight
  const empty = sheet.url === null
  useEffect(() => {
    if (!empty || page.current === null) return
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) sight.current()
      },
      { rootMargin: '800px' }
    )
    near.observe(page.current)
    return () => near.disconnect()
  }, [empty])
  return (
    <div ref={page} className="paper-sheet" style={{ width: sheet.width * scale, height: sheet.height * scale }}>
      {sheet.url === null ? null : (
        <img src={sheet.url} alt={`第 ${number} 页：${sheet.text.map(({ text }) => text).join('')}`} />
      )}
      {band === null ? null : (
        <span className="paper-mark" style={{ top: `${band.top * 100}%`, height: `${band.height * 100}%` }} />
      )}
    </div>
  )
}

/** The most per cent at which the widest page still stands in the window of pages with its margins; `Infinity` while unknown. */
function useFit(desk: RefObject<HTMLDivElement | null>, sheets: readonly Sheet[]): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const { current } = desk
    if (current === null) return
    const watch = new ResizeObserver(() => setRoom(current.clientWidth - deskMargins))
    watch.observe(current)
    return () => watch.disconnect()
  }, [desk])
  const widest = Math.max(0, ...sheets.map(({ width }) => width))
  return widest === 0 ? Number.POSITIVE_INFINITY : Math.floor((room / (widest * fullSize)) * 100)
}

/** 预览: the very PDF that will be printed, page by page, with zoom, Word and print. Old pages stay until new ones are ready. */
export function Paper(props: PaperProps) {
  const { title, bytes, onWord, onExcel, more, printed, footer, warning, mark = null, startZoom, children } = props
  const { waiting = false } = props
  const usual = startZoom ?? (window.innerWidth < 1400 ? 56 : 66)
  const [chosen, setChosen] = useState<number | null>(null)
  const [fitting, setFitting] = useState(usual)
  const zoom = chosen ?? fitting
  const { sheets, want } = useSheets(bytes, zoom)
  const desk = useRef<HTMLDivElement>(null)
  const fit = useFit(desk, sheets)
  // A wide page is shown whole, until somebody wants it larger.
  useEffect(() => setFitting(Math.max(zooms[0], Math.min(usual, fit))), [usual, fit])
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
  const step = (by: 1 | -1): void => {
    const next = by > 0 ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom)
    setChosen(next ?? zoom)
  }
  return (
    <section className="paper" aria-label="打印预览">
      <header className="paper-bar">
        <strong>打印预览</strong>
        {children ?? <span className="quiet">{title}</span>}
        <span className="quiet">{sheets.length === 0 ? '' : `${sheets.length} 页`}</span>
        <span className="push" />
        <span className="paper-zooms">
          <Button type="text" icon={<ZoomOutOutlined />} aria-label="缩小" onClick={() => step(-1)} />
          <span className="quiet paper-zoom">{zoom}%</span>
          <Button type="text" icon={<ZoomInOutlined />} aria-label="放大" onClick={() => step(1)} />
        </span>
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
        {more}
      </header>
      {warning == null ? null : <p className="paper-warning">{warning}</p>}
      <div ref={desk} className="paper-desk" tabIndex={0} role="region" aria-label="页面">
        {waiting && sheets.length === 0 ? <p className="paper-wait">正在排版</p> : null}
        {sheets.map((sheet, index) => (
          <SheetView
            key={index}
            sheet={sheet}
            number={index + 1}
            scale={fullSize * (zoom / 100)}
            band={bands[index] ?? null}
            onSight={() => want(index)}
          />
        ))}
      </div>
      {footer === undefined ? null : <footer className="paper-foot">{footer}</footer>}
    </section>
  )
}
