import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'
import { alertCodes, type AlertCode } from './alert.ts'

/** A warning switched off, or on again: for the whole office, with why, who and when. */
export const alertSettingSchema = z.object({
  code: z.enum(alertCodes),
  on: z.boolean(),
  reason: z.string(),
  changedOn: daySchema,
  accountName: z.string()
})
export type AlertSetting = z.infer<typeof alertSettingSchema>

/** One of each code at most; what is not there is on. */
export const alertSettingsSchema = z.array(alertSettingSchema)

export const alertSettingWishSchema = z.object({
  code: z.enum(alertCodes),
  on: z.boolean(),
  reason: z.string().trim().min(1, '请写明为什么改、依据什么').max(200, '原因不超过 200 字')
})
export type AlertSettingWish = z.infer<typeof alertSettingWishSchema>

/** The codes that are switched off. */
export const codesOff = (settings: readonly AlertSetting[]): ReadonlySet<AlertCode> =>
  new Set(settings.filter(({ on }) => !on).map(({ code }) => code))
