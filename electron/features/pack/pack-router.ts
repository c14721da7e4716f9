import { volumeSchemeSchema } from '../../../shared/features/pack/volume-scheme.ts'
import { router, withRight } from '../../http/trpc.ts'
import { readSettings, writeSettings } from '../setting/setting-service.ts'

export const packRouter = router({
  /** The volumes of this office, and what is bound in each. */
  scheme: withRight('records.read').query(({ ctx }) => ctx.store.read((tables) => readSettings(tables, 'volumes'))),
  saveScheme: withRight('checklist.settle')
    .input(volumeSchemeSchema)
    .mutation(({ ctx, input }) => ctx.store.write((tables) => writeSettings(tables, 'volumes', input)))
})
