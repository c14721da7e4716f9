import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anOffice, password, problemOf, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
let copies: string
beforeEach(async () => {
  office = await anOffice()
  copies = join(office.folder, '备份')
})
afterEach(() => office.remove())

const names = () => (existsSync(copies) ? readdirSync(copies) : [])
const make = async () => {
  const status = await office.client.backup.make.mutate()
  return join(copies, status.lastName ?? '')
}
const unlock = () =>
  office.client.vault.unlock.mutate({ accountId: office.vault.status().accounts[0]?.id ?? '', password })

describe('a copy', () => {
  it('is a private folder of store, key file and sealed manifest that opens and says what it holds', async () => {
    const copy = await make()
    expect(readdirSync(copy).sort()).toEqual(['manifest.json', '档案库.dwk', '档案库.vault.json'])
    for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o077).toBe(0)
    const [card] = await office.client.backup.list.query()
    const contents = await office.client.backup.verify.mutate({ name: card?.name ?? '' })
    expect(contents).toMatchObject({
      unit: '云溪县烟草专卖局（分公司）',
      madeBy: '管理员',
      counts: { organisation: 3, account: 1 }
    })
  })

  it('is reported with the time, and as old changes that are not in it', async () => {
    expect(await office.client.backup.status.query()).toMatchObject({ level: 'none' })
    await make()
    expect(await office.client.backup.status.query()).toMatchObject({ level: 'good', changes: 0 })
    const settings = await office.client.setting.office.query()
    await office.client.setting.saveOffice.mutate({ ...settings, superior: '市局党委' })
    expect(await office.client.backup.status.query()).toMatchObject({ changes: 1 })
    rmSync(copies, { recursive: true })
    expect(await office.client.backup.status.query()).toMatchObject({ level: 'missing' })
  })

  it.each([
    ['its store was shortened', (copy: string) => truncateSync(join(copy, '档案库.dwk'), 4096), '与清单不一致'],
    ['its store is empty', (copy: string) => truncateSync(join(copy, '档案库.dwk'), 0), '与清单不一致'],
    ['its key file is gone', (copy: string) => rmSync(join(copy, '档案库.vault.json')), '缺少'],
    [
      'its manifest counts something else',
      (copy: string) => {
        const path = join(copy, 'manifest.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('"organisation": 3', '"organisation": 4'))
      },
      '清单被改动过'
    ]
  ])('is refused by name when %s', async (_what, harm, words) => {
    const copy = await make()
    harm(copy)
    const name = copy.split('/').at(-1) ?? ''
    const refused = await problemOf(office.client.backup.verify.mutate({ name }))
    expect(refused).toMatchObject({ code: 'backup-damaged' })
    expect(refused.message).toContain(words)
    expect((await problemOf(office.client.backup.restore.mutate({ name }))).code).toBe('backup-damaged')
    expect(office.vault.status().state).toBe('open')
  })

  it('that cannot be made leaves nothing behind and stays on the status until one succeeds', async () => {
    await office.client.backup.saveSettings.mutate({ folder: '', onLock: false, every: 'never' })
    mkdirSync(copies)
    writeFileSync(join(copies, '档案库-备份-20200101-000000.tmp'), 'left by a crash')
    rmSync(copies, { recursive: true })
    writeFileSync(copies, 'a file where the folder should be')
    const refused = await problemOf(office.client.backup.make.mutate())
    expect(refused.message).toContain('备份')
    expect(await office.client.backup.status.query()).toMatchObject({ level: 'failed' })
    rmSync(copies)
    await make()
    expect(await office.client.backup.status.query()).toMatchObject({ level: 'good', failure: null })
    expect(names().some((name) => name.endsWith('.tmp'))).toBe(false)
  })

  it('goes only to a folder that is there, named by its whole path', async () => {
    const save = (folder: string) => office.client.backup.saveSettings.mutate({ folder, onLock: true, every: 'day' })
    expect(await problemOf(save('备份/这里'))).toMatchObject({ code: 'folder-relative', field: 'folder' })
    expect(await problemOf(save(join(office.folder, '没有')))).toMatchObject({
      code: 'folder-missing',
      field: 'folder'
    })
  })
})

describe('restoring', () => {
  it('puts the copy in the place of the store, keeps the one before, and opens with the password of then', async () => {
    const settings = await office.client.setting.office.query()
    const copy = await make()
    await office.client.setting.saveOffice.mutate({ ...settings, superior: '备份以后才填的上级' })
    const done = await office.client.backup.restore.mutate({ name: copy.split('/').at(-1) ?? '' })
    expect(readdirSync(done.before)).toContain('档案库.dwk')
    expect(office.vault.status().state).toBe('locked')
    await unlock()
    expect((await office.client.setting.office.query()).superior).toBe(settings.superior)
    expect(office.vault.status().finding).toBeNull()
    expect(readdirSync(office.folder).filter((name) => name.startsWith('还原-') || name.includes('exchange'))).toEqual(
      []
    )
  })

  it('from the door is refused while the store is well, and done once it is not', async () => {
    const copy = await make()
    office.vault.lock()
    const [owner] = (await office.client.backup.owners.mutate({ path: copy })).accounts
    const input = { path: copy, accountId: owner?.id ?? '', secret: password }
    expect((await problemOf(office.client.backup.restoreOutside.mutate(input))).code).toBe('store-exists')
    expect((await problemOf(office.client.backup.look.mutate({ ...input, secret: '不是这个口令而已' }))).code).toBe(
      'wrong-password'
    )
    expect(await office.client.backup.look.mutate(input)).toMatchObject({ counts: { organisation: 3 } })
    truncateSync(office.storeFile, 0)
    await office.client.backup.restoreOutside.mutate(input)
    await unlock()
    expect(office.vault.status().state).toBe('open')
  })

  it('drills leave nothing behind and put the reminder off', async () => {
    const copy = await make()
    const before = readdirSync(office.folder)
    await office.client.backup.drill.mutate({ name: copy.split('/').at(-1) ?? '' })
    expect(readdirSync(office.folder)).toEqual(before)
    expect((await office.client.backup.status.query()).drilledAt).not.toBeNull()
  })
})
