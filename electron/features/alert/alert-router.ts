import { z } from 'zod'
import { alertSettingWishSchema } from '../../../shared/features/alert/alert-setting.ts'
import { alertKeySchema, snoozeWishSchema } from '../../../shared/features/alert/snooze.ts'
import { type Inside, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import type { System } from '../../system.ts'
import { grantFor } from '../account/account-service.ts'
import { type AlertCall, alertDesk, settingViews } from './alert-desk.ts'
import { keepAlertSetting, rectifyAlert, snoozeAlert, wakeAlert } from './alert-service.ts'

const year = z.number().int().min(2000).max(2100)

/** A call with what the one at the keyboard may do with warnings; settings are the whole office's. */
export function alertCallOf({ store, account, system }: Inside & { system: System }): AlertCall {
  const may = (right: Parameters<typeof grantFor>[2]): boolean => grantFor(store, account, right) !== null
  return {
    ...{ store, today: system.today(), newId: system.newId, accountName: account.name },
    may: {
      ...{ write: may('records.write'), talks: may('talk.overview'), grades: may('evaluation.grade.read') },
      settings: may('rules') && store.reach === null
    }
  }
}

const reading = withRight('records.read')
const writing = withRight('records.write')

export const alertRouter = router({
  list: reading
    .input(z.object({ organisationId: z.string().nullable(), year }))
    .query(({ ctx, input }) => valueOrThrow(alertDesk(alertCallOf(ctx), input))),
  /** In place of an earlier time of the same finding. */
  snooze: writing
    .input(snoozeWishSchema.extend({ year }))
    .mutation(({ ctx, input }) => valueOrThrow(snoozeAlert(alertCallOf(ctx), input))),
  wake: writing
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(wakeAlert(alertCallOf(ctx), input.id))),
  rectify: writing
    .input(alertKeySchema.extend({ year }))
    .mutation(({ ctx, input }) => valueOrThrow(rectifyAlert(alertCallOf(ctx), input))),
  settings: reading.input(z.object({ year })).query(({ ctx, input }) => settingViews(alertCallOf(ctx), input.year)),
  saveSetting: withRight('rules')
    .input(alertSettingWishSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepAlertSetting(alertCallOf(ctx), input)))
})
