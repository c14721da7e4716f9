import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { readWorkbookInWorker } from '../../../electron/workbook/workbook-reader-host.ts'
import type { RawCell } from '../../../shared/kernel/cells.ts'
import { foreignParts, foreignWorkbook, zipOf } from './workbook-files.ts'

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly RawCell[])[]> {
  const reading = await readWorkbook(bytes)
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.value[0]?.rows ?? []
}
const firstRow = async (cells: string): Promise<readonly RawCell[] | undefined> =>
  (await rowsOf(await foreignWorkbook(`<row r="1">${cells}</row>`)))[0]

describe('reading a workbook of another program', () => {
  it('tells dates from numbers by the style of the cell, in Chinese formats too', async () => {
    const day = { day: '2026-03-05', time: null }
    expect(
      await firstRow(
        '<c r="A1" s="1"><v>46086</v></c><c r="B1" s="2"><v>46086</v></c><c r="C1"><v>46086</v></c><c r="D1" s="4"><v>46086</v></c>'
      )
    ).toEqual([day, day, 46086, 46086])
  })

  it('keeps a time of day as the fraction it is, and gives day and time of a date with time', async () => {
    expect(
      await firstRow('<c r="A1" s="3"><v>0.604166666666667</v></c><c r="B1" s="1"><v>46086.6041666667</v></c>')
    ).toEqual([expect.closeTo(0.6041667, 6), { day: '2026-03-05', time: '14:30' }])
  })

  it('reads dates of a workbook that counts from 1904', async () => {
    const parts = foreignParts('<row r="1"><c r="A1" s="1"><v>44624</v></c></row>')
    const workbook = String(parts['xl/workbook.xml']).replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    expect((await rowsOf(await zipOf({ ...parts, 'xl/workbook.xml': workbook })))[0]).toEqual([
      { day: '2026-03-05', time: null }
    ])
  })

  it('takes the cached value of a formula, error values as their text, ISO dates as text', async () => {
    expect(
      await firstRow(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>是</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" s="1" t="d"><v>2026-03-05T00:00:00</v></c><c r="E1" t="b"><v>1</v></c>'
      )
    ).toEqual([2, '是', '#N/A', '2026-03-05T00:00:00', true])
  })

  it('keeps the row numbers of Excel where rows are left out', async () => {
    expect(
      await rowsOf(
        await foreignWorkbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>')
      )
    ).toEqual([[1], [null], [null], [4]])
  })

  it('reads long inline text whole', async () => {
    const text = '会议记录'.repeat(8000)
    expect(await firstRow(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).toEqual([text])
  })

  it.each([
    [
      'more than 50,000 rows',
      Array.from({ length: 50_001 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join('')
    ],
    ['more than 256 columns', '<row r="1"><c r="IW1"><v>1</v></c></row>'],
    ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['a row number that never ends', '<row r="999999999"/>'],
    [
      'a cell over 32,767 characters',
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c></row>`
    ]
  ])('refuses %s with a sentence', async (_, sheetData) => {
    const reading = await readWorkbook(await foreignWorkbook(sheetData))
    expect(reading).toMatchObject({
      ok: false,
      problem: { code: 'too-large', message: expect.stringContaining('分成几个文件') }
    })
  })

  it('answers damaged XML with a sentence', async () => {
    const broken = await foreignWorkbook('', {
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="rId9"/></sheets></workbook>'
    })
    expect(await readWorkbook(broken)).toMatchObject({ ok: false })
  })
})

describe('reading in a worker', () => {
  const worker = new URL('../../../electron/workbook/workbook-reader-worker.ts', import.meta.url)

  it('gives the same answer as reading directly', async () => {
    const bytes = await foreignWorkbook('<row r="1"><c r="A1" s="1"><v>46086</v></c></row>')
    expect(await readWorkbookInWorker(bytes, worker)).toEqual(await readWorkbook(bytes))
  })

  it('passes a refusal on', async () => {
    expect(await readWorkbookInWorker(Buffer.from('a,b'), worker)).toMatchObject({
      ok: false,
      problem: { code: 'text-format' }
    })
  })

  it('stops after the time given', async () => {
    const hang = new URL('data:text/javascript,for(;;);')
    expect(await readWorkbookInWorker(new Uint8Array(), hang, { timeoutMs: 300 })).toMatchObject({
      problem: { code: 'timed-out' }
    })
  })

  it('survives a reader that runs out of memory', async () => {
    const glutton = new URL('data:text/javascript,const a=[];for(;;)a.push(new Array(1e5).fill(a.length))')
    expect(await readWorkbookInWorker(new Uint8Array(), glutton, { memoryMb: 32 })).toMatchObject({
      problem: { code: 'too-large' }
    })
  })
})
