import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { balancedLines, chartPieces } from '../../../electron/documents/chart-layout.ts'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { textWidth } from '../../../electron/documents/metrics.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { DocumentModel, OrgChartBox } from '../../../shared/documents/document-model.ts'
import { model, paragraph } from './models.ts'
import { fontsFolder, pagesOf, textOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)

const groups = (count: number): OrgChartBox[] =>
  Array.from({ length: count }, (_, index) => ({ title: `第${index + 1}党小组`, lines: ['组长：王建军', '党员9人'] }))
const branches = (count: number, groupsEach = 0): OrgChartBox[] =>
  Array.from({ length: count }, (_, index) => ({
    title: `支部${index + 1}`,
    lines: [`书记${index + 1}`, `党员${index + 1}人`],
    children: groups(groupsEach)
  }))
const root = (children: OrgChartBox[]): OrgChartBox => ({
  title: '中共云溪县烟草专卖局委员会',
  lines: ['书记：周启明'],
  children
})
const chart = (box: OrgChartBox, more: DocumentModel['blocks'] = []): DocumentModel =>
  model([{ kind: 'title', lines: ['组织机构图'] }, { kind: 'orgChart', root: box }, ...more], { profile: 'form' })
const pdf = async (box: OrgChartBox) => (await writePdf(chart(box), fonts)).bytes

const charts: Record<string, OrgChartBox> = {
  'one box': root([]),
  'a branch with three groups': root(groups(3)),
  'eight branches with groups': root(branches(8, 2)),
  'nine branches': root(branches(9)),
  'forty-five branches': root(branches(45)),
  'three levels below': root(branches(3).map((box) => ({ ...box, children: branches(3, 2) }))),
  'a long name': root([{ title: '中共云溪县烟草专卖局（分公司）烟叶生产技术中心支部委员会' }, ...branches(5)])
}

describe('the layout of an organisation chart', () => {
  it('keeps every box within the text and apart from its neighbours', () => {
    for (const box of Object.values(charts)) {
      for (const { boxes } of chartPieces(box)) {
        const inOrder = boxes.toSorted((a, b) => a.left - b.left)
        for (const [index, { left, width }] of inOrder.entries()) {
          const before = inOrder[index - 1]
          expect(left).toBeGreaterThanOrEqual(before === undefined ? 0 : before.left + before.width + 5)
          expect(left + width).toBeLessThanOrEqual(textWidth + 0.01)
        }
      }
    }
  })

  it('draws no line through a box', () => {
    for (const box of Object.values(charts)) {
      for (const { boxes, segments } of chartPieces(box)) {
        for (const { left, top, width, height } of boxes) {
          const through = segments.filter(
            ({ x1, y1, x2, y2 }) =>
              x2 > left + 0.01 && x1 < left + width - 0.01 && y2 > top + 0.01 && y1 < top + height - 0.01
          )
          expect(through).toEqual([])
        }
      }
    }
  })

  it('stands in one row up to five boxes, then in rows of four, then of six, the last row in the middle', () => {
    const rows = (count: number): number[] =>
      chartPieces(root(branches(count)))
        .slice(1)
        .map(({ boxes }) => boxes.length)
    expect([rows(5), rows(6), rows(9), rows(24).length, rows(45)]).toEqual([
      [5],
      [4, 2],
      [4, 4, 1],
      6,
      [6, 6, 6, 6, 6, 6, 6, 3]
    ])
    const [last] = chartPieces(root(branches(9))).at(-1)?.boxes ?? []
    expect((last?.left ?? 0) + (last?.width ?? 0) / 2).toBeCloseTo(textWidth / 2, 5)
  })

  it('breaks names where they part, else into lines of one length', () => {
    expect(balancedLines('机关第一党支部', 7)).toEqual(['机关第一党支部'])
    expect(balancedLines('离退休干部党支部', 6)).toEqual(['离退休干部', '党支部'])
    expect(balancedLines('书记：欧阳致远', 5)).toEqual(['书记：', '欧阳致远'])
    expect(balancedLines('烟叶生产技术中心党支部', 6)).toEqual(['烟叶生产技术', '中心党支部'])
    expect(balancedLines('', 6)).toEqual([''])
  })
})

describe('an organisation chart in the PDF', () => {
  it('says all it says, readable', async () => {
    for (const box of Object.values(charts)) {
      const text = textOf(await pdf(box))
      const all = (one: OrgChartBox): string[] => [...(one.lines ?? []), ...(one.children ?? []).flatMap(all)]
      for (const line of all(box)) expect(text).toContain(line)
    }
    expect(pagesOf(await pdf(root(branches(8))))[0]?.join(' ')).toMatch(/支部1 .*支部8/)
  })

  it('stands on one page for 8 branches with groups and for 45 branches', async () => {
    expect((await writePdf(chart(root(branches(8, 3))), fonts)).pages).toBe(1)
    expect((await writePdf(chart(root(branches(45))), fonts)).pages).toBe(1)
  })

  it('runs on over pages with no box torn and none lost', async () => {
    const bytes = await pdf(root(branches(45, 3)))
    const words = wordsOf(bytes)
    for (let number = 1; number <= 45; number += 1) {
      const own = words.filter(({ text }) => [`支部${number}`, `书记${number}`, `党员${number}人`].includes(text))
      expect(new Set(own.map(({ page }) => page)).size).toBeLessThanOrEqual(number === 9 ? 9 : 1)
    }
    expect(words.filter(({ text }) => text === '第3党小组')).toHaveLength(45)
    expect(Math.max(...words.filter(({ text }) => !/^[—\d]+$/.test(text)).map(({ bottom }) => bottom))).toBeLessThan(
      ((297 - 35) * 72) / 25.4
    )
  })

  it('keeps a row of boxes with what hangs from it on one page', async () => {
    const words = wordsOf(await pdf(root(branches(16, 3))))
    const page = (text: string): number[] => words.filter((word) => word.text === text).map((word) => word.page)
    expect(page('第3党小组').slice(0, 4)).toEqual(Array.from({ length: 4 }, () => page('支部1')[0]))
    expect(page('第3党小组').slice(-4)).toEqual(Array.from({ length: 4 }, () => page('支部16')[0]))
  })

  it('is set after what stands before it and before what follows', async () => {
    const bytes = (await writePdf(chart(root(branches(3)), [paragraph('附注')]), fonts)).bytes
    const words = wordsOf(bytes)
    const top = (text: string): number => words.find((word) => word.text === text)?.top ?? 0
    expect(top('组织机构图')).toBeLessThan(top('支部1'))
    expect(top('附注')).toBeGreaterThan(top('党员3人') + 10)
  })
})

describe('an organisation chart in Word', () => {
  const read = async (document: DocumentModel): Promise<string> => {
    const zip = await JSZip.loadAsync(await writeDocx(document))
    return (await zip.file('word/document.xml')?.async('string')) ?? ''
  }
  const rowsOf = (xml: string): string[] => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
  const numbers = (xml: string, pattern: RegExp): number[] =>
    [...xml.matchAll(pattern)].map((match) => Number(match[1]))
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

  it('is one table as wide as the text, with no more columns than Word knows, each row filling them', async () => {
    for (const box of Object.values(charts)) {
      const xml = await read(chart(box))
      const widths = numbers(xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/s)?.[0] ?? '', /w:w="(\d+)"/g)
      expect(sum(widths)).toBe(8844)
      expect(widths.length).toBeLessThanOrEqual(63)
      for (const row of rowsOf(xml)) {
        const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []
        expect(sum(cells.map((cell) => numbers(cell, /<w:gridSpan w:val="(\d+)"/g)[0] ?? 1))).toBe(widths.length)
        expect(sum(cells.map((cell) => numbers(cell, /<w:tcW w:type="dxa" w:w="(\d+)"/g)[0] ?? 0))).toBe(8844)
      }
    }
  })

  it('has a framed cell for each box, one name in each, and a line where boxes are joined', async () => {
    const xml = await read(chart(charts['a branch with three groups'] ?? root([])))
    const cells = (xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => ({
      text: /<w:t(?: [^>]*)?>([^<]*)/.exec(cell)?.[1] ?? '',
      edges: ['top', 'left', 'bottom', 'right'].filter((edge) => cell.includes(`<w:${edge} w:val="single"`)).join(' ')
    }))
    expect(cells.filter(({ edges }) => edges === 'top left bottom right').map(({ text }) => text)).toEqual([
      '中共云溪县烟草专卖局委员会',
      '第1党小组',
      '第2党小组',
      '第3党小组'
    ])
    const lines = cells.filter(({ edges }) => edges !== '' && edges !== 'top left bottom right')
    // The trunk down to the level line; the level line over two columns; the three drops, the first two under that line.
    expect(lines.map(({ edges }) => edges)).toEqual(['left', 'top left', 'top left', 'left'])
  })

  it('draws a chart of too many edges on a coarser raster', async () => {
    const deep = (depth: number): OrgChartBox[] => (depth === 0 ? [] : [{ title: '甲', children: deep(depth - 1) }])
    const xml = await read(chart(root(Array.from({ length: 27 }, () => ({ title: '乙', children: deep(4) })))))
    const columns = numbers(xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/s)?.[0] ?? '', /w:w="(\d+)"/g)
    expect(columns.length).toBeLessThanOrEqual(63)
    expect(xml.match(/>甲</g)).toHaveLength(27 * 4)
  })

  it('keeps the strips of a row together, and a box whole', async () => {
    const rows = rowsOf(await read(chart(root(branches(8, 2)))))
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    const [first, ...rest] = rows
    expect(first).toContain('<w:keepNext/>')
    expect(rest.at(-1)).not.toContain('<w:keepNext/>')
  })

  it('starts a page where asked, and names no face', async () => {
    const xml = await read(model([paragraph('甲'), { kind: 'pageBreak' }, { kind: 'orgChart', root: root(groups(2)) }]))
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
    expect(xml).not.toContain('rFonts')
  })

  it('is the same bytes for the same chart', async () => {
    const document = chart(root(branches(9, 1)))
    expect(Buffer.from(await writeDocx(document)).equals(await writeDocx(document))).toBe(true)
    const [one, two] = [await writePdf(document, fonts), await writePdf(document, fonts)]
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true)
  })
})
