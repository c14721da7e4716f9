import { officeSettingsSchema } from '../../../shared/features/setting/setting.ts'
import { anyone, router, withRight } from '../../http/trpc.ts'
import { officeSettings, saveOfficeSettings } from './setting-service.ts'

export const settingRouter = router({
  office: anyone.query(({ ctx }) => officeSettings(ctx.store)),
  saveOffice: withRight('program')
    .input(officeSettingsSchema)
    .mutation(({ ctx, input }) => {
      saveOfficeSettings(ctx.store, input)
      if (ctx.opened.file.unit !== input.unit) ctx.opened.save({ unit: input.unit })
    })
})
