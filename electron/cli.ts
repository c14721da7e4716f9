import { packCommand } from './pack-command.ts'

process.umask(0o077)
const [command, ...args] = process.argv.slice(2)

if (command === 'pack') process.exitCode = await packCommand(args)
else {
  console.error(`没有“${command ?? ''}”这个命令。可用的命令：pack`)
  process.exitCode = 2
}
