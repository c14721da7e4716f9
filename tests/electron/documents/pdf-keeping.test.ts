import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdfBook } from '../../../electron/documents/pdf-writer.ts'
import type { Block } from '../../../shared/documents/document-model.ts'
import { charts, model, paragraph, schedule } from './models.ts'
import { fontsFolder, pagesOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('前文'))
const long = (characters: number): Block => paragraph('前'.repeat(characters))
const form: Block = {
  kind: 'keyValues',
  columns: [1, 4],
  rows: [[{ label: '意见', value: '文'.repeat(200), minLines: 5 }], [{ label: '备注', value: '文' }]]
}
const longForm = (characters: number): Block => ({
  kind: 'keyValues',
  columns: [1, 4],
  rows: [[{ label: '内容', value: '文'.repeat(characters) }]]
})
const chart: Block = { kind: 'chart', spec: charts.pie ?? { kind: 'pie', title: '', categories: [], series: [] } }

/** The pages of many documents; they are bound into one file, because reading each by itself takes most of the time. */
const written = async (documents: Block[][], profile: 'gb9704' | 'form' = 'gb9704'): Promise<string[][][]> => {
  const parts = documents.map((blocks) => model(blocks, { profile }))
  const { bytes } = await writePdfBook(
    { title: '', date: '2026-11-20', numbering: 'each', oddStarts: false, parts },
    fonts
  )
  const found: string[][][] = []
  for (const page of pagesOf(bytes)) {
    if (page.some((line) => /^— ?1 ?—$/.test(line))) found.push([])
    found.at(-1)?.push(page)
  }
  expect(found).toHaveLength(documents.length)
  return found
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** The lines of the page on which `text` stands, from there on, without the number of the page. */
const under = (pages: string[][], text: string): string[] => {
  const page = pages.find((found) => found.some((line) => line.includes(text))) ?? []
  return page.slice(page.findIndex((line) => line.includes(text)) + 1).filter((line) => !/^— ?\d+ ?—$/.test(line))
}

describe('a heading', () => {
  const followers: Record<string, Block[]> = {
    'a paragraph': [long(100)],
    'a short paragraph and the signatures': [
      paragraph('前文'),
      { kind: 'signature', rows: [[{ label: '主持人：', cells: 4 }]], date: '2026年1月5日' }
    ],
    'a heading and a paragraph': [{ kind: 'heading', level: 2, text: '（一）讨论' }, long(60)],
    'a grid with a head of two rows': [schedule(6)],
    'a form': [form],
    'a chart': [chart],
    'a paragraph and 署名': [
      paragraph('前文'),
      { kind: 'signOff', issuer: '机关支部', date: '2026年1月5日', sealed: true }
    ]
  }
  it.each(Object.entries(followers))('over %s is never alone at the foot of a page', async (_, after) => {
    for (const profile of ['gb9704', 'form'] as const) {
      const heading: Block = { kind: 'heading', level: 1, text: '一、标题' }
      const all = await written(
        upTo(22).map((before) => [...lines(before + 8), heading, ...after]),
        profile
      )
      for (const [before, pages] of all.entries()) {
        const found = under(pages, '一、标题')
        expect([before, found.length > (found.includes('（一）讨论') ? 1 : 0)]).toEqual([before, true])
      }
    }
  })
})

describe('signatures', () => {
  const signature: Block = { kind: 'signature', rows: [[{ label: '主持人：', cells: 4 }]], date: '2026年1月5日' }
  const signOff: Block = { kind: 'signOff', issuer: '机关第一党支部', date: '2026年1月5日' }
  const sealed: Block = { ...signOff, sealed: true }
  const attached: Block = { kind: 'attachments', names: ['安排表', '登记表'] }
  const closings: [string, Block[], number][] = [
    ['the signing part', [signature], 7],
    ['署名', [signOff], 7],
    ['署名 with a seal', [sealed], 3],
    ['附件说明 and 署名', [attached, signOff], 4]
  ]
  const befores: ((size: number) => Block[])[] = [
    (size) => lines(size + 8),
    (size) => [long(28 * (size + 4)), ...lines(8)],
    (size) => [long(28 * (size + 8))],
    (size) => [...lines(size + 2), form],
    (size) => [...lines(size), schedule(8)],
    (size) => [...lines(size), longForm(500)],
    (size) => [...lines(size), chart]
  ]
  it.each(closings)('%s is never alone on a page', async (_, closing, kinds) => {
    for (const before of befores.slice(0, kinds)) {
      for (const pages of await written(upTo(23).map((size) => [...before(size), ...closing]))) {
        const last = (pages.at(-1) ?? []).join('')
        expect(last).toContain('2026年1月5日')
        expect(last.replace('机关第一党支部', '')).toMatch(/前|文|合计|构成/)
      }
    }
  })
})

describe('a chart', () => {
  it('is never torn, and keeps to its page with its title', async () => {
    for (const pages of await written(upTo(23).map((before) => [...lines(before), chart]))) {
      const own = pages.filter((page) => page.some((line) => line.includes('党员学历构成')))
      expect(own).toHaveLength(1)
      expect(own[0]?.join('')).toContain('研究生')
    }
  })
})
