import { type Rectification, rectificationState } from '../../../shared/features/rectification/rectification.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Outputs } from '../../api/client.ts'

type RegisterRates = Pick<Outputs['rectification']['list'], 'closing' | 'recurrence'>
export type Line = Outputs['rectification']['list']['lines'][number]

/** 按期关闭 and 复发 of a year's register, in counts. */
export const ratesOf = ({ closing, recurrence }: RegisterRates): string =>
  `按期关闭 ${closing.inTime} / ${closing.counted}，12 个月内复发 ${recurrence.again} / ${recurrence.closed}`

export const showNames = { open: '在办', overdue: '逾期', over: '办完的', all: '全部' } as const
export type Show = keyof typeof showNames
export const isShow = (text: string | null): text is Show => text !== null && Object.hasOwn(showNames, text)

/** Whether a rectification is among those to be shown. One passed upward is done with here. */
export function isShown(one: Rectification, show: Show, today: Day): boolean {
  if (show === 'all') return true
  const state = one.passedUpOn !== null ? 'closed' : rectificationState(one, today)
  return show === 'over' ? state === 'closed' : show === 'overdue' ? state === 'overdue' : state !== 'closed'
}
