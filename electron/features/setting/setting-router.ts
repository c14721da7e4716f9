import { officeSettingsSchema } from '../../../shared/features/setting/setting.ts'
import { insideProcedure, router } from '../../http/trpc.ts'
import { officeSettings, saveOfficeSettings } from './setting-service.ts'

export const settingRouter = router({
  office: insideProcedure.query(({ ctx }) => officeSettings(ctx.store)),
  saveOffice: insideProcedure.input(officeSettingsSchema).mutation(({ ctx, input }) => {
    saveOfficeSettings(ctx.store, input)
    ctx.vault.renameUnit(input.unit)
  })
})
