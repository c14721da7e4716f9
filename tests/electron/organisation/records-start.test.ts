import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planPack } from '../../../electron/features/pack/pack-service.ts'
import { writeWorkbook } from '../../../electron/workbook/workbook-writer.ts'
import { blankLedger } from '../../../shared/features/ledger/ledger-export.ts'
import { findSheet } from '../../../shared/features/ledger/ledger-sheets.ts'
import { importUpload, uploadLedger } from '../../factories/import.ts'
import { anOffice, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.remove())

const branch = async () => {
  const found = (await office.client.organisation.tree.query()).find(({ kind }) => kind === '党支部')
  if (found === undefined) throw new Error('no branch')
  return found
}

async function importOrganisation(row: Record<string, string>) {
  const sheets = blankLedger().map((sheet) => ({
    ...sheet,
    rows:
      sheet.name === '党组织' ? [(findSheet('党组织')?.columns ?? []).map((column) => row[column.name] ?? null)] : []
  }))
  return importUpload(office.client, await uploadLedger(office.app, await writeWorkbook(sheets)))
}

/** The warnings a pack of the branch would carry on 21 November 2026. */
async function warnings(): Promise<string[]> {
  const { store } = office.vault
  if (store === null) throw new Error('locked')
  const options = { year: 2026, today: '2026-11-21', faults: [] }
  return planPack(store, await branch(), options).report.warnings.map(({ code, due }) => `${code} ${due}`)
}

describe('the start of records', () => {
  it('is unset in a new office, which is asked for the whole year', async () => {
    expect((await branch()).recordsFrom).toBeNull()
    expect(await warnings()).toContain('W01 2026-03-31')
  })

  it('is kept by the form, and nothing that ended before it is asked for', async () => {
    await office.client.organisation.save.mutate({ ...(await branch()), recordsFrom: '2026-10-01' })
    expect((await branch()).recordsFrom).toBe('2026-10-01')
    expect(await warnings()).toEqual(['W04 2026-10-31', 'W06 2027-03-31', 'W07 2027-03-31'])
  })

  it('stays when a record comes without it, and goes when it is emptied', async () => {
    const { recordsFrom: _start, ...record } = await branch()
    await office.client.organisation.save.mutate({ ...record, themeDay: 8 })
    expect(await branch()).toMatchObject({ recordsFrom: '2026-10-01', themeDay: 8 })
    await office.client.organisation.save.mutate({ ...record, recordsFrom: null })
    expect((await branch()).recordsFrom).toBeNull()
    await office.client.organisation.save.mutate({ ...record, recordsFrom: '2026-10-01' })
  })

  it('is refused where it is no day', async () => {
    const record = { ...(await branch()), recordsFrom: '2026-02-30' }
    await expect(office.client.organisation.save.mutate(record)).rejects.toThrow()
  })

  it('outlives an import that changes the branch, its undoing, and an import that changes nothing', async () => {
    const { code, name } = await branch()
    const row = { 编码: code, 名称: name, 类别: '党支部', 上级编码: 'DZZ01', 主题党日固定日: '15' }
    await importOrganisation(row)
    expect(await branch()).toMatchObject({ recordsFrom: '2026-10-01', themeDay: 15 })
    const [latest] = await office.client.journal.list.query()
    await office.client.journal.undo.mutate({ id: latest?.id ?? '' })
    expect(await branch()).toMatchObject({ recordsFrom: '2026-10-01', themeDay: null })
    await importOrganisation(row)
    const again = await importOrganisation(row)
    expect(again).toMatchObject({ 党组织: { updated: 0, unchanged: 1 } })
    expect(await branch()).toMatchObject({ recordsFrom: '2026-10-01', themeDay: 15 })
  })
})
