import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bundledFontFiles } from '../../electron/documents/fonts.ts'
import { bodyText, linePitch, page, tableText } from '../../electron/documents/metrics.ts'
import type { Block, DocumentModel, GridCell } from '../../shared/documents/document-model.ts'
import { isSpan } from '../../shared/documents/document-model.ts'
import { cellText, drawing, type Engine, fontsFolder, pagesIn, plainText } from './engine.ts'

type Node = Record<string, unknown> | string

/** The library by its front door, with our five faces and the page of the standard, and none of our corrections. */
export function stockPdfmake(): Engine {
  let opened: Promise<Pdfmake> | undefined
  return {
    name: 'pdfmake as it comes',
    prepare: async (files) => async () => {
      opened ??= Promise.resolve(openPdfmake())
      const pdfmake = await opened
      let pages = 0
      for (const models of files) pages += pagesIn(await pdfmake.createPdf(definitionOf(models)).getBuffer())
      return pages
    },
    rounds: 5,
    close: async () => undefined
  }
}

type Pdfmake = { createPdf(definition: object): { getBuffer(): Promise<Uint8Array> } }

function openPdfmake(): Pdfmake {
  const pdfmake = createRequire(import.meta.url)('pdfmake')
  const faces = Object.entries(bundledFontFiles).map(([role, file]) => {
    const path = join(fontsFolder, file)
    return [role, { normal: path, bold: path }]
  })
  pdfmake.setFonts(Object.fromEntries(faces))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  return pdfmake
}

/** Natural height of a line of FandolFang and its like is 1.0 to 1.4 of its size: with this the pages come out about alike. */
const lineHeight = (size: number, pitch: number): number => pitch / size

function definitionOf(models: readonly DocumentModel[]): object {
  const { size, pitch } = bodyText[models[0]?.profile ?? 'gb9704']
  return {
    pageSize: 'A4',
    pageMargins: [page.left, page.top, page.right, page.bottom],
    info: { title: models[0]?.meta.title },
    defaultStyle: { font: 'fang', fontSize: size, lineHeight: lineHeight(size, pitch) },
    footer: (current: number) => ({ text: `— ${current} —`, font: 'song', alignment: 'center', fontSize: 14 }),
    content: models.map(({ blocks }, index) => ({
      stack: blocks.map((block, place) => nodeOf(block, index > 0 && place === 0))
    }))
  }
}

const headingFonts = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const

function nodeOf(block: Block, onNewPage: boolean): Node {
  const broken = onNewPage ? { pageBreak: 'before' } : {}
  if (block.kind === 'title')
    return {
      text: block.lines.join('\n'),
      font: 'title',
      fontSize: 22,
      lineHeight: 1.2,
      alignment: 'center',
      ...broken
    }
  if (block.kind === 'heading')
    return {
      text: block.text,
      font: headingFonts[block.level],
      tocItem: true,
      leadingIndent: 31.6,
      outline: true,
      ...(block.startsPage === true ? { pageBreak: 'before' } : broken)
    }
  if (block.kind === 'paragraph') return { text: plainText(block.runs), alignment: 'justify', leadingIndent: 31.6 }
  if (block.kind === 'contents') return { toc: { title: { text: '目录', alignment: 'center' } } }
  if (block.kind === 'chart') return drawing(block)
  if (block.kind === 'grid')
    return tableNode(
      block.columns.map(({ width }) => width),
      gridBody(block),
      true
    )
  if (block.kind === 'keyValues') return tableNode(block.columns, factRows(block), false)
  if (block.kind === 'signature') {
    const fields = block.rows.map((row) => row.map(({ label, cells }) => `${label}${'＿'.repeat(cells)}`).join('　'))
    return {
      stack: [...fields, { text: block.date ?? '', alignment: 'right' }],
      unbreakable: true,
      margin: [0, 12, 0, 0]
    }
  }
  throw new Error(`the benchmark does not know ${block.kind}`)
}

const inCell = (cell: GridCell): string => (isSpan(cell) ? cellText(cell.content) : cellText(cell))

const gridBody = ({ columns, rows }: Extract<Block, { kind: 'grid' }>): Node[][] => [
  columns.map(({ title }) => ({ text: title, font: 'hei', alignment: 'center' })),
  ...rows.map((row) =>
    row.map((cell, index) => ({ text: inCell(cell) || ' ', alignment: columns[index]?.align ?? 'left' }))
  )
]

const factRows = ({ rows }: Extract<Block, { kind: 'keyValues' }>): Node[][] =>
  rows.map((row) => row.flatMap(({ label, value }) => [{ text: label, font: 'hei' }, { text: cellText(value) || ' ' }]))

/** Widths of the columns inside their padding and lines, which the library adds itself. */
function tableNode(shares: readonly number[], body: Node[][], hasHead: boolean): Node {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const room = page.width - page.left - page.right - shares.length * 9
  return {
    table: {
      widths: shares.map((share) => (room * share) / total),
      headerRows: hasHead ? 1 : 0,
      dontBreakRows: true,
      body
    },
    fontSize: tableText.size,
    lineHeight: lineHeight(tableText.size, tableText.pitch),
    margin: [0, 4, 0, linePitch - tableText.pitch]
  }
}
