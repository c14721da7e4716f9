import { isDueNow, makeBackup } from '../features/backup/backup-service.ts'
import type { Vault } from '../features/vault/vault-service.ts'
import { theProgram } from '../store/audit.ts'
import type { System } from '../system.ts'

/** Nobody is to wait for a copy: it is made once the keyboard has rested this long. */
const rest = 20_000

/** Makes copies by the office's schedule while the store is open. `restedFor` says for how many milliseconds nobody has touched the program. */
export function startAutoBackup(
  vault: Vault,
  system: System,
  about: { version: string; restedFor: () => number },
  checkEvery = 30_000
): { stop(): void } {
  const timer = setInterval(() => {
    const open = vault.opened
    if (open === null || open.store.busy || open.file.finding !== null || about.restedFor() < rest) return
    const store = open.store.forCall({ actor: theProgram, act: 'backup.make', object: '', reach: null })
    try {
      if (isDueNow(store, system.now())) makeBackup(open, store, { now: system.now(), version: about.version })
    } catch (error) {
      system.log(`backup: ${error instanceof Error ? (error.stack ?? error.message) : ''}`)
    }
  }, checkEvery)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
