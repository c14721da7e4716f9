import {
  documentSettingsSchema,
  keepingSettingsSchema,
  officeSettingsSchema
} from '../../../shared/features/setting/setting.ts'
import { anyone, router, withRight } from '../../http/trpc.ts'
import { officeSettings, readSettings, saveOfficeSettings, writeSettings } from './setting-service.ts'

export const settingRouter = router({
  office: anyone.query(({ ctx }) => officeSettings(ctx.store)),
  saveOffice: withRight('program')
    .input(officeSettingsSchema)
    .mutation(({ ctx, input }) => {
      saveOfficeSettings(ctx.store, input)
      if (ctx.opened.file.unit !== input.unit) ctx.opened.save({ unit: input.unit })
    }),
  keeping: withRight('records.read').query(({ ctx }) => ctx.store.read((tables) => readSettings(tables, 'keeping'))),
  saveKeeping: withRight('program')
    .input(keepingSettingsSchema)
    .mutation(({ ctx, input }) => ctx.store.write((tables) => writeSettings(tables, 'keeping', input))),
  documents: withRight('records.read').query(({ ctx }) =>
    ctx.store.read((tables) => readSettings(tables, 'documents'))
  ),
  saveDocuments: withRight('program')
    .input(documentSettingsSchema)
    .mutation(({ ctx, input }) => ctx.store.write((tables) => writeSettings(tables, 'documents', input))),
  /** What each role of type is printed in on this machine. */
  faces: withRight('records.read')
    .input(documentSettingsSchema.pick({ faces: true }))
    .query(({ ctx, input }) => ctx.documents.faces(input.faces))
})
