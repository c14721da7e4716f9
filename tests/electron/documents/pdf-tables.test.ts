import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { Block, GridBlock } from '../../../shared/documents/document-model.ts'
import { model } from './models.ts'
import { fontsFolder, operatorsOf, pagesOf, textOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const write = async (blocks: Block[]) => (await writePdf(model(blocks, { profile: 'form' }), fonts)).bytes

const grid = (rows: number, remark = ''): GridBlock => ({
  kind: 'grid',
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '姓名', width: 2 },
    { title: '签名', width: 5 }
  ],
  rows: Array.from({ length: rows }, (_, index) => [`${index + 1}`, `党员${index + 1}`, remark]),
  minLines: 2
})

describe('tables on paper', () => {
  it('repeat their head on each page', async () => {
    const pages = pagesOf(await write([grid(45)]))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page.filter((line) => line.includes('姓名'))).toHaveLength(1)
    expect(textOf(await write([grid(45)]))).toContain('党员45')
  })

  it('break between rows, never within one', async () => {
    const words = wordsOf(await write([grid(20, '甲'.repeat(60))]))
    for (let row = 1; row <= 20; row += 1) {
      const [name] = words.filter((word) => word.text === `党员${row}`)
      const lines = words.filter((word) => word.page === name?.page && word.text.startsWith('甲'))
      const own = lines.filter((word) => Math.abs(word.top - (name?.top ?? 0)) < 40)
      expect(own.length).toBeGreaterThanOrEqual(3)
    }
  })

  it('lose nothing of cells that are longer than a page', async () => {
    for (const length of [500, 700, 900, 1100, 3000]) {
      const bytes = await write([
        {
          kind: 'keyValues',
          columns: [1, 4],
          rows: [
            [{ label: '内容', value: '甲'.repeat(length) }],
            [{ label: '意见', value: '乙'.repeat(length), minLines: 3 }]
          ]
        }
      ])
      const text = textOf(bytes)
      expect([text.match(/甲/g)?.length, text.match(/乙/g)?.length]).toEqual([length, length])
    }
  })

  it('lose nothing of a first row that does not fit under its head', async () => {
    expect(textOf(await write([grid(2, '甲'.repeat(1500))])).match(/甲/g)).toHaveLength(3000)
  })

  it('print nothing where they have no row', async () => {
    const empty = await write([
      { kind: 'keyValues', columns: [1, 1], rows: [] },
      { ...grid(0), head: [] }
    ])
    expect(textOf(empty)).toBe('—1—')
    expect(textOf(await write([grid(0)]))).toContain('姓名')
  })

  it('are as wide as the text', async () => {
    const operators = operatorsOf(await write([grid(1)]))
    const ends = [...operators.matchAll(/^([\d.]+) [\d.]+ [ml]$/gm)].map((match) => Number(match[1]))
    expect(Math.min(...ends)).toBeCloseTo(79.37, 0)
    expect(Math.max(...ends)).toBeCloseTo(521.57, 0)
  })

  it('leave room for as many lines as a form asks for', async () => {
    const bytes = await write([
      {
        kind: 'keyValues',
        columns: [1, 4],
        rows: [[{ label: '意见', value: '', minLines: 5 }], [{ label: '备注', value: '无' }]]
      }
    ])
    const words = wordsOf(bytes)
    const middle = (text: string): number => {
      const word = words.find((candidate) => candidate.text === text)
      return ((word?.top ?? 0) + (word?.bottom ?? 0)) / 2
    }
    // From the middle of a row of 5 lines to the middle of a row of 1: 3 lines of 16 points, padding and a rule.
    expect(middle('备注') - middle('意见')).toBeCloseTo(3 * 16 + 2 * 3.5 + 0.5, 0)
    expect(middle('无')).toBeCloseTo(middle('备注'), 1)
  })
})
