import { backupCommand, restoreCommand, verifyCommand } from './backup-command.ts'
import { packCommand } from './pack-command.ts'

process.umask(0o077)
const commands = { pack: packCommand, backup: backupCommand, verify: verifyCommand, restore: restoreCommand }
const [command = '', ...args] = process.argv.slice(2)
const known = Object.entries(commands).find(([name]) => name === command)

if (known === undefined) {
  console.error(`没有“${command}”这个命令。可用的命令：${Object.keys(commands).join('、')}`)
  process.exitCode = 2
} else process.exitCode = await known[1](args)
