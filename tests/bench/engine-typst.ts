import { bodyText, tableText } from '../../electron/documents/metrics.ts'
import type { Block, DocumentModel, GridCell } from '../../shared/documents/document-model.ts'
import { isSpan } from '../../shared/documents/document-model.ts'
import { type Absent, cellText, drawing, type Engine, fontsFolder, plainText } from './engine.ts'

/** What the bundled faces call themselves, and how heavy they are. */
const faces: Readonly<Record<string, { family: string; weight: number }>> = {
  fang: { family: 'FandolFang R', weight: 400 },
  kai: { family: 'Antou Kai', weight: 400 },
  hei: { family: 'Noto Sans SC', weight: 700 },
  song: { family: 'Noto Serif SC', weight: 400 },
  title: { family: 'Noto Serif SC', weight: 900 }
}

const family = (role: string): string => faces[role]?.family ?? 'FandolFang R'
const face = (role: string): string =>
  `font: (${JSON.stringify(family(role))}, "Noto Serif SC"), weight: ${faces[role]?.weight ?? 400}`

/** typst in this process. Its compiler is kept, as our fonts are; it forgets what the last ten documents had no use for. */
export async function typst(): Promise<Engine | Absent> {
  const name = 'typst'
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    let compiler: ReturnType<typeof NodeCompiler.create> | undefined
    return {
      name,
      prepare: async (files) => {
        const sources = files.map(sourceOf)
        return async () => {
          compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fontsFolder] }] })
          let pages = 0
          for (const mainFileContent of sources) {
            const compiled = compiler.compile({ mainFileContent })
            const document = compiled.result
            if (document === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
            compiler.pdf(document)
            pages += document.numOfPages
            compiler.evictCache(10)
          }
          return pages
        }
      },
      close: async () => undefined
    }
  } catch (error) {
    return { name, absent: `cannot be loaded: ${String(error).slice(0, 60)}` }
  }
}

const string = (text: string): string => JSON.stringify(text)

function sourceOf(models: readonly DocumentModel[]): string {
  const { size, pitch } = bodyText[models[0]?.profile ?? 'gb9704']
  const leading = `${(pitch - size).toFixed(3)}pt`
  const inTable = `${tableText.pitch - tableText.size}pt`
  const look = [
    '#set page(paper: "a4", margin: (top: 37mm, right: 26mm, bottom: 35mm, left: 28mm), footer: context align(center, text(font: "Noto Serif SC", size: 14pt, counter(page).display("— 1 —"))))',
    `#set text(${face('fang')}, size: ${size}pt, lang: "zh", region: "cn", top-edge: 0.8em, bottom-edge: -0.2em)`,
    `#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: ${leading}, spacing: ${leading})`,
    `#show heading: it => block(above: ${leading}, below: ${leading}, inset: (left: 2em), text(size: ${size}pt, weight: if it.level == 1 { 700 } else { 400 }, font: if it.level == 1 { "${family('hei')}" } else { "${family('kai')}" }, it.body))`,
    `#let paper(widths, ..cells) = { set par(first-line-indent: 0pt, leading: ${inTable}, spacing: ${inTable}, justify: false); set text(size: ${tableText.size}pt); table(columns: widths, stroke: 0.5pt, inset: (x: 4pt, y: 3.5pt), ..cells) }`,
    `#let head(it) = text(${face('hei')}, it)`
  ]
  const papers = models.map(({ blocks }) => blocks.map(blockOf).join('\n\n'))
  return [look.join('\n'), papers.join('\n\n#pagebreak(weak: true)\n\n')].join('\n\n')
}

const shares = (widths: readonly number[]): string => `(${widths.map((width) => `${width}fr`).join(', ')})`
const inCell = (cell: GridCell): string => string(isSpan(cell) ? cellText(cell.content) : cellText(cell))

function blockOf(block: Block): string {
  if (block.kind === 'title')
    return `#align(center, text(${face('title')}, size: 22pt, ${string(block.lines.join('\n'))}))`
  if (block.kind === 'heading')
    return `${block.startsPage === true ? '#pagebreak(weak: true)\n' : ''}#heading(level: ${block.level}, ${string(block.text)})`
  if (block.kind === 'paragraph') return `#par(${string(plainText(block.runs))})`
  if (block.kind === 'contents') return `#outline(title: [目录], depth: ${block.levels ?? 2})`
  if (block.kind === 'chart') {
    const { svg, width, height } = drawing(block, family)
    return `#image(bytes(${string(svg)}), format: "svg", width: ${width}pt, height: ${height}pt)`
  }
  if (block.kind === 'grid') {
    const head = block.columns.map(({ title }) => `align(center, head(${string(title)}))`).join(', ')
    const align = block.columns.map((column) => column.align ?? 'left').join(', ')
    const cells = block.rows.flatMap((row) => row.map(inCell)).join(', ')
    return `#paper(${shares(block.columns.map(({ width }) => width))}, align: (${align}), table.header(${head}), ${cells})`
  }
  if (block.kind === 'keyValues') {
    const cells = block.rows.flatMap((row) =>
      row.flatMap(({ label, value }) => [`head(${string(label)})`, string(cellText(value))])
    )
    return `#paper(${shares(block.columns)}, ${cells.join(', ')})`
  }
  if (block.kind === 'signature') {
    const lines = block.rows.map((row) => row.map(({ label, cells }) => `${label}${'＿'.repeat(cells)}`).join('　'))
    return `#block(breakable: false)[#par(first-line-indent: 0pt, ${string(lines.join('\n'))})\n#align(right, ${string(block.date ?? '')})]`
  }
  throw new Error(`the benchmark does not know ${block.kind}`)
}
