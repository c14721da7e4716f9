import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../electron/workbook/workbook-reader.ts'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { allSupervisions } from '../../../electron/features/supervision/supervision-repository.ts'
import { allTalks, saveTalk } from '../../../electron/features/talk/talk-repository.ts'
import { journalRows } from '../../../electron/features/journal/journal-repository.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import type { RawCell } from '../../../shared/kernel/cells.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { aTalkOffice, putSealInForce, type TalkOffice } from '../../factories/talks.ts'

type Row = Record<string, string>
const secret = '母亲住院这件事'
let office: TalkOffice
let code: string
beforeEach(async () => {
  office = await aTalkOffice()
  code = (await office.client.organisation.tree.query()).find(({ id }) => id === office.branchId)?.code ?? ''
})
afterEach(() => office.remove())

const row = (number: string, part: Row = {}): Row => ({
  ...{ 谈话编号: number, 组织编码: code, 类型: '日常谈心', 日期: '2026-11-10', 谈话人: '周启明', 谈话对象: '丁立新' },
  ...part
})
const l2 = (number: string, part: Row = {}) => row(number, { 密级: 'L2', 困难诉求: secret, ...part })
const l3 = (number: string, part: Row = {}) => l2(number, { 密级: 'L3', ...part })
const entryRow = () => row('JD1', { 类型: '诫勉', 谈话人: '县局纪委', 事由: '云烟党〔2026〕7 号' })

async function upload(...rows: Row[]): Promise<string> {
  const sheets = blankLedger().map((sheet) => ({
    ...sheet,
    rows: (sheet.name === '谈话' ? rows : []).map((cells) =>
      (findSheet(sheet.name)?.columns ?? []).map((column): RawCell => cells[column.name] ?? null)
    )
  }))
  return uploadLedger(office.app, await writeWorkbook(sheets))
}
const taken = async (...rows: Row[]) => importUpload(office.client, await upload(...rows), 'accepted')
const faultsOf = async (...rows: Row[]) =>
  (await office.client.ledger.preview.query({ id: await upload(...rows) })).faults.map(
    ({ row: at, column, code: why }) => `${at}/${column}/${why}`
  )
/** As if somebody else had entered all of them. */
function enteredByAnother(): void {
  office.vault.store?.write((tables) => {
    for (const talk of allTalks(tables)) saveTalk(tables, { ...talk, enteredBy: 'somebody else' })
  })
}
const stored = () => office.vault.store?.read(allTalks) ?? []

async function exported(): Promise<RawCell[][]> {
  const response = await office.app(new Request('http://127.0.0.1/ledger/export.xlsx', { headers: { 'x-app': '1' } }))
  const read = await readWorkbook(new Uint8Array(await response.arrayBuffer()))
  if (!read.ok) throw new Error(read.problem.message)
  const rows = read.value.find(({ name }) => name === '谈话')?.rows ?? []
  return rows.slice(1).map((cells) => [...cells])
}

describe('talks from a file', () => {
  it('are counted beside the other sheets, talks and 监督谈话 apart', async () => {
    await putSealInForce(office)
    const summary = await taken(row('TH1', { 谈话对象: '丁立新、马秀兰' }), entryRow())
    expect(summary).toMatchObject({ 谈话: { created: 2 }, 监督谈话: { created: 1 }, faults: [] })
    expect((await taken(row('TH1', { 谈话对象: '丁立新、马秀兰' }), entryRow())).谈话).toEqual({
      ...{ created: 0, updated: 0, unchanged: 2 }
    })
  })

  it('fill the map of the branch', async () => {
    await taken(row('TH1'), row('TH2', { 谈话人: '林慧' }))
    const { coverage, total } = await office.client.talk.board.query({ organisationId: office.branchId, year: 2026 })
    expect(total).toBe(2)
    expect(coverage.committeePairs).toEqual({ covered: 0, total: 3 })
    expect(coverage.members).toEqual({ covered: 1, total: 5 })
  })

  it('of L3 go in sealed, and only with the password in force', async () => {
    const rows = [l3('TH1'), entryRow()]
    expect(await faultsOf(...rows)).toEqual(['2/密级/content-not-allowed', '3/类型/content-not-allowed'])
    await putSealInForce(office)
    await taken(...rows)
    const [talk] = stored()
    expect(talk).toMatchObject({ level: 'L3', contents: null, enteredBy: office.vault.account?.id })
    expect((await office.client.talk.desk.query({ id: talk?.id ?? '' })).talk.contents.difficulties).toBe(secret)
    const lines = await office.client.supervision.list.query({ organisationId: null })
    expect(lines.map(({ entry: one }) => `${one.number} ${one.until} ${one.basis}`)).toEqual([
      'JD1 2027-05-10 云烟党〔2026〕7 号'
    ])
    expect(await taken(...rows)).toMatchObject({ 谈话: { unchanged: 1 }, 监督谈话: { unchanged: 1 } })
    await office.client.seal.close.mutate()
    expect(await faultsOf(...rows)).toEqual(['2/谈话编号/record-final', '3/类型/content-not-allowed'])
    office.become(['书记', '组织委员'])
    expect(await faultsOf(l3('TH1', { 密级: 'L1' }))).toEqual(['2/谈话编号/record-final'])
  })

  it('leave nothing of L3 in the journal, the search or the store but the sealed form, and can be taken back', async () => {
    await putSealInForce(office)
    await taken(l3('TH1'), entryRow(), row('TH2'))
    await taken(l3('TH1', { 困难诉求: `${secret}，又及` }), row('TH2', { 结束: '15:00' }))
    const [last, first] = await office.client.journal.list.query()
    const texts = [last, first].flatMap((one) =>
      (office.vault.store?.read((tables) => journalRows(tables, one?.id ?? '', 0, 100)) ?? []).map(
        ({ before }) => before
      )
    )
    expect(texts.filter((text) => text !== null)).toHaveLength(2)
    expect(JSON.stringify(texts)).not.toContain(secret)
    expect((await office.client.search.quick.query({ text: '母亲住院', few: 5 })).hits).toEqual([])
    await office.client.journal.undo.mutate({ id: last?.id ?? '' })
    const [talk] = stored()
    expect((await office.client.talk.desk.query({ id: talk?.id ?? '' })).talk.contents.difficulties).toBe(secret)
    await office.client.journal.undo.mutate({ id: first?.id ?? '' })
    expect(stored()).toEqual([])
    expect(office.vault.store?.read(allSupervisions)).toEqual([])
    office.vault.lock()
    for (const name of readdirSync(office.folder).filter((one) => one.includes('档案库')))
      expect(readFileSync(join(office.folder, name)).includes(Buffer.from(secret))).toBe(false)
  })

  it('show what would change of L2 without its words', async () => {
    await taken(l2('TH1'))
    const id = await upload(l2('TH1', { 困难诉求: '别的' }))
    const { lines } = await office.client.ledger.differences.query({ id, offset: 0, limit: 10 })
    expect(lines).toMatchObject([{ sheet: '谈话', label: 'TH1', changes: [{ column: '困难诉求' }] }])
    expect(JSON.stringify(lines)).not.toContain('别的')
    expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

describe('whose file it is', () => {
  it('decides which levels go in and which rows may change', async () => {
    await taken(row('TH1', { 意见建议: '甲' }), l2('TH2'))
    office.become(['党务干事'])
    enteredByAnother()
    expect(await faultsOf(l2('TH3'), row('TH4'))).toEqual(['2/密级/content-not-allowed'])
    expect(await faultsOf(row('TH1', { 意见建议: '乙' }), row('TH2', { 密级: 'L1' }))).toEqual([
      '2/谈话编号/content-not-allowed',
      '3/谈话编号/content-not-allowed'
    ])
    expect(await faultsOf(row('TH1', { 意见建议: '甲' }))).toEqual([])
    office.become(['组织委员'])
    expect(await faultsOf(row('TH1', { 意见建议: '乙' }), l2('TH3'))).toEqual([])
    expect(await faultsOf(l2('TH2', { 困难诉求: '别的' }))).toEqual(['2/谈话编号/content-not-allowed'])
  })

  it('leaves a 党务干事 what he took in himself, to be corrected by the next file', async () => {
    office.become(['党务干事'])
    await taken(row('TH1', { 意见建议: '甲' }))
    expect(await taken(row('TH1', { 意见建议: '乙' }))).toMatchObject({ 谈话: { updated: 1 }, faults: [] })
  })
})

describe('an exported ledger', () => {
  it('holds of talks what he may read, L3 never, and notes each of L2', async () => {
    await putSealInForce(office)
    await taken(row('TH1'), l2('TH2'), l3('TH3'), entryRow())
    const numbers = async () => (await exported()).map(([number]) => number)
    expect(await numbers()).toEqual(['TH1', 'TH2'])
    enteredByAnother()
    office.become(['组织委员'])
    expect(await numbers()).toEqual(['TH1'])
    office.become(['党务干事'])
    expect(await numbers()).toEqual([])
    office.become(['党务干事'], 3)
    expect(await numbers()).toEqual(['TH1'])
    office.become(['审计员'])
    const filter = { actorId: null, act: 'talk', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 200 })
    const second = stored().find(({ number }) => number === 'TH2')?.id
    expect(lines.filter(({ act }) => act === 'talk.export').map(({ object }) => object)).toEqual([second])
  })

  it('comes in again without a change', async () => {
    await taken(row('TH1', { 谈话要点: '思想：稳定\n工作：主动' }), l2('TH2', { 后续事项: '看望', 责任人: '林慧' }))
    const response = await office.app(new Request('http://127.0.0.1/ledger/export.xlsx', { headers: { 'x-app': '1' } }))
    const id = await uploadLedger(office.app, new Uint8Array(await response.arrayBuffer()))
    const summary = await importUpload(office.client, id)
    expect(summary).toMatchObject({ faults: [], 谈话: { created: 0, updated: 0, unchanged: 2 } })
  })
})
