import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../electron/documents/fonts.ts'
import { signOffPlaces } from '../../../electron/documents/sign-off-places.ts'
import { writePdf } from '../../../electron/documents/pdf-writer.ts'
import type { Block } from '../../../shared/documents/document-model.ts'
import { model, official, paragraph, report, schedule } from './models.ts'
import { bookmarksOf, fontsFolder, operatorsOf, pagesOf, sheetsOf, textOf, type Word, wordsOf } from './read-pdf.ts'

const fonts = openFonts(fontsFolder)
const millimetre = 72 / 25.4
const cell = 15.79
const edge = { left: 28 * millimetre, right: 184 * millimetre, top: 37 * millimetre, bottom: 262 * millimetre }
const write = async (blocks: Block[]) => (await writePdf(model(blocks), fonts)).bytes
const wordOf = (bytes: Uint8Array, text: string): Word => {
  const found = wordsOf(bytes).find((word) => word.text.includes(text))
  if (!found) throw new Error(`${text} is not on paper`)
  return found
}
const middle = ({ left, right }: Word): number => (left + right) / 2
/** Ends of the level lines of a page, from its upper left corner. */
const levels = (bytes: Uint8Array): { y: number; from: number; to: number }[] =>
  [...operatorsOf(bytes).matchAll(/^([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l$/gm)].flatMap((match) => {
    const [from = 0, y = 0, to = 0, other = 0] = match.slice(1, 5).map(Number)
    return y === other && to > from ? [{ y, from, to }] : []
  })

describe('版头', () => {
  const head: Block = { kind: 'letterhead', mark: '云溪县局纪要', number: '〔2026〕5号' }

  it('puts the mark 35 mm under the upper edge of the text and the number two lines below it', async () => {
    const bytes = await write([head, { kind: 'title', lines: ['题'] }, paragraph('正文')])
    const mark = wordOf(bytes, '云溪县局纪要')
    // The box of a word is its em box, the ink of 小标宋 begins a little under its upper edge.
    expect((mark.top - edge.top) / millimetre).toBeGreaterThan(33.5)
    expect((mark.top - edge.top) / millimetre).toBeLessThan(35.1)
    expect(middle(mark)).toBeCloseTo((edge.left + edge.right) / 2, 0)
    const number = wordOf(bytes, '5号')
    expect(number.top - mark.bottom).toBeCloseTo(2 * 28.99 + (28.99 - cell) / 2, 0)
  })

  it('draws the red line 4 mm under the number, as wide as the text, the title two lines below', async () => {
    const bytes = await write([head, { kind: 'title', lines: ['题'] }, paragraph('正文')])
    const [rule] = levels(bytes)
    expect([rule?.from, rule?.to].map(Number)).toEqual([expect.closeTo(edge.left, 0), expect.closeTo(edge.right, 0)])
    expect(operatorsOf(bytes)).toMatch(/1 0 0 (scn|SCN)/)
    expect(((rule?.y ?? 0) - wordOf(bytes, '5号').bottom) / millimetre).toBeCloseTo(4, 0)
    expect(wordOf(bytes, '题').top - (rule?.y ?? 0)).toBeCloseTo(2 * 28.99 + (36 - 22) / 2, 0)
  })

  it('puts 份号, 密级 and 紧急程度 into the first lines of the upper left corner', async () => {
    const bytes = await write([
      { ...head, copyNumber: '000012', secrecy: '内部', urgency: '特急' },
      { kind: 'title', lines: ['题'] },
      paragraph('正文')
    ])
    const tops = ['000012', '内部', '特急'].map((text) => wordOf(bytes, text))
    for (const word of tops) expect(word.left).toBeCloseTo(edge.left, 0)
    expect(tops.map(({ top }) => Math.round((top - edge.top - 6) / 28.99))).toEqual([0, 1, 2])
    expect(wordOf(bytes, '云溪县局纪要').top - edge.top).toBeGreaterThan(33.5 * millimetre)
  })

  it('sets the number left and who signs right where the document goes upwards', async () => {
    const bytes = await write([{ ...head, signer: '周启明' }, { kind: 'title', lines: ['题'] }, paragraph('正文')])
    expect(wordOf(bytes, '5号').left).toBeCloseTo(edge.left + cell, 0)
    expect(wordOf(bytes, '周启明').right).toBeCloseTo(edge.right - cell, 0)
    expect(wordOf(bytes, '周启明').top).toBeCloseTo(wordOf(bytes, '5号').top, 1)
  })

  it('shows text on the first page, whatever comes first', async () => {
    for (const first of [schedule(40), paragraph('党'.repeat(900))]) {
      const [page = []] = pagesOf(await write([head, { kind: 'title', lines: ['一', '二', '三'] }, first]))
      expect(page.join('')).toMatch(/机关第1党支部|党党党/)
    }
  })

  it('takes a smaller type for a long mark, and two lines for a very long one', async () => {
    const bytes = await write([
      { kind: 'letterhead', mark: '中共云溪县烟草专卖局（分公司）机关第一支部委员会文件' },
      paragraph('甲')
    ])
    const red = wordsOf(bytes).filter(({ top, bottom }) => bottom - top > 20)
    expect(new Set(red.map(({ top }) => Math.round(top))).size).toBe(2)
    expect(Math.max(...red.map(({ right }) => right))).toBeLessThan(edge.right + 1)
  })
})

describe('附件', () => {
  it('are named two characters in, each name under the first', async () => {
    const bytes = await write([paragraph('正文'), { kind: 'attachments', names: ['甲'.repeat(40), '乙表'] }])
    const [first, second, third] = wordsOf(bytes).filter(({ text }) => /甲|乙/.test(text))
    expect(first?.left).toBeCloseTo(edge.left + 2 * cell, 0)
    // “附件：” and “1.”, whose point takes less than half a character.
    expect(second?.left).toBeGreaterThan(edge.left + 5.5 * cell)
    expect(second?.left).toBeLessThan(edge.left + 6 * cell)
    expect(third?.left).toBeCloseTo(edge.left + 5 * cell, 0)
    expect((first?.top ?? 0) - wordOf(bytes, '正文').top).toBeCloseTo(2 * 28.99, 0)
  })

  it('stand on a new page, the mark in its first line, the title in its third', async () => {
    const bytes = await write([
      paragraph('正文'),
      { kind: 'attachment', number: 1, title: '安排表' },
      paragraph('内容')
    ])
    const [mark, title] = [wordOf(bytes, '附件1'), wordOf(bytes, '安排表')]
    expect([mark.page, title.page]).toEqual([2, 2])
    expect(mark.left).toBeCloseTo(edge.left, 0)
    expect(title.top - edge.top).toBeCloseTo(2 * 28.99 + 7, 0)
    expect(bookmarksOf(bytes).map(([text]) => text)).toEqual(['附件1　安排表'])
  })
})

describe('署名 and 成文日期', () => {
  const width = 442.2
  const places = (issuer: number, date: number, sealed: boolean) => {
    const at = signOffPlaces(issuer * 10, date * 10, sealed, { width, cell: 10 })
    return {
      issuer: at.issuer / 10,
      date: at.date / 10,
      issuerEnds: (width - at.issuer) / 10 - issuer,
      dateEnds: (width - at.date) / 10 - date
    }
  }

  it('without a seal: the name two characters from the edge, the date two characters further in than the name', () => {
    const long = places(14, 8, false)
    expect(long.issuerEnds).toBeCloseTo(2)
    expect(long.date - long.issuer).toBeCloseTo(2)
  })

  it('without a seal, the date longer: the date two characters from the edge, the name moved after it', () => {
    const short = places(5, 8, false)
    expect(short.dateEnds).toBeCloseTo(2)
    expect(short.date - short.issuer).toBeCloseTo(2)
  })

  it('with a seal: the date four characters from the edge, the name centred over it and never over the edge', () => {
    const usual = places(10, 8, true)
    expect(usual.dateEnds).toBeCloseTo(4)
    expect(usual.issuer + 5).toBeCloseTo(usual.date + 4)
    const long = places(24, 8, true)
    expect(long.issuerEnds).toBeCloseTo(0)
    expect(long.issuer + 12).toBeCloseTo(long.date + 4)
  })

  it('stand one line under the text, two where a seal goes', async () => {
    for (const [sealed, linesBetween] of [
      [false, 1],
      [true, 2]
    ] as const) {
      const bytes = await write([
        paragraph('正文'),
        { kind: 'signOff', issuer: '机关支部', date: '2026年1月5日', sealed }
      ])
      expect(wordOf(bytes, '机关支部').top - wordOf(bytes, '正文').top).toBeCloseTo((linesBetween + 1) * 28.99, 0)
    }
  })
})

describe('版记', () => {
  const imprint: Block = {
    kind: 'imprint',
    copiesTo: ['甲局', '乙'.repeat(40)],
    issuer: '局办公室',
    issuedOn: '2026年1月5日'
  }

  it('ends on the lower edge of the text of the last page, between lines as wide as the text', async () => {
    for (const count of [1, 10, 17, 18, 19, 20, 21, 22]) {
      const bytes = await write([...Array.from({ length: count }, () => paragraph('正文')), imprint])
      const all = levels(bytes)
      const rules = all.slice(-3)
      expect(rules.at(-1)?.y).toBeCloseTo(edge.bottom, 0)
      for (const rule of rules) expect(rule.to - rule.from).toBeCloseTo(edge.right - edge.left, 0)
      const own = wordsOf(bytes).filter(({ text }) => /抄送|乙|局办公室|印发/.test(text))
      expect(new Set(own.map(({ page }) => page)).size).toBe(1)
    }
  })

  it('turns 抄送 under its first name, one character of its type in from both edges', async () => {
    const bytes = await write([paragraph('正文'), imprint])
    const [first, second] = wordsOf(bytes).filter(({ text }) => /抄送|乙/.test(text))
    expect(first?.left).toBeCloseTo(edge.left + 14, 0)
    expect(second?.left).toBeCloseTo(edge.left + 4 * 14, 0)
    expect(textOf(bytes)).toContain('乙。')
    expect(wordOf(bytes, '局办公室').left).toBeCloseTo(edge.left + 14, 0)
    expect(wordOf(bytes, '印发').right).toBeCloseTo(edge.right - 14, 0)
  })
})

describe('pages of two directions', () => {
  it('turn where a section asks for it, without an empty page', async () => {
    const { bytes, pages } = await writePdf(
      model([
        { kind: 'section', direction: 'landscape' },
        paragraph('甲'),
        { kind: 'section', direction: 'portrait' },
        paragraph('乙'),
        { kind: 'section', direction: 'portrait' },
        paragraph('丙')
      ]),
      fonts
    )
    expect(pages).toBe(3)
    expect(sheetsOf(bytes).map(({ width, height }) => width > height)).toEqual([true, false, false])
    expect(pagesOf(bytes).map((lines) => lines.filter((line) => !line.includes('—')))).toEqual([['甲'], ['乙'], ['丙']])
  })

  it('keep the number of the page where it stands on the sheets they are bound with', async () => {
    const bytes = await write([
      { kind: 'section', direction: 'landscape' },
      paragraph('甲'),
      { kind: 'pageBreak' },
      paragraph('乙')
    ])
    const numbers = wordsOf(bytes).filter(({ text }) => /^[—\d]+$/.test(text))
    const [odd = [], even = []] = [1, 2].map((page) => numbers.filter((word) => word.page === page))
    // The lower edge of the upright sheet is the left edge of the turned one; right is below, left above.
    for (const { left, right } of [...odd, ...even]) expect((left + right) / 2).toBeCloseTo((35 - 7) * millimetre, -0.5)
    expect(Math.max(...odd.map(({ bottom }) => bottom))).toBeCloseTo(184 * millimetre - 14, 0)
    expect(Math.min(...even.map(({ top }) => top))).toBeCloseTo(28 * millimetre + 14, 0)
  })

  it('give tables the width of the page', async () => {
    const bytes = await write([{ kind: 'section', direction: 'landscape' }, schedule(3)])
    const widest = Math.max(...levels(bytes).map(({ from, to }) => to - from))
    expect(widest).toBeGreaterThan(200)
    expect(wordOf(bytes, '备注').left).toBeGreaterThan(edge.right)
  })
})

describe('目录', () => {
  it('gives each heading with dots and the number that is printed on its page', async () => {
    const written = await writePdf(report(), fonts)
    const pages = pagesOf(written.bytes)
    const contents = pages[0]?.join('\n') ?? ''
    for (const { text, page } of written.headings) {
      expect(contents.replaceAll(/[\s…]/g, '')).toContain(`${text}${page}`)
      const physical = pages.findIndex((lines, index) => index > 0 && lines.some((line) => line.includes(text)))
      if (!text.startsWith('（')) expect(physical + 1).toBe(page)
    }
    expect(contents).toMatch(/……/)
  })

  it('may be longer than a page, with headings of three levels and of more than a line', async () => {
    const headings = Array.from({ length: 60 }, (_, index): Block[] => [
      { kind: 'heading', level: 1, text: `${index}、${'很长的标题'.repeat(6)}`, startsPage: true },
      { kind: 'heading', level: 3, text: `${index}.细目` },
      paragraph('正文')
    ]).flat()
    const written = await writePdf(model([{ kind: 'contents', levels: 3 }, ...headings]), fonts)
    const text = textOf(written.bytes).replaceAll('…', '')
    const last = written.headings.at(-1)
    expect(last?.page).toBe(written.pages)
    expect(written.pages).toBeGreaterThan(66)
    expect(text).toContain(`59.细目${written.pages}`)
  })
})

describe('a grid with a head of its own', () => {
  it('repeats all rows of the head on each page and draws no line through a cell that spans', async () => {
    const bytes = await write([schedule(60)])
    const pages = pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(0, -1))
      for (const title of ['党支部', '时间', '会前', '会后']) expect(page).toContain(title)
    const [name, time, before] = ['党支部', '时间', '会前'].map((text) =>
      wordsOf(bytes).find((word) => word.text === text)
    )
    const centre = ({ top, bottom }: Word): number => (top + bottom) / 2
    if (!name || !time || !before) throw new Error('the head is not on paper')
    expect(centre(name)).toBeCloseTo((centre(time) + centre(before)) / 2, 0)
    expect(middle(time)).toBeGreaterThan(before.right)
  })

  it('prints a body cell over several columns, and none of what it covers', async () => {
    const bytes = await write([{ ...schedule(2), rows: [[{ content: '合计', columns: 4 }, '备']] }])
    expect(wordOf(bytes, '备').left).toBeGreaterThan(wordOf(bytes, '会后').right)
    expect(pagesOf(bytes)[0]?.filter((line) => line === '合计')).toHaveLength(1)
  })
})

describe('an official document as a whole', () => {
  it('has its pages in order', async () => {
    const written = await writePdf(official(), fonts)
    expect(written.missing).toEqual([])
    expect(
      sheetsOf(written.bytes)
        .map(({ width, height }) => (width > height ? '横' : '竖'))
        .join('')
    ).toBe('竖竖竖横横横')
    expect(pagesOf(written.bytes).at(-1)?.join('')).toContain('抄送：')
  })
})
