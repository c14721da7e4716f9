import { describe, expect, it } from 'vitest'
import { scaleFor } from '../../../electron/documents/chart-axes.ts'
import { chartSvg } from '../../../electron/documents/chart-svg.ts'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import { type ChartSpec, chartKinds, chartLabel } from '../../../shared/documents/chart.ts'
import { charts, model } from './models.ts'
import { fontsFolder, textOf, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const pieces = (text: string, role: 'fang' | 'hei') =>
  fonts.choose(text, role).pieces.map((piece) => ({ text: piece.text, font: piece.font.id }))
const svg = (spec: ChartSpec) => chartSvg(spec, { width: 442, height: 280, pieces })
const pdf = async (spec: ChartSpec) => (await writePdf(model([{ kind: 'chart', spec }]), fonts)).bytes
const spec = (kind: ChartSpec['kind'], over: Partial<ChartSpec> = {}): ChartSpec => ({
  kind,
  title: '图',
  categories: ['甲', '乙', '丙'],
  series: [{ name: '数', values: [1, 2, 3] }],
  ...over
})
const columns = (count: number): string[] => Array.from({ length: count }, (_, index) => `机关第${index + 1}党支部`)

describe('a chart on paper', () => {
  it('says its title, its categories, its series and each value as text', async () => {
    for (const one of Object.values(charts).filter(({ title }) => title !== '尚无记录的图')) {
      const text = textOf(await pdf(one))
      const names = one.kind === 'pie' || one.series.length < 2 ? [] : one.series.map(({ name }) => name)
      const values = one.series.flatMap((series) =>
        series.values.flatMap((value) => (value ? chartLabel(one, value) : []))
      )
      for (const part of [one.title, ...names, ...values]) expect(text).toContain(part)
      if (one.kind !== 'bar') for (const category of one.categories) expect(text).toContain(category)
    }
  })

  it('prints rare characters from a font that has them', async () => {
    const rare = spec('bar', { title: '䶮山与𫖯', categories: ['㛃', '乙', '丙'] })
    expect(textOf(await pdf(rare))).toContain('䶮山与𫖯')
    expect(svg(rare)).toContain('<tspan font-family="kai">㛃</tspan>')
  })

  it.each(chartKinds)('of kind %s says that there is nothing where there is nothing', async (kind) => {
    const empty: Partial<ChartSpec>[] = [
      { categories: [], series: [] },
      { series: [] },
      { series: [{ name: '数', values: [0, 0, 0] }] },
      { series: [{ name: '数', values: [null, null, null] }] }
    ]
    for (const over of empty) expect(textOf(await pdf(spec(kind, over)))).toBe('图没有数据—1—')
  })

  it.each(chartKinds)('of kind %s stands with 1 and with 24 categories inside its frame', async (kind) => {
    for (const count of [1, 2, 24]) {
      const values = Array.from({ length: count }, (_, index) => index + 1)
      const bytes = await pdf(spec(kind, { categories: columns(count), series: [{ name: '数', values }] }))
      const words = wordsOf(bytes).filter(({ top }) => top < 750)
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(78)
      expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(523)
      expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan(37 * 2.835 + 10 * 28.99)
      expect(svg(spec(kind, { categories: columns(count), series: [{ name: '数', values }] }))).not.toContain('NaN')
    }
  })

  it('does not set one label over another', async () => {
    for (const kind of ['bar', 'stackedBar', 'line', 'pie'] as const) {
      for (const count of [3, 6, 9]) {
        const values = Array.from({ length: count }, (_, index) => ((index * 5) % 7) + 3)
        const words = wordsOf(await pdf(spec(kind, { categories: columns(count), series: [{ name: '数', values }] })))
        const clashes = words.flatMap((one, index) =>
          words.slice(index + 1).filter((other) => {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
            // Boxes of slanted words are larger than the words.
            const slanted = [one, other].some(({ bottom, top }) => bottom - top > 16)
            return !slanted && across > 0.5 && down > 2.5
          })
        )
        expect([kind, count, clashes.map(({ text }) => text)]).toEqual([kind, count, []])
      }
    }
  })

  it('leaves a gap where a value is not known: no column, no figure, a broken line', () => {
    const known = svg(spec('line', { series: [{ name: '数', values: [1, 2, 3] }] }))
    const gap = svg(spec('line', { series: [{ name: '数', values: [1, null, 3] }] }))
    const runs = (text: string): number => text.match(/stroke-width="1.4"/g)?.length ?? 0
    expect([runs(known), runs(gap)]).toEqual([1, 2])
    const columnsOf = (values: (number | null)[]): number =>
      svg(spec('bar', { series: [{ name: '数', values }] })).match(/fill="#1F4A73"/g)?.length ?? 0
    expect([columnsOf([1, 2, 3]), columnsOf([1, null, 3]), columnsOf([1, 0, 3])]).toEqual([3, 2, 2])
  })

  it('tells series apart by pattern and mark as well as by colour, and has nothing transparent', () => {
    const series = Array.from({ length: 6 }, (_, index) => ({ name: `第${index}组`, values: [3, 4, 5] }))
    for (const kind of ['bar', 'stackedBar', 'line', 'radar'] as const) {
      const text = svg(spec(kind, { series }))
      expect(text).not.toMatch(/opacity|gradient|filter/)
      const patterns =
        kind === 'line' || kind === 'radar'
          ? new Set(text.match(/stroke-width="1.4"( stroke-dasharray="[^"]*")?/g)).size
          : new Set(text.match(/fill="(#[0-9A-F]{6})" stroke/g)).size
      expect(patterns).toBeGreaterThan(2)
    }
  })
})

describe('the value axis', () => {
  it('ends at a round figure, or where the chart says', () => {
    expect(scaleFor(spec('bar'), 31)).toEqual({ start: 0, end: 40, ticks: [0, 10, 20, 30, 40] })
    expect(scaleFor(spec('bar', { max: 100 }), 31).end).toBe(100)
    expect(scaleFor(spec('bar', { max: 10 }), 31).end).toBe(40)
    expect(scaleFor(spec('bar'), 3).ticks).toEqual([0, 1, 2, 3])
  })

  it('begins above 0 only for lines whose values all lie high', () => {
    expect(scaleFor(spec('line', { max: 100, decimals: 1 }), 98.6, 88.2).start).toBe(85)
    expect(scaleFor(spec('line'), 98, 20).start).toBe(0)
  })
})
