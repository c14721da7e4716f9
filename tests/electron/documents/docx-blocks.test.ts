import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../electron/documents/docx-writer.ts'
import { chartColours } from '../../../shared/documents/chart.ts'
import type { Block, DocumentModel } from '../../../shared/documents/document-model.ts'
import { charts, everything, pagesOfHeadings } from './docx-models.ts'
import { model, paragraph } from './models.ts'

const unpack = async (document: DocumentModel, options = {}) => JSZip.loadAsync(await writeDocx(document, options))
const bodyOf = async (blocks: Block[], options = {}): Promise<string> =>
  (await (await unpack(model(blocks), options)).file('word/document.xml')?.async('string')) ?? ''
const paragraphs = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
const wordsOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map((match) => match[1]).join('')

describe('a grid in Word', () => {
  const grid: Block = {
    kind: 'grid',
    columns: ['序号', '姓名', '赞成', '反对'].map((title) => ({ title, width: 1 })),
    head: [
      [
        { content: '序号', rows: 2 },
        { content: '姓名', rows: 2 },
        { content: '票数', columns: 2 }
      ],
      ['赞成', '反对']
    ],
    rows: [
      ['1', '王㛃', '12', '0'],
      [{ content: '合计', columns: 2 }, '12', '0']
    ]
  }

  it('repeats all rows of its head, with cells over rows and over columns', async () => {
    const xml = await bodyOf([grid])
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(2)
  })

  it('prints no head where it is empty, and nothing where there is no row either', async () => {
    expect(await bodyOf([{ ...grid, head: [] }])).not.toContain('<w:tblHeader/>')
    expect(await bodyOf([{ ...grid, head: [], rows: [] }, paragraph('甲')])).not.toContain('<w:tbl>')
  })

  it('is as wide as the text of its page, upright and turned', async () => {
    const xml = await bodyOf([grid, { kind: 'section', direction: 'landscape' }, grid])
    const widths = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map((match) =>
      [...(match[1] ?? '').matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0)
    )
    expect(widths).toEqual([8844, 12756])
  })
})

describe('sections in Word', () => {
  it('turn the page with its margins and keep the number at its place on the sheet', async () => {
    const zip = await unpack(model([paragraph('甲'), { kind: 'section', direction: 'landscape' }, paragraph('乙')]))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(xml).toContain('<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"')
    const [odd, even] = [
      await zip.file('word/footer3.xml')?.async('string'),
      await zip.file('word/footer4.xml')?.async('string')
    ]
    expect(odd).toMatch(/<w:textDirection w:val="tbRl"\/>.*<w:ind w:right="280"\/><w:jc w:val="right"\/>/)
    expect(even).toMatch(/<w:textDirection w:val="tbRl"\/>.*<w:ind w:left="280"\/><w:jc w:val="left"\/>/)
  })

  it('make no empty page: at the start, one after another, at the end, before a heading that starts a page', async () => {
    const turn: Block = { kind: 'section', direction: 'landscape' }
    const back: Block = { kind: 'section', direction: 'portrait' }
    const xml = await bodyOf([
      turn,
      { kind: 'pageBreak' },
      paragraph('甲'),
      { kind: 'pageBreak' },
      back,
      turn,
      { kind: 'heading', level: 1, text: '一、乙', startsPage: true },
      back
    ])
    expect(xml.match(/<w:sectPr>/g)).toHaveLength(2)
    expect(xml.match(/landscape/g)).toHaveLength(2)
    expect(xml).not.toContain('<w:pageBreakBefore/>')
  })
})

describe('contents in Word', () => {
  const blocks: Block[] = [
    { kind: 'contents' },
    { kind: 'heading', level: 1, text: '一、甲' },
    { kind: 'heading', level: 2, text: '（一）乙' },
    { kind: 'heading', level: 3, text: '1.丙' }
  ]

  it('hold the headings down to their level with the pages of the PDF, linked to bookmarks', async () => {
    const xml = await bodyOf(blocks, { headings: pagesOfHeadings(model(blocks)) })
    const inside = /<w:sdtContent>(.*?)<\/w:sdtContent>/s.exec(xml)?.[1] ?? ''
    expect(paragraphs(inside).map(wordsOf)).toEqual(['一、甲3', '（一）乙4'])
    expect(inside).toContain('TOC \\h \\o &quot;1-2&quot;')
    expect([...inside.matchAll(/w:anchor="([^"]+)"/g)].map((match) => match[1])).toEqual(['_Toc1', '_Toc2'])
    expect(xml.match(/<w:bookmarkStart w:name="_Toc\d"/g)).toHaveLength(3)
  })

  it('ask nothing on opening', async () => {
    const zip = await unpack(model(blocks))
    expect(await zip.file('word/document.xml')?.async('string')).not.toContain('w:dirty="true"')
    expect(await zip.file('word/settings.xml')?.async('string')).not.toContain('updateFields')
  })

  it('are nothing where there is no heading', async () => {
    expect(await bodyOf([{ kind: 'contents' }, paragraph('甲')])).not.toContain('<w:sdt>')
  })
})

describe('charts in Word', () => {
  const chartOf = async (index: number) => {
    const spec = charts[index]
    const zip = await unpack(model(spec === undefined ? [] : [{ kind: 'chart', spec }]))
    const xml = (await zip.file('word/charts/chart1.xml')?.async('string')) ?? ''
    return { zip, xml }
  }

  it('are native, each with the workbook its numbers are changed in', async () => {
    const kinds = ['barChart', 'barChart', 'lineChart', 'radarChart', 'pieChart']
    for (const [index, kind] of kinds.entries()) {
      const { zip, xml } = await chartOf(index)
      expect(xml).toContain(`<c:${kind}>`)
      const workbook = await zip.file('word/embeddings/Microsoft_Excel_Worksheet1.xlsx')?.async('uint8array')
      const sheet = await (await JSZip.loadAsync(workbook ?? '')).file('xl/worksheets/sheet1.xml')?.async('string')
      expect(sheet).toContain('<v>95</v>')
    }
  })

  it('show values with their unit, leave a gap where nothing is known, and name Chinese faces', async () => {
    const { xml } = await chartOf(0)
    expect(xml).toContain('<c:showVal val="1"/>')
    expect(xml).toContain('formatCode="0&quot;%&quot;"')
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
    expect(xml).toContain('<c:max val="100"/>')
    expect(xml).not.toContain('+mn-ea')
    expect(xml).toContain('<a:ea typeface="仿宋"/>')
    const known = /<c:val>.*?<c:ptCount val="4"\/>(.*?)<\/c:numCache>/s.exec(xml)?.[1] ?? ''
    expect([...known.matchAll(/idx="(\d)"/g)].map((match) => match[1])).toEqual(['0', '2', '3'])
  })

  it('stay readable in grey print: patterns with an edge, strokes and points', async () => {
    const bar = (await chartOf(0)).xml
    expect(bar).toContain(`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${chartColours[2].slice(1)}"/>`)
    const line = (await chartOf(2)).xml
    for (const stroke of ['dash', 'dot']) expect(line).toContain(`<a:prstDash val="${stroke}"/>`)
    expect(new Set([...line.matchAll(/<c:symbol val="(\w+)"/g)].map((match) => match[1]))).toEqual(
      new Set(['circle', 'square', 'triangle'])
    )
    expect([...(await chartOf(4)).xml.matchAll(/<a:pattFill prst="(\w+)"/g)].map((match) => match[1])).toEqual([
      'wdUpDiag',
      'diagCross'
    ])
  })

  it('stand two on a page with their headings', async () => {
    const xml = await bodyOf(charts.slice(0, 1).map((spec): Block => ({ kind: 'chart', spec, lines: 10 })))
    const height = Number(/<wp:extent cx="\d+" cy="(\d+)"/.exec(xml)?.[1]) / 635
    expect(height).toBeLessThan(10 * 579)
  })
})

describe('the parts of an official paper in Word', () => {
  const letterhead: Block = { kind: 'letterhead', mark: '机关第一支部纪要', number: '第5期' }

  it('put the red mark 35 mm under the edge of the text, the number two lines under it, over a red line', async () => {
    const [mark, number] = paragraphs(await bodyOf([letterhead]))
    const size = Number(/<w:sz w:val="(\d+)"/.exec(mark ?? '')?.[1]) / 2
    const before = Number(/w:before="(\d+)"/.exec(mark ?? '')?.[1]) / 20
    expect(size).toBe(44)
    // The line is a quarter higher than the type, and its ink begins a little under its upper edge.
    expect(before + size * 0.31).toBeCloseTo((35 * 72) / 25.4, 0)
    expect(number).toMatch(/<w:bottom w:val="single" w:color="FF0000" w:sz="10"/)
    expect(number).toContain('w:before="1160"')
  })

  it('put copy number, secrecy and urgency over each other into the corner, and who signs at the right', async () => {
    const xml = await bodyOf([
      { ...letterhead, copyNumber: '000001', secrecy: '秘密', urgency: '特急', signer: '周启明' }
    ])
    expect(paragraphs(xml).map(wordsOf)).toEqual(['000001', '秘密', '特急', '机关第一支部纪要', '第5期签发人：周启明'])
    expect(xml).toMatch(/<w:tab w:val="right" w:pos="\d+"\/>/)
  })

  it('set a mark too long for one line in two', async () => {
    const xml = await bodyOf([{ kind: 'letterhead', mark: '中共云溪县烟草专卖局机关第一支部委员会文件' }])
    expect(paragraphs(xml).map(wordsOf)).toEqual(['中共云溪县烟草专卖局机', '关第一支部委员会文件', ''])
  })

  it('number attachments only where there are several, and keep them with what closes the text', async () => {
    const xml = await bodyOf([
      paragraph('正文'),
      { kind: 'attachments', names: ['名册', '议程'] },
      { kind: 'signOff', issuer: '支部', date: '2026年1月5日' }
    ])
    expect(paragraphs(xml).map(wordsOf)).toEqual(['正文', '附件：1.名册', '2.议程', '支部', '2026年1月5日'])
    expect(paragraphs(xml).map((one) => one.includes('<w:keepNext/>'))).toEqual([true, true, true, true, false])
    expect(wordsOf(await bodyOf([{ kind: 'attachments', names: ['名册'] }]))).toBe('附件：名册')
  })

  it('start an attachment on a new page, its mark in 黑体, its title on the third line', async () => {
    const [mark, title] = paragraphs(await bodyOf([{ kind: 'attachment', number: 2, title: '名册' }]))
    expect(mark).toMatch(/<w:pageBreakBefore\/>.*w:after="580".*FaceHei.*附件2/)
    expect(title).toContain('<w:pStyle w:val="Title"/>')
  })

  it('set name and date by the rules with and without a seal', async () => {
    const right = async (sealed: boolean, issuer: string): Promise<number[]> => {
      const xml = await bodyOf([{ kind: 'signOff', issuer, date: '2026年1月5日', sealed }])
      return [...xml.matchAll(/<w:ind w:right="(\d+)"/g)].map((match) => Number(match[1]) / 315.8)
    }
    const [name = 0, date = 0] = await right(true, '支部')
    expect(date).toBeCloseTo(4, 1)
    expect(name).toBeCloseTo(4 + 6 / 2 - 1, 1)
    const [plainName = 0, plainDate = 0] = await right(false, '中共云溪县烟草专卖局')
    expect(plainName).toBeCloseTo(2, 1)
    // The date begins two characters further in than the name of ten.
    expect(plainDate + 6).toBeCloseTo(2 + 10 - 2, 1)
  })

  it('put the imprint into a frame at the foot of the text, its lines as wide as the text', async () => {
    const xml = await bodyOf([
      paragraph('正文'),
      { kind: 'imprint', copiesTo: ['县委组织部', '各支部'], issuer: '机关支部', issuedOn: '2026年1月5日' }
    ])
    const framed = paragraphs(xml).filter((one) => one.includes('w:vAnchor="margin" w:xAlign="left" w:yAlign="bottom"'))
    expect(framed.map(wordsOf)).toEqual(['', '抄送：县委组织部，各支部。', '', '机关支部2026年1月5日印发', ''])
    expect(
      framed.filter((one) => one.includes('w:fill="000000"')).map((one) => /w:line="(\d+)"/.exec(one)?.[1])
    ).toEqual(['19', '14', '19'])
  })
})

describe('two profiles of fonts', () => {
  it('name the faces of the standard in styles and in charts', async () => {
    const zip = await unpack(everything(), { fonts: 'gb2312' })
    expect(await zip.file('word/styles.xml')?.async('string')).toContain('仿宋_GB2312')
    expect(await zip.file('word/charts/chart1.xml')?.async('string')).toContain('<a:ea typeface="仿宋_GB2312"/>')
    expect(await zip.file('word/document.xml')?.async('string')).not.toContain('rFonts')
  })
})
