import { powerMonitor } from 'electron'

/** Locks when the PC sleeps, its screen locks, or another user takes the seat (security.md §3.4). */
export function lockOnAbsence(lock: () => void): void {
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('user-did-resign-active', lock)
}
