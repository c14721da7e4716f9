import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rosterPage } from '../../../electron/features/member/member-roster-service.ts'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { schemaVersion } from '../../../electron/store/migrate.ts'
import { aFolder, anOffice, aSystem, password, root } from '../../factories/office.ts'
import { blankPerson, blankSpell } from '../../../shared/features/member/member.ts'

const fixtures = join(root, 'tests/fixtures/stores')
const name = (version: number): string => join(fixtures, `v${version}.dwk`)

/** DANGWU_MAKE_FIXTURE=1 writes the store of the newest schema, once, when that schema is released. */
async function makeFixture(): Promise<void> {
  const office = await anOffice()
  const [branch] = (await office.client.organisation.tree.query()).filter((one) => one.kind === '党支部')
  await office.client.member.save.mutate({
    ...blankPerson,
    id: '',
    name: '张㛃',
    sex: '女',
    nation: '彝族',
    bornOn: '1990-01-02',
    education: '大学本科',
    joinedOn: '2012-06-01',
    fullOn: '2013-06-01',
    memberships: [{ ...blankSpell, id: '', organisationId: branch?.id ?? '', statedPosts: ['书记'] }]
  })
  office.vault.lock()
  mkdirSync(fixtures, { recursive: true })
  copyFileSync(office.storeFile, name(schemaVersion))
  copyFileSync(office.storeFile.replace('.dwk', '.vault.json'), name(schemaVersion).replace('.dwk', '.vault.json'))
  office.remove()
}

it('opens the store of every released schema', async () => {
  if (process.env['DANGWU_MAKE_FIXTURE'] !== undefined && !existsSync(name(schemaVersion))) await makeFixture()
  const there = readdirSync(fixtures).filter((file) => file.endsWith('.dwk'))
  const stores = there.sort((one, other) => Number(one.slice(1, -4)) - Number(other.slice(1, -4)))
  expect(stores).toEqual(Array.from({ length: schemaVersion }, (_one, index) => `v${index + 1}.dwk`))
  for (const [index, store] of stores.entries()) {
    const folder = aFolder()
    // A copy that was cut short by an earlier attempt must not stand in the way.
    writeFileSync(join(folder.path, store.replace('.dwk', `.before-v${index + 2}.dwk.tmp`)), 'half')
    for (const file of [store, store.replace('.dwk', '.vault.json')])
      copyFileSync(join(fixtures, file), join(folder.path, file))
    const vault = new Vault(join(folder.path, store), aSystem())
    const opened = await vault.unlock(vault.status().accounts[0]?.id ?? '', password)
    expect(opened.ok).toBe(true)
    const people =
      vault.store === null
        ? []
        : rosterPage(vault.store, '2026-11-21', {
            organisationId: null,
            view: 'current',
            order: 'post',
            offset: 0,
            limit: 10
          })
    expect(people.map((row) => `${row.name} ${row.posts.join('、')}`)).toEqual(['张㛃 书记'])
    vault.lock()
    folder.remove()
  }
})
