import { alertLevels, type AlertLevel } from '../../../shared/features/alert/alert.ts'
import type { Outputs } from '../../api/client.ts'

export type Desk = Outputs['alert']['list']
export type Alert = Desk['alerts'][number]
export type Snoozed = Desk['snoozed'][number]
export type Setting = Outputs['alert']['settings']['settings'][number]

/** What is looked at: warnings of all levels or one, what is put off, what is switched off, or what each code watches. */
export const showNames = {
  all: '全部',
  red: '红',
  yellow: '黄',
  blue: '蓝',
  snoozed: '搁置',
  off: '停用',
  rules: '预警设置'
} as const
export type Show = keyof typeof showNames
export const isShow = (text: string | null): text is Show => text !== null && Object.hasOwn(showNames, text)

const isLevel = (show: Show): show is AlertLevel => alertLevels.some((level) => level === show)

/** How many there are of each; settings have no count. */
export function showCounts({ alerts, snoozed, off, counts }: Desk): Record<Show, number | null> {
  return { all: alerts.length, ...counts, snoozed: snoozed.length, off: off.length, rules: null }
}

/** The findings of a view, narrowed to a code where one is asked for. */
export function shownOf({ alerts, snoozed }: Desk, show: Show, code: string | null): (Alert | Snoozed)[] {
  const all = show === 'snoozed' ? snoozed : alerts.filter(({ level }) => !isLevel(show) || level === show)
  return all.filter((one) => code === null || one.code === code)
}

/**
 * What the address calls a finding: 32 bits of its key (FNV-1a), for a subject may hold names and an address stays in the
 * history of the browser.
 */
export function addressKey({
  organisationId,
  code,
  topic,
  subject
}: Pick<Alert, 'organisationId' | 'code' | 'topic' | 'subject'>): string {
  let hash = 0x811c9dc5
  for (const letter of `${organisationId} ${code} ${topic} ${subject}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
