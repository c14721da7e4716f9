import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountEdit } from '../../../shared/features/account/account.ts'
import { defaultSecuritySettings } from '../../../shared/features/account/password-rules.ts'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { aClient, anApp, anOffice, aSystem, password, problemOf, type TestOffice } from '../../factories/office.ts'

const given = '管理员先给的口令2026'
const own = '自己换的一句话2026'
const edit = (part: Partial<AccountEdit> = {}): AccountEdit => ({
  id: '',
  name: '王干事',
  title: '',
  roles: ['党务干事'],
  organisationId: null,
  memberId: null,
  ...part
})

let office: TestOffice
let founderId: string
beforeEach(async () => {
  office = await anOffice()
  founderId = office.vault.account?.id ?? ''
})
afterEach(() => office.remove())

const add = (part: Partial<AccountEdit> = {}) =>
  office.client.account.add.mutate({ account: edit(part), password: given })
const comeIn = async (id: string, secret: string) => {
  office.vault.lock()
  return office.client.vault.unlock.mutate({ accountId: id, password: secret })
}

describe('a new account', () => {
  it('opens the store with its own password and can do nothing before it has changed it', async () => {
    const { id } = await add()
    await comeIn(id, given)
    expect(await office.client.account.me.query()).toMatchObject({ mustChange: true, account: { name: '王干事' } })
    expect((await problemOf(office.client.organisation.tree.query())).code).toBe('password-expired')
    await office.client.vault.changePassword.mutate({ oldPassword: given, newPassword: own })
    expect((await office.client.organisation.tree.query()).length).toBe(3)
    await comeIn(id, own)
    await comeIn(founderId, password)
  })

  it('is refused when somebody else is called so, and when its first password is too weak', async () => {
    expect(await problemOf(add({ name: '管理员' }))).toMatchObject({ code: 'account-duplicate', field: 'name' })
    const weak = office.client.account.add.mutate({ account: edit(), password: '短口令' })
    expect(await problemOf(weak)).toMatchObject({ code: 'password-weak', field: 'password' })
    expect((await office.client.account.list.query()).length).toBe(1)
    expect(office.vault.status().accounts.length).toBe(1)
  })
})

describe('an account', () => {
  it('that is switched off opens nothing, keeps its entries, and comes back only with a new password', async () => {
    const { id } = await add()
    await office.client.account.disable.mutate({ id })
    expect((await problemOf(comeIn(id, given))).code).toBe('account-unknown')
    await comeIn(founderId, password)
    await office.client.account.enable.mutate({ id, password: '重新给的口令2026' })
    await comeIn(id, '重新给的口令2026')
    expect((await office.client.account.me.query()).mustChange).toBe(true)
  })

  it('cannot switch itself off, nor take the last administrator away', async () => {
    expect((await problemOf(office.client.account.disable.mutate({ id: founderId }))).code).toBe('account-self')
    const roles = { ...edit({ id: founderId, name: '管理员', roles: ['书记'] }) }
    expect((await problemOf(office.client.account.save.mutate(roles))).code).toBe('role-vacant')
  })

  it('with a new name is called so on the unlock screen after its holder came in', async () => {
    await office.client.account.save.mutate(
      edit({ id: founderId, name: '林慧', title: '副书记', roles: ['管理员', '审计员', '书记'] })
    )
    expect(office.vault.status().accounts[0]?.name).toBe('管理员')
    await comeIn(founderId, password)
    expect(office.vault.status().accounts[0]).toMatchObject({ name: '林慧', title: '副书记' })
    await comeIn(founderId, password)
  })

  it('may not come back to a password it had, where the office remembers them', async () => {
    await office.client.account.saveSecurity.mutate({ ...defaultSecuritySettings, passwordHistory: 3 })
    const change = (oldPassword: string, newPassword: string) =>
      office.client.vault.changePassword.mutate({ oldPassword, newPassword })
    await change(password, own)
    expect(await problemOf(change(own, password))).toMatchObject({ code: 'password-weak' })
    await change(own, '第三句记得住的话2026')
  })

  it('must change a password that has run out', async () => {
    await office.client.account.saveSecurity.mutate({ ...defaultSecuritySettings, passwordDays: 30 })
    office.vault.lock()
    const { app, vault } = anApp(office.storeFile, aSystem('2026-12-22'))
    const client = aClient(app)
    await client.vault.unlock.mutate({ accountId: founderId, password })
    expect((await client.account.me.query()).mustChange).toBe(true)
    vault.lock()
  })
})

describe('三员 mode', () => {
  it('is taken up only when three people hold the three roles, and then gives roles to 安全员 alone', async () => {
    const mode = { ...defaultSecuritySettings, threeOfficers: true }
    expect((await problemOf(office.client.account.saveSecurity.mutate(mode))).code).toBe('role-vacant')
    await add({ name: '安全员甲', roles: ['安全员'] })
    await add({ name: '审计员乙', roles: ['审计员'] })
    await office.client.account.save.mutate(edit({ id: founderId, name: '管理员', roles: ['管理员'] }))
    await office.client.account.saveSecurity.mutate(mode)
    expect((await problemOf(office.client.account.saveSecurity.mutate(mode))).code).toBe('not-allowed')
    expect((await problemOf(office.client.organisation.tree.query())).code).toBe('not-allowed')
    const made = await add({ name: '新来的', roles: ['书记'] })
    expect(made.roles).toEqual([])
  })
})

it('the recovery code sets a password by the demands of the office and lets nobody in with a weak one', async () => {
  await office.client.account.saveSecurity.mutate({ ...defaultSecuritySettings, passwordLeast: 12 })
  office.vault.lock()
  const recover = (secret: string) =>
    office.client.vault.recover.mutate({ accountId: founderId, recoveryCode: office.code, password: secret })
  expect((await problemOf(recover('十个字符的口令啊二'))).code).toBe('password-weak')
  expect(new Vault(office.storeFile, aSystem()).status().state).toBe('locked')
  expect(await recover('十二个字符以上的口令2026')).not.toBe(office.code)
})
