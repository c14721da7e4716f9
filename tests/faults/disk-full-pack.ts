import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from '../../electron/workbook/workbook-writer.ts'
import { emptyOffice } from '../../shared/features/ledger/ledger.ts'
import { exportLedger } from '../../shared/features/ledger/ledger-export.ts'
import { aBranch, aMeeting, manyMembers } from '../factories/records.ts'
import type { Step } from './disk-full.ts'
import { freshFolder, type Ground } from './ground.ts'
import type { SmallDisk } from './small-disk.ts'

const root = join(import.meta.dirname, '../..')

/** Writes a small year's pack by the program's own command, onto a disk with so many pages left. */
export async function packSteps(ground: Ground): Promise<(disk: SmallDisk, pages: number) => Step> {
  const workbook = join(freshFolder(ground, 'pack'), '台账.xlsx')
  const members = manyMembers(3)
  const office = { ...emptyOffice, organisations: [aBranch()], members, meetings: [aMeeting()] }
  writeFileSync(workbook, await writeWorkbook(exportLedger(office)))
  return (disk, pages) => {
    const out = join(disk.folder, '材料包')
    disk.leave(pages)
    const options = ['--workbook', workbook, '--organisation', 'ZB01', '--year', '2026', '--out', out]
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'out/main/cli.js'), 'pack', ...options, '--format', 'docx'],
      { encoding: 'utf8', cwd: root }
    )
    const done = status !== 2
    const names = readdirSync(disk.folder).filter((name) => name !== 'ballast')
    return {
      done,
      faults: [
        ...(done || /^[^a-z]*磁盘/i.test(stderr) ? [] : [`no sentence: ${stderr.trim().split('\n')[0]?.slice(0, 50)}`]),
        ...(done || names.length === 0 ? [] : ['left behind']),
        ...(done && !existsSync(join(out, 'manifest.json')) ? ['done without its files'] : [])
      ]
    }
  }
}
