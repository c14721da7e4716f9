import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveCount } from '../../../electron/features/ballot/ballot-repository.ts'
import { allEvaluations } from '../../../electron/features/evaluation/evaluation-repository.ts'
import { allPolls } from '../../../electron/features/poll/poll-repository.ts'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import type { RawSheet } from '../../../shared/kernel/cells.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { problemOf } from '../../factories/office.ts'
import { aTalkOffice, type TalkOffice } from '../../factories/talks.ts'

type Row = Record<string, string | number>
let office: TalkOffice
let code: string
beforeEach(async () => {
  office = await aTalkOffice()
  code = (await office.client.organisation.tree.query()).find(({ id }) => id === office.branchId)?.code ?? ''
})
afterEach(() => office.remove())

const round = (more: Row = {}): Row => ({
  组织编码: code,
  年度: 2026,
  日期: '2026-11-18',
  发出票: 5,
  收回票: 5,
  ...more
})
const tally = (name: string, more: Row = {}): Row => ({
  组织编码: code,
  年度: 2026,
  姓名: name,
  优秀: 4,
  合格: 1,
  ...more
})
const poll = (more: Row = {}): Row => ({
  ...{ 测评编号: 'CP01', 名称: '班子测评', 组织编码: code, 年度: 2026, 种类: '班子测评', 被测评对象: '支部班子' },
  ...{ 优秀: 6, 良好: 2, 收回票: 8, ...more }
})
type Rows = { 评议?: Row[]; 评议计票?: Row[]; 测评?: Row[] }

/** A file that has only the columns its rows name. */
async function upload(rows: Rows): Promise<string> {
  const sheets = blankLedger().flatMap((sheet) => {
    const own = rows[sheet.name as keyof Rows] ?? []
    const wanted = (findSheet(sheet.name)?.columns ?? []).filter(({ name }) => own.some((row) => name in row))
    if (wanted.length === 0) return []
    const columns = wanted.map(({ name, width }) => ({ header: name, width }))
    return [{ name: sheet.name, columns, rows: own.map((row) => wanted.map(({ name }) => row[name] ?? null)) }]
  })
  return uploadLedger(office.app, await writeWorkbook(sheets))
}
const taken = async (rows: Rows) => importUpload(office.client, await upload(rows), 'accepted')
const faultsOf = async (rows: Rows) =>
  (await office.client.ledger.preview.query({ id: await upload(rows) })).faults.map(
    ({ sheet, column, code: why }) => `${sheet}/${column}/${why}`
  )
const everything = (): Rows => ({
  评议: [round()],
  评议计票: [tally('周启明', { 组织评定: '优秀', 自评: '述职' }), tally('林慧')],
  测评: [poll()]
})
const evaluations = () => office.vault.store?.read(allEvaluations) ?? []
const polls = () => office.vault.store?.read(allPolls) ?? []
const same = { created: 0, updated: 0, unchanged: 1 }

async function exported(): Promise<{ bytes: Uint8Array; sheets: RawSheet[] }> {
  const response = await office.app(new Request('http://127.0.0.1/ledger/export.xlsx', { headers: { 'x-app': '1' } }))
  const bytes = new Uint8Array(await response.arrayBuffer())
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.problem.message)
  return { bytes, sheets: read.value }
}

describe('evaluations and polls from a file', () => {
  it('are saved, counted, found on their screens and taken in again without a change', async () => {
    expect(await taken(everything())).toMatchObject({ faults: [], 评议: { created: 1 }, 测评: { created: 1 } })
    const desk = await office.client.evaluation.desk.query({ organisationId: office.branchId, year: 2026 })
    expect(desk.evaluation).toMatchObject({ rounds: [{ date: '2026-11-18', issued: 5, returned: 5 }] })
    expect(desk.members.find(({ name }) => name === '周启明')).toMatchObject({
      ...{ entry: { final: '优秀', selfReview: '述职' }, advice: 'excellent-candidate' },
      figures: { shown: true, counts: [4, 1, 0, 0], valid: 5 }
    })
    expect(polls()).toMatchObject([{ number: 'CP01', scale: 'team', subjects: [{ name: '支部班子' }] }])
    expect(await taken(everything())).toMatchObject({ faults: [], 评议: same, 测评: same })
  })

  it('can be taken back: a new one goes, a changed one is what it was', async () => {
    await taken({ 评议: [round()], 评议计票: [tally('周启明')] })
    const before = evaluations()
    await taken({ 评议计票: [tally('周启明', { 优秀: 3 }), tally('林慧')], 测评: [poll()] })
    const [last, first] = await office.client.journal.list.query()
    await office.client.journal.undo.mutate({ id: last?.id ?? '' })
    expect(evaluations()).toEqual(before)
    expect(polls()).toEqual([])
    await office.client.journal.undo.mutate({ id: first?.id ?? '' })
    expect(evaluations()).toEqual([])
  })

  it('of a branch beyond the scope of the account are not written', async () => {
    const other = (await office.client.organisation.tree.query()).find(
      ({ id, kind }) => kind === '党支部' && id !== office.branchId
    )
    office.become(['书记'], null, other?.id)
    expect(await problemOf(taken(everything()))).toMatchObject({ code: 'out-of-reach' })
    expect(evaluations()).toEqual([])
  })
})

describe('whose file it is', () => {
  it('decides whether grades go in, and whether figures are told', async () => {
    await taken({ 评议: [round()], 评议计票: [tally('周启明')], 测评: [poll()] })
    office.become(['党务干事'])
    const refused = ['评议计票/优秀/content-not-allowed', '测评/票类/content-not-allowed']
    const fresh = { 评议: [round()], 评议计票: [tally('林慧', { 组织评定: '优秀' })] }
    expect(await faultsOf(fresh)).toEqual(['评议计票/组织评定/content-not-allowed'])
    // Over figures that are there: whatever they say, the right ones too, or trying them out would tell.
    for (const guess of [2, 3, 4])
      expect(await faultsOf({ 评议计票: [tally('周启明', { 优秀: guess })], 测评: [poll({ 优秀: guess })] })).toEqual(
        refused
      )
    office.become(['组织委员'])
    expect(await faultsOf(everything())).toEqual([])
  })

  it('changes no figures that were counted in the program', async () => {
    await taken(everything())
    const [evaluation] = evaluations()
    const part = evaluation?.rounds[0]?.id ?? ''
    office.vault.store?.write((tables) =>
      saveCount(tables, {
        ...{ id: 'count', owner: 'evaluation', ownerId: evaluation?.id ?? '', part, way: 'paper', scale: 'member' },
        ...{ lines: [], issued: 5, returned: 5, passes: [], teller: null, confirmedOn: '2026-11-18' }
      })
    )
    expect(await faultsOf(everything())).toEqual([])
    expect(await faultsOf({ 评议: [round({ 收回票: 4 })], 评议计票: [tally('林慧', { 优秀: 3 })] })).toEqual([
      '评议/收回票/record-final',
      '评议计票/优秀/record-final'
    ])
  })
})

describe('an exported ledger', () => {
  it('holds evaluations and polls for who may see ballots, and comes in again without a change', async () => {
    await taken(everything())
    const { bytes, sheets } = await exported()
    const heads = sheets.find(({ name }) => name === '测评')?.rows[0] ?? []
    expect(heads).toEqual(expect.arrayContaining(['优秀', '良好', '不称职', '差']))
    expect(heads).not.toContain('等次1')
    const id = await uploadLedger(office.app, bytes)
    expect(await importUpload(office.client, id)).toMatchObject({ faults: [], 评议: same, 测评: same })
  })

  it('leaves their sheets out for who may not, so that the file erases nothing', async () => {
    await taken(everything())
    office.become(['党务干事'])
    const { bytes, sheets } = await exported()
    expect(sheets.map(({ name }) => name).filter((name) => /^评议|^测评/.test(name))).toEqual([])
    const before = evaluations()
    await importUpload(office.client, await uploadLedger(office.app, bytes))
    expect(evaluations()).toEqual(before)
  })
})
