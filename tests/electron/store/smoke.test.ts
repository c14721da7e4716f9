import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Vault } from '../../../electron/features/vault/vault-service.ts'
import { newRecoveryCode } from '../../../electron/store/recovery-code.ts'
import { createSystem } from '../../../electron/system.ts'
import { selfTest } from '../../../electron/store/crypto.ts'
it('works', async () => {
  expect(await selfTest()).toEqual([])
  process.umask(0o077)
  const dir = mkdtempSync(join(tmpdir(), 'dw-'))
  const file = join(dir, '档案库.dwk')
  const v = new Vault(file, createSystem())
  expect(v.status().state).toBe('new')
  const code = newRecoveryCode()
  const t0 = performance.now()
  const r = await v.create({ unit: 'u', organisationName: 'o', shortName: '', superior: '', kind: '党支部', branches: [], accountName: 'a', accountTitle: '', password: 'abcdefghij' }, code, () => {})
  console.log(performance.now() - t0, code, r)
  expect(r.ok).toBe(true)
  v.lock()
  console.log(readdirSync(dir).map((n) => [n, statSync(join(dir, n)).mode.toString(8), statSync(join(dir, n)).size]))
  console.log(v.status())
  const t1 = performance.now()
  expect((await v.unlock(v.status().accounts[0]!.id, 'wrongwrong')).ok).toBe(false)
  expect((await v.unlock(v.status().accounts[0]!.id, 'abcdefghij')).ok).toBe(true)
  console.log(performance.now() - t1)
  v.lock()
})
