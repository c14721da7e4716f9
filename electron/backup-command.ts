import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import type { BackupContents } from '../shared/features/backup/backup.ts'
import type { Outcome } from '../shared/kernel/outcome.ts'
import { answered, passwordFor, readValues, Unusable } from './command.ts'
import { grantFor } from './features/account/account-service.ts'
import { checkBackupFolder, makeBackup } from './features/backup/backup-service.ts'
import { keysOf, lookInside, ownersOf, restoreInto } from './features/backup/restore-service.ts'
import { Vault } from './features/vault/vault-service.ts'
import { storeFileOf } from './shell-options.ts'
import type { CopyKeys } from './store/crypto.ts'
import { createSystem } from './system.ts'

const usage = {
  backup: `用法：npm run backup -- --store 档案库.dwk [--to 文件夹] [--account 使用人]
  把档案库备份一份并核对；不写 --to 就放在档案库设置里的备份文件夹`,
  verify: `用法：npm run verify -- --backup 备份文件夹 [--account 使用人]
  把一份备份从头到尾核对一遍，什么也不写`,
  restore: `用法：npm run restore -- --backup 备份文件夹 --to 新文件夹 [--account 使用人]
  把一份备份还原到新文件夹；原来的档案库不动`
}
const passwordHint = '口令现场输入，或放在环境变量 DANGWU_PASSWORD'

function required(value: string | undefined, name: string, words: string): string {
  if (value === undefined) throw new Unusable(`缺少必需的选项 --${name}。\n${words}\n  ${passwordHint}`)
  return value
}

function valueOrUnusable<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Unusable(outcome.problem.message)
  return outcome.value
}

function accountNamed<One extends { id: string; name: string }>(
  accounts: readonly One[],
  name: string | undefined
): One {
  const found = name === undefined ? accounts[0] : accounts.find((one) => one.name === name)
  if (found === undefined)
    throw new Unusable(`没有叫“${name ?? ''}”的使用人。可选：${accounts.map((one) => one.name).join('、')}`)
  return found
}

async function keysFor(copy: string, account: string | undefined): Promise<CopyKeys> {
  const { accounts } = valueOrUnusable(ownersOf(copy))
  const owner = accountNamed(accounts, account)
  return valueOrUnusable(await keysOf(copy, owner.id, await passwordFor(`备份里使用人“${owner.name}”`)))
}

const inside = ({ unit, madeAt, madeBy, counts, audit }: BackupContents): string =>
  `${unit}，${madeAt} 由${madeBy}备份：党组织 ${counts['organisation'] ?? 0} 个，党员 ${counts['member'] ?? 0} 人，会议 ${counts['meeting'] ?? 0} 条，审计记录到第 ${audit.seq} 条`

async function backup(args: string[]): Promise<number> {
  const values = readValues(args, ['store', 'to', 'account'], usage.backup)
  const file = storeFileOf(required(values['store'], 'store', usage.backup))
  if (!existsSync(file)) throw new Unusable(`找不到档案库“${file}”，请检查路径。`)
  const system = createSystem()
  const vault = new Vault(file, system)
  const status = vault.status()
  if (status.problem !== null) throw new Unusable(status.problem.message)
  const owner = accountNamed(status.accounts, values['account'])
  valueOrUnusable(await vault.unlock(owner.id, await passwordFor(`档案库使用人“${owner.name}”`)))
  try {
    const { opened, account } = vault
    if (opened === null || account === null) throw new Error('the store did not open')
    if (grantFor(opened.store, account, 'program') === null)
      throw new Unusable(`使用人“${owner.name}”不是管理员，不能备份。`)
    const folder = values['to'] === undefined ? undefined : resolve(values['to'])
    if (folder !== undefined) valueOrUnusable(checkBackupFolder(folder))
    const { id, name, roles } = account
    const store = opened.store.forCall({ actor: { id, name, roles }, act: 'backup.make', object: '', reach: null })
    const made = valueOrUnusable(makeBackup(opened, store, { now: system.now(), version: packageJson.version }, folder))
    console.log(`已备份并核对：${made.lastFolder}/${made.lastName}`)
    return 0
  } finally {
    vault.lock()
  }
}

async function verify(args: string[]): Promise<number> {
  const values = readValues(args, ['backup', 'account'], usage.verify)
  const copy = resolve(required(values['backup'], 'backup', usage.verify))
  const checked = lookInside(copy, await keysFor(copy, values['account']))
  if (checked.ok) console.log(`备份完好。${inside(checked.value)}`)
  else console.error(checked.problem.message)
  return checked.ok ? 0 : 1
}

async function restore(args: string[]): Promise<number> {
  const values = readValues(args, ['backup', 'to', 'account'], usage.restore)
  const copy = resolve(required(values['backup'], 'backup', usage.restore))
  const target = resolve(required(values['to'], 'to', usage.restore))
  const restored = restoreInto(copy, await keysFor(copy, values['account']), target)
  if (!restored.ok) {
    console.error(restored.problem.message)
    return restored.problem.code === 'backup-damaged' ? 1 : 2
  }
  console.log(
    `已还原并核对：${restored.value.storeFile}\n${inside(restored.value)}\n打开它：npm start -- --store "${restored.value.storeFile}"`
  )
  return 0
}

/** `npm run backup`: 0 a verified copy was made, 2 not. */
export const backupCommand = (args: string[]): Promise<number> => answered(() => backup(args))

/** `npm run verify`: 0 whole, 1 damaged, 2 the call is unusable. */
export const verifyCommand = (args: string[]): Promise<number> => answered(() => verify(args))

/** `npm run restore`: 0 restored into the new folder, 1 the copy is damaged, 2 the call is unusable. */
export const restoreCommand = (args: string[]): Promise<number> => answered(() => restore(args))
