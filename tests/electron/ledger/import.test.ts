import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { anOffice, problemOf, root, type TestOffice } from '../../factories/office.ts'

const sample = readFileSync(join(root, 'resources/samples/示例台账.xlsx'))
const branch = { 编码: 'ZB77', 名称: '新支部', 类别: '党支部', 上级编码: 'DW01' }

let office: TestOffice
beforeEach(async () => {
  office = await anOffice({ kind: '党委', branches: [] })
})
afterEach(() => office.remove())

const people = async () => (await office.client.organisation.tree.query())[0]?.full ?? 0

async function aFile(rows: Record<string, Record<string, string>[]>): Promise<string> {
  const sheets = blankLedger().map((sheet) => ({
    ...sheet,
    rows: (rows[sheet.name] ?? []).map((row) =>
      (findSheet(sheet.name)?.columns ?? []).map((column) => row[column.name] ?? null)
    )
  }))
  return uploadLedger(office.app, await writeWorkbook(sheets))
}
const person = (name: string, part: Record<string, string> = {}) => ({
  姓名: name,
  性别: '男',
  人员类别: '正式党员',
  组织编码: 'ZB77',
  出生日期: '1980-01-01',
  ...part
})

describe('a large import', () => {
  it('tells how far it is, and what it wrote', async () => {
    const id = await uploadLedger(office.app, sample)
    const seen: number[] = []
    let summary: unknown = null
    for await (const step of await office.client.ledger.importRows.mutate({ id, mode: 'all' })) {
      if (step.progress === null) summary = step.summary
      else seen.push(step.progress.done / step.progress.total)
    }
    expect(seen.length).toBeGreaterThan(0)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
    expect(summary).toMatchObject({ faults: [] })
    expect(await people()).toBeGreaterThan(100)
  })

  it('that is stopped leaves everything as it was', async () => {
    const id = await uploadLedger(office.app, sample)
    const before = await office.client.organisation.tree.query()
    const stop = new AbortController()
    const steps = await office.client.ledger.importRows.mutate({ id, mode: 'all' }, { signal: stop.signal })
    const listening = (async () => {
      for await (const { progress } of steps) if (progress !== null) stop.abort()
    })()
    await listening.catch(() => undefined)
    await expect.poll(() => office.vault.store?.busy).toBe(false)
    expect(await office.client.organisation.tree.query()).toEqual(before)
    expect(await office.client.journal.list.query()).toEqual([])
    expect(await importUpload(office.client, id)).toMatchObject({ faults: [] })
  })

  it('refuses as a whole, in words, when rows are faulty and all were wanted', async () => {
    const id = await aFile({ 党组织: [branch], 党员: [person('张三'), person('李四', { 组织编码: '没有' })] })
    expect(await problemOf(importUpload(office.client, id))).toMatchObject({ code: 'rows-faulty' })
    expect(await people()).toBe(0)
  })
})

describe('taking an import back', () => {
  it('restores what it changed and takes away what it brought', async () => {
    await importUpload(office.client, await aFile({ 党组织: [branch], 党员: [person('张三', { 手机号码: '1' })] }))
    await importUpload(office.client, await aFile({ 党员: [person('张三', { 手机号码: '2' }), person('李四')] }))
    const [last] = await office.client.journal.list.query()
    expect(last).toMatchObject({ kind: 'import', label: '导入台账：新增 1 条，更新 1 条', rows: 2, undoneAt: null })
    await office.client.journal.undo.mutate({ id: last?.id ?? '' })
    expect(await people()).toBe(1)
    const [row] = (await office.client.search.quick.query({ text: '张三', few: 1 })).hits
    expect((await office.client.member.file.query({ id: row?.id ?? '' })).member.phone).toBe('1')
    expect(await problemOf(office.client.journal.undo.mutate({ id: last?.id ?? '' }))).toMatchObject({
      code: 'journal-undone'
    })
  })

  it('in steps tells how far it is, and can be stopped', async () => {
    await importUpload(office.client, await uploadLedger(office.app, sample))
    const [entry] = await office.client.journal.list.query()
    const id = entry?.id ?? ''
    const before = await office.client.organisation.tree.query()
    const stop = new AbortController()
    const steps = await office.client.journal.undoInSteps.mutate({ id }, { signal: stop.signal })
    const listening = (async () => {
      for await (const { progress } of steps) if (progress !== null) stop.abort()
    })()
    await listening.catch(() => undefined)
    await expect.poll(() => office.vault.store?.busy).toBe(false)
    expect(await office.client.organisation.tree.query()).toEqual(before)
    expect(await office.client.journal.list.query()).toEqual([entry])
    const seen: unknown[] = []
    for await (const step of await office.client.journal.undoInSteps.mutate({ id })) seen.push(step)
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)).toMatchObject({ progress: null, entry: { id } })
    expect(await people()).toBe(0)
  })

  it('is refused when a record was changed since, and when later records hang on one', async () => {
    await importUpload(office.client, await aFile({ 党组织: [branch], 党员: [person('张三')] }))
    const [entry] = await office.client.journal.list.query()
    const [row] = (await office.client.search.quick.query({ text: '张三', few: 1 })).hits
    const { member } = await office.client.member.file.query({ id: row?.id ?? '' })
    const home = { organisationId: row?.organisationId ?? '', memberId: member.id }
    const post = { ...home, id: '', title: '书记', from: '2026-01-01', to: null, appointedBy: null } as const
    const kept = await office.client.post.save.mutate(post)
    expect(await problemOf(office.client.journal.undo.mutate({ id: entry?.id ?? '' }))).toMatchObject({
      code: 'journal-in-use'
    })
    await office.client.post.remove.mutate({ id: kept.id })
    await office.client.member.save.mutate({ ...member, job: '专卖员' })
    expect(await problemOf(office.client.journal.undo.mutate({ id: entry?.id ?? '' }))).toMatchObject({
      code: 'journal-overtaken'
    })
    expect(await people()).toBe(1)
  })
})

describe('before anything is written', () => {
  it('the differences to what is there are shown cell by cell', async () => {
    await importUpload(office.client, await aFile({ 党组织: [branch], 党员: [person('张三', { 手机号码: '1' })] }))
    const id = await aFile({ 党员: [person('张三', { 手机号码: '2' }), person('李四')] })
    expect(await office.client.ledger.differences.query({ id, offset: 0, limit: 10 })).toEqual({
      total: 1,
      lines: [{ sheet: '党员', label: '张三', changes: [{ column: '手机号码', before: '1', after: '2' }] }]
    })
    expect(await people()).toBe(1)
  })
})
