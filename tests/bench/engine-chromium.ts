import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledFontFiles } from '../../electron/documents/fonts.ts'
import { bodyText } from '../../electron/documents/metrics.ts'
import type { Block, DocumentModel, GridCell } from '../../shared/documents/document-model.ts'
import { isSpan } from '../../shared/documents/document-model.ts'
import { type Absent, cellText, drawing, type Engine, fontsFolder, pagesIn, plainText } from './engine.ts'
import { clockedLater } from './lines.ts'

/** A running browser and the milliseconds it took to start, which are no part of the race. */
export type Started = { engine: Engine; started: number }

const name = 'Chromium, print to PDF'

/** Chromium without a window; each file is a page it loads with our fonts and prints. */
export async function chromium(): Promise<Started | Absent> {
  try {
    const { findBrowser } = await import('../e2e/browser.ts')
    const executablePath = findBrowser()
    if (executablePath === null) return { name, absent: 'no Chromium on this machine' }
    const playwright = await import('playwright')
    const folder = mkdtempSync(join(tmpdir(), 'dangwu-chromium-'))
    const launch = () => playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
    let browser: Awaited<ReturnType<typeof launch>> | undefined
    const started = await clockedLater(async () => {
      browser = await launch()
    })
    const page = await browser?.newPage()
    if (page === undefined) return { name, absent: 'no page to print' }
    page.setDefaultTimeout(300_000)
    const print = async (address: string): Promise<number> => {
      await page.goto(address)
      await page.evaluate('document.fonts.ready')
      return pagesIn(await page.pdf(look))
    }
    const engine: Engine = {
      name,
      rounds: 2,
      prepare: async (files) => {
        const addresses = files.map((models, index) => {
          const path = join(folder, `${index}.html`)
          writeFileSync(path, htmlOf(models))
          return pathToFileURL(path).href
        })
        return async () => {
          let pages = 0
          for (const address of addresses) pages += await print(address)
          return pages
        }
      },
      close: async () => {
        await browser?.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return { engine, started }
  } catch (error) {
    return { name, absent: `cannot be started: ${String(error).split('\n')[0]?.slice(0, 60)}` }
  }
}

const look = {
  preferCSSPageSize: true,
  outline: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: '<div style="font-size:14pt;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>'
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

function htmlOf(models: readonly DocumentModel[]): string {
  const { size, pitch } = bodyText[models[0]?.profile ?? 'gb9704']
  const faces = Object.entries(bundledFontFiles).map(
    ([role, file]) => `@font-face{font-family:${role};src:url(${pathToFileURL(join(fontsFolder, file)).href})}`
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${models[0]?.meta.title ?? ''}</title><style>
${faces.join('\n')}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
*{margin:0;padding:0}
body{font:${size}pt/${pitch}pt fang,song}
p{text-align:justify;text-indent:2em}
.title{font:22pt/36pt title;text-align:center;text-indent:0}
h1,h2,h3,h4{font-size:${size}pt;font-weight:400;text-indent:2em;break-after:avoid}
h1{font-family:hei}h2{font-family:kai}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:12pt;line-height:16pt;margin:4pt 0}
td,th{border:.5pt solid;padding:3.5pt 4pt}th{font-weight:400;font-family:hei}tr{break-inside:avoid}
svg{display:block;margin:4pt 0;break-inside:avoid}
.sign{break-inside:avoid;text-indent:0}.date{text-align:right}
.paper+.paper,.new{break-before:page}
</style>${models.map(({ blocks }) => `<div class="paper">${contents(blocks)}${blocks.map(blockOf).join('\n')}</div>`).join('\n')}</html>`
}

/** The headings alone: a browser cannot say on which page something comes to stand. */
const contents = (blocks: readonly Block[]): string =>
  blocks.some(({ kind }) => kind === 'contents')
    ? blocks.map((block) => (block.kind === 'heading' ? `<p>${escaped(block.text)}</p>` : '')).join('')
    : ''

const inCell = (cell: GridCell): string => escaped(isSpan(cell) ? cellText(cell.content) : cellText(cell))

const columnsOf = (shares: readonly number[]): string => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return `<colgroup>${shares.map((share) => `<col style="width:${(100 * share) / total}%">`).join('')}</colgroup>`
}

function blockOf(block: Block): string {
  if (block.kind === 'title') return `<p class="title">${escaped(block.lines.join('\n'))}</p>`
  if (block.kind === 'heading')
    return `<h${block.level}${block.startsPage === true ? ' class="new"' : ''}>${escaped(block.text)}</h${block.level}>`
  if (block.kind === 'paragraph') return `<p>${escaped(plainText(block.runs))}</p>`
  if (block.kind === 'contents') return ''
  if (block.kind === 'chart') return drawing(block).svg
  if (block.kind === 'grid') {
    const head = block.columns.map(({ title }) => `<th>${escaped(title)}</th>`).join('')
    const align = block.columns.map((column) => (column.align === 'center' ? ' style="text-align:center"' : ''))
    const rows = block.rows.map(
      (row) => `<tr>${row.map((cell, index) => `<td${align[index] ?? ''}>${inCell(cell)}</td>`).join('')}</tr>`
    )
    return `<table>${columnsOf(block.columns.map(({ width }) => width))}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  }
  if (block.kind === 'keyValues') {
    const rows = block.rows.map(
      (row) =>
        `<tr>${row.map(({ label, value }) => `<th>${escaped(label)}</th><td>${escaped(cellText(value))}</td>`).join('')}</tr>`
    )
    return `<table>${columnsOf(block.columns)}${rows.join('')}</table>`
  }
  if (block.kind === 'signature') {
    const lines = block.rows.map((row) => row.map(({ label, cells }) => `${label}${'＿'.repeat(cells)}`).join('　'))
    return `<div class="sign">${lines.map(escaped).join('<br>')}<div class="date">${escaped(block.date ?? '')}</div></div>`
  }
  throw new Error(`the benchmark does not know ${block.kind}`)
}
