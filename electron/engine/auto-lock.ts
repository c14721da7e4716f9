import { officeSettings } from '../features/setting/setting-service.ts'
import type { Vault } from '../features/vault/vault-service.ts'
import type { System } from '../system.ts'

/** `restedFor`: milliseconds since somebody last touched the program. */
type AutoLock = { touched(): void; restedFor(): number; stop(): void }

/**
 * Locks the vault when nobody touched the program for the minutes the office set. It runs beside the requests, so a
 * page that hangs or was closed locks all the same.
 */
export function startAutoLock(vault: Vault, system: System, checkEvery = 2000): AutoLock {
  let last = system.now().getTime()
  const timer = setInterval(() => {
    const { store } = vault
    if (store === null) return
    if (store.busy) {
      last = system.now().getTime()
      return
    }
    const minutes = officeSettings(store).autoLockMinutes
    if (system.now().getTime() - last >= minutes * 60_000) vault.lock()
  }, checkEvery)
  timer.unref()
  return {
    touched: () => {
      last = system.now().getTime()
    },
    restedFor: () => system.now().getTime() - last,
    stop: () => clearInterval(timer)
  }
}
