import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RawSheet } from '../shared/kernel/cells.ts'
import type { Day } from '../shared/kernel/dates.ts'
import { fillAppraisals } from './demo/demo-appraisals.ts'
import { addAccounts, fillOffice } from './demo/demo-office.ts'
import { fillChecklist } from './demo/demo-checklist.ts'
import { type DemoDesk, demoDesk } from './demo/demo-desk.ts'
import { fillEvaluations } from './demo/demo-evaluations.ts'
import { fillLife } from './demo/demo-life.ts'
import { fillMeetings } from './demo/demo-meetings.ts'
import { fillTalks, sealPassword } from './demo/demo-talks.ts'
import { fillWarnings } from './demo/demo-warnings.ts'
import { createInProcessRenderer } from './documents/renderer.ts'
import { applyLedger } from './features/ledger/ledger-service.ts'
import { Vault } from './features/vault/vault-service.ts'
import { defaultOfficeSettings } from '../shared/features/setting/setting.ts'
import { writeOfficeSettings } from './features/setting/setting-service.ts'
import { Shelf } from './http/shelf.ts'
import { TypingDesk } from './http/typing-desk.ts'
import { resourcesFolder } from './shell-options.ts'
import { newRecoveryCode } from './store/recovery-code.ts'
import { createSystem, type System } from './system.ts'
import { readWorkbook } from './workbook/workbook-reader.ts'

/** `today` is the day on which the sample office stands still, whatever the calendar says. */
export type Demo = {
  storeFile: string
  accountName: string
  password: string
  sealPassword: string
  today: Day
  remove(): void
}

/** What whoever starts the program has to know of the sample office. */
export const demoNote = ({ accountName: name, password: secret, sealPassword: seal, today: day }: Demo): string =>
  `示例单位：使用人“${name}”，口令 ${secret}，L3 口令 ${seal}\n示例单位的今天固定为 ${day}，与电脑的日期无关。`

const accountName = '林慧'
const password = '示例口令不保密2026'
const today: Day = '2026-11-21'
const unit = '云溪县烟草专卖局（分公司）'

const founder = {
  unit,
  organisationName: '中共云溪县烟草专卖局委员会',
  shortName: '县局党委',
  superior: '',
  kind: '党委',
  accountName,
  accountTitle: '组织委员',
  password
} as const

const office = { ...defaultOfficeSettings, unit, superior: '中共云州市烟草专卖局委员会', autoLockMinutes: 30 }

async function importWorkbook(vault: Vault, system: System): Promise<void> {
  const sheets = await readWorkbook(readFileSync(join(resourcesFolder(), 'samples/示例台账.xlsx')))
  if (!sheets.ok) throw new Error(sheets.problem.message)
  if (vault.store === null) throw new Error('示例档案库没有打开。')
  const by = { at: system.now().toISOString(), accountName }
  applyLedger(vault.store, sheets.value, 'accepted', { today: system.today(), newId: system.newId, by })
}

function deskOf(vault: Vault, system: System, calendar: { day: Day }): DemoDesk {
  const documents = createInProcessRenderer({ fontsFolder: join(resourcesFolder(), 'fonts') })
  const [uploads, finished] = [new Shelf<RawSheet[]>(), new Shelf<Uint8Array>()]
  const typing = new TypingDesk(system.log)
  const deps = { vault, system, documents, readWorkbook, uploads, finished, typing }
  return demoDesk({ ...deps, pagesFolder: null, version: '', touched: () => undefined }, calendar)
}

/** What the workbook has no sheets for, through the procedures the screens call. */
async function fill(desk: DemoDesk): Promise<void> {
  await addAccounts(desk)
  await fillOffice(desk)
  await fillLife(desk)
  await fillEvaluations(desk)
  await fillAppraisals(desk)
  await fillMeetings(desk)
  await fillTalks(desk)
  await fillChecklist(desk)
  await fillWarnings(desk)
}

/** A sample office in an encrypted store of its own, in a temporary folder that `remove` takes away. */
export async function prepareDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'dangwu-demo-'))
  const storeFile = join(folder, '示例单位.dwk')
  const calendar = { day: today }
  const system: System = { ...createSystem(), today: () => calendar.day }
  const vault = new Vault(storeFile, system)
  const created = await vault.create({ ...founder, branches: [] }, newRecoveryCode(), (tables) =>
    writeOfficeSettings(tables, office)
  )
  if (!created.ok) throw new Error('示例档案库没有建成。')
  await importWorkbook(vault, system)
  await fill(deskOf(vault, system, calendar))
  vault.lock()
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  return { storeFile, accountName, password, sealPassword, today, remove }
}
