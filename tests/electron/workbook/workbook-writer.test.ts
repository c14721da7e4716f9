import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import type { RawCell, SheetOut } from '../../../shared/kernel/cells.ts'
import { addDays } from '../../../shared/kernel/dates.ts'

const sheet = (rows: RawCell[][], columns: SheetOut['columns'] = [{ header: '姓名*', width: 12 }]): SheetOut => ({
  name: '党员',
  columns,
  rows
})
const part = async (bytes: Uint8Array, path: string): Promise<string> =>
  (await (await JSZip.loadAsync(bytes)).file(path)?.async('string')) ?? ''

async function readBack(rows: RawCell[][]): Promise<readonly (readonly RawCell[])[]> {
  const reading = await readWorkbook(await writeWorkbook([sheet(rows)]))
  if (!reading.ok) throw new Error(reading.problem.message)
  return (reading.value[0]?.rows ?? []).slice(1)
}

describe('writing a workbook', () => {
  it('writes dates as Excel dates, and text that looks like a number as text', async () => {
    const bytes = await writeWorkbook([sheet([[{ day: '2026-03-05', time: null }, '110105194912310020']])])
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
      /<c r="A2" s="\d+"><v>46086<\/v><\/c><c r="B2"[^>]* t="s">/
    )
    expect(await part(bytes, 'xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"')
  })

  it('never writes a formula: what begins like one gets an apostrophe and comes back without', async () => {
    const risky = [
      '=1+1',
      '+86',
      '-5',
      '@x',
      '|x',
      '%x',
      '\t=x',
      '\rx',
      '＝1',
      '＋',
      '－',
      '＠',
      '  =x',
      '\u200b=x',
      "'=x",
      "''=x",
      "'x",
      " '=x"
    ]
    const bytes = await writeWorkbook([sheet(risky.map((text) => [text]))])
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f')
    const strings = [...(await part(bytes, 'xl/sharedStrings.xml')).matchAll(/<t[^>]*>([^<]*)/g)].map(
      ([, text]) => text
    )
    expect(strings.filter((text) => /^[\s\u200b]*[=+\-@|%＝＋－＠]/.test(text ?? ''))).toEqual([])
    expect(await readBack(risky.map((text) => [text]))).toEqual(risky.map((text) => [text]))
  })

  it('gives back any cell it wrote', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.isWellFormed())
    const day = fc.integer({ min: 0, max: 73_000 }).map((days) => ({ day: addDays('1900-01-01', days), time: null }))
    const cell: fc.Arbitrary<RawCell> = fc.oneof(
      text,
      fc.constantFrom('_x0041_', '_x005F_', '<a>&', '\u0001', '\ufffd ', 'constructor', '__proto__'),
      day,
      fc.integer(),
      fc.boolean()
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        expect(await readBack(cells.map((value) => [value]))).toEqual(cells.map((value) => [value]))
      }),
      { numRuns: 40 }
    )
  })

  it.each(['', '一'])('keeps rare characters whole, wherever a long part is cut (%j before them)', async (before) => {
    const rows = Array.from({ length: 4 }, (_row, at) => [`${before}${at}${'𫖯'.repeat(9000)}`])
    const sheet: SheetOut = { name: '会议', columns: [{ header: '会议记录', width: 20 }], rows }
    const read = await readWorkbook(await writeWorkbook([sheet]))
    expect(read.ok ? read.value[0]?.rows.slice(1) : read).toEqual(rows)
  })

  it('keeps date and time together to the minute', async () => {
    const moments = Array.from({ length: 1440 }, (_, i) => ({
      day: '2026-12-31',
      time: `${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`
    })).slice(1)
    expect((await readBack(moments.map((moment) => [moment]))).flat()).toEqual(moments)
  })

  it('freezes and emboldens the head', async () => {
    const bytes = await writeWorkbook([sheet([])])
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    )
    expect(await part(bytes, 'xl/styles.xml')).toContain('<b/>')
  })

  it('offers short lists in the cell and long ones from a hidden sheet that reading leaves out', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `第${index + 1}个很长的选项`)
    const bytes = await writeWorkbook([
      sheet(
        [],
        [
          { header: '性别', width: 6, choices: { values: ['男', '女'], strict: true } },
          { header: '类型', width: 6, choices: { values: long, strict: false } }
        ]
      )
    ])
    const page = await part(bytes, 'xl/worksheets/sheet1.xml')
    expect(page).toContain('sqref="A2:A50000"><formula1>"男,女"</formula1>')
    expect(page).toContain("<formula1>'_选项'!$A$1:$A$60</formula1>")
    expect(page.match(/showErrorMessage/g)).toHaveLength(1)
    expect(await part(bytes, 'xl/workbook.xml')).toMatch(/name="_选项" state="hidden"/)
    const reading = await readWorkbook(bytes)
    expect(reading.ok && reading.value.map(({ name }) => name)).toEqual(['党员'])
  })

  it('formats columns for long numbers as text, so that Excel keeps every digit typed later', async () => {
    const bytes = await writeWorkbook([sheet([], [{ header: '身份证号', width: 20, text: true }])])
    const style = /<col min="1" style="(\d+)"/.exec(await part(bytes, 'xl/worksheets/sheet1.xml'))?.[1]
    const formats = [...(await part(bytes, 'xl/styles.xml')).replace(/^.*<cellXfs/s, '').matchAll(/<xf [^>]*>/g)]
    expect(formats[Number(style)]?.[0]).toContain('numFmtId="49"')
  })

  it('writes the same bytes for the same sheets', async () => {
    const page = sheet([['张三', { day: '2026-03-05', time: null }]])
    const first = await writeWorkbook([page])
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.compare(await writeWorkbook([page]), first)).toBe(0)
  })
})
