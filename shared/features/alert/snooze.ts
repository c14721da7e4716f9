import { z } from 'zod'
import { addDays, type Day } from '../../kernel/dates.ts'
import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import { daySchema } from '../organisation/organisation.ts'
import { alertCodes, type FoundAlert, redSince, topicOf } from './alert.ts'

/** The longest a finding may be put off, in days from today. */
export const longestSnooze = 90

/** Which finding is meant: the organisation by id, the code, and the subject (whole, or without its names). */
export const alertKeySchema = z.object({
  organisationId: z.string(),
  code: z.enum(alertCodes),
  subject: z.string().max(500)
})
export type AlertKey = z.infer<typeof alertKeySchema>

/** Until when, that day included, and why. */
export const snoozeWishSchema = alertKeySchema.extend({
  until: daySchema,
  reason: z.string().trim().min(1, '请写明为什么推迟').max(200, '推迟的原因不超过 200 字')
})
export type SnoozeWish = z.infer<typeof snoozeWishSchema>

/** A finding put off. `subject` is without names (`topicOf`); `at` is the day it was put off, by which its level then is known. */
export const alertSnoozeSchema = z.object({
  ...{ id: z.string(), ...alertKeySchema.shape, until: daySchema, reason: z.string() },
  ...{ at: daySchema, accountName: z.string() }
})
export type AlertSnooze = z.infer<typeof alertSnoozeSchema>

/** Whether the day and the reason will do. */
export function checkSnooze(wish: SnoozeWish, today: Day): Outcome<SnoozeWish> {
  const last = addDays(today, longestSnooze)
  if (wish.until < today)
    return failure('date-past', `推迟到的日子 ${wish.until} 已经过去，请选今天或以后的日子。`, 'until')
  return wish.until > last
    ? failure('date-ahead', `最多推迟 ${longestSnooze} 天，到 ${last} 为止。`, 'until')
    : success(wish)
}

/** The key of a finding among those of its organisation. */
export const findingKey = (one: Pick<FoundAlert, 'code' | 'subject'>): string => `${one.code} ${topicOf(one)}`

/** Still put off: its day is not over, and it has not become red since it was put off at a lower level. */
export function isPutOff(snooze: Pick<AlertSnooze, 'until' | 'at'>, found: FoundAlert, today: Day): boolean {
  const red = redSince(found)
  return today <= snooze.until && (red === null || red > today || snooze.at >= red)
}
