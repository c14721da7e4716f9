import type { AlertLevel } from '../../shared/features/alert/alert.ts'
import { type Day, daysBetween } from '../../shared/kernel/dates.ts'

export const levelTones: Record<AlertLevel, 'red' | 'amber' | 'blue'> = { red: 'red', yellow: 'amber', blue: 'blue' }

/** 逾期 2 天, 今天到期, 还有 10 天; `none` where there is no day. */
export function dueInWords(due: Day | null, today: Day, none = '没有期限'): string {
  if (due === null) return none
  const left = daysBetween(today, due)
  return left < 0 ? `逾期 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`
}

type Props = { due: Day | null; today: Day; tone: 'red' | 'amber' | 'blue' | ''; none?: string }

/** 期限标: how long there is, with the day behind it. */
export const DueTag = ({ due, today, tone, none }: Props) => (
  <span className={`tag ${tone}`} title={due === null ? '' : `期限 ${due}`}>
    {dueInWords(due, today, none)}
  </span>
)
