import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyLedger } from './features/ledger/ledger-service.ts'
import { Vault } from './features/vault/vault-service.ts'
import { defaultOfficeSettings } from '../shared/features/setting/setting.ts'
import { writeOfficeSettings } from './features/setting/setting-service.ts'
import { resourcesFolder } from './shell-options.ts'
import { newRecoveryCode } from './store/recovery-code.ts'
import { createSystem } from './system.ts'
import { readWorkbook } from './workbook/workbook-reader.ts'

export type Demo = { storeFile: string; accountName: string; password: string; remove(): void }

const accountName = '林慧'
const password = '示例口令不保密2026'

/** A sample office in an encrypted store of its own, in a temporary folder that `remove` takes away. */
export async function prepareDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'dangwu-demo-'))
  const storeFile = join(folder, '示例单位.dwk')
  const system = createSystem()
  const vault = new Vault(storeFile, system)
  const unit = '云溪县烟草专卖局（分公司）'
  const founder = {
    unit,
    organisationName: '中共云溪县烟草专卖局委员会',
    shortName: '县局党委',
    superior: '',
    kind: '党委',
    branches: [],
    accountName,
    accountTitle: '组织委员',
    password
  } as const
  const created = await vault.create({ ...founder, branches: [] }, newRecoveryCode(), (tables) =>
    writeOfficeSettings(tables, {
      ...defaultOfficeSettings,
      unit,
      superior: '中共云州市烟草专卖局委员会',
      autoLockMinutes: 30
    })
  )
  if (!created.ok || vault.store === null) throw new Error('示例档案库没有建成。')
  const sheets = await readWorkbook(readFileSync(join(resourcesFolder(), 'samples/示例台账.xlsx')))
  if (!sheets.ok) throw new Error(sheets.problem.message)
  applyLedger(vault.store, sheets.value, 'accepted', {
    today: system.today(),
    newId: system.newId,
    by: { at: system.now().toISOString(), accountName }
  })
  vault.lock()
  return { storeFile, accountName, password, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
