import type { BackupSettings } from '../setting/setting.ts'
import type { BackupLevel, BackupState } from './backup.ts'

const dayLong = 86_400_000

/** security.md §3.3: so many days, weeks and months keep their newest copy each. */
const kept = { days: 7, weeks: 4, months: 12 }

/** Monday of the week of an instant, in days since 1970; weeks are told apart by it. */
const weekOf = (at: string): number => Math.floor((Date.parse(at) / dayLong + 3) / 7)

function newestOf(stamps: readonly string[], period: (at: string) => string | number, most: number): string[] {
  const newest = new Map<string | number, string>()
  for (const at of stamps) if (!newest.has(period(at))) newest.set(period(at), at)
  return [...newest.values()].slice(0, most)
}

/**
 * Which copies may go, by the ISO times of their making: all but the newest of each of the last 7 days, 4 weeks and
 * 12 months that have one. The newest of all always stays.
 */
export function copiesToRemove(madeAt: readonly string[]): string[] {
  const stamps = [...madeAt].sort().reverse()
  const stay = new Set([
    ...stamps.slice(0, 1),
    ...newestOf(stamps, (at) => at.slice(0, 10), kept.days),
    ...newestOf(stamps, weekOf, kept.weeks),
    ...newestOf(stamps, (at) => at.slice(0, 7), kept.months)
  ])
  return stamps.filter((at) => !stay.has(at))
}

/** True when the schedule asks for a copy now: the wait is over and something was changed since the last one. */
export function isBackupDue(settings: BackupSettings, state: BackupState, changes: number, now: Date): boolean {
  if (settings.every === 'never' || changes === 0) return false
  const wait = settings.every === 'day' ? dayLong : 7 * dayLong
  const last = Math.max(
    Date.parse(state.lastAt ?? '1970-01-01'),
    Date.parse(state.failedAt ?? '1970-01-01') - wait + 3_600_000
  )
  return now.getTime() - last >= wait
}

/** What the status bar has to say: failed and missing before old; older than 7 days counts only where something was changed. */
export function backupLevel(state: BackupState, changes: number, lastIsThere: boolean, now: Date): BackupLevel {
  if (state.failedAt !== null && state.failedAt > (state.lastAt ?? '')) return 'failed'
  if (state.lastAt === null) return 'none'
  if (!lastIsThere) return 'missing'
  return changes > 0 && now.getTime() - Date.parse(state.lastAt) > 7 * dayLong ? 'old' : 'good'
}

/** A restore drill is due a month after the last one, or a month after the first copy. */
export function isDrillDue(state: BackupState, now: Date): boolean {
  const since = state.drilledAt ?? state.lastAt
  return since !== null && now.getTime() - Date.parse(since) > 31 * dayLong
}
