import { join } from 'node:path'
import { z } from 'zod'
import { backupSettingsSchema } from '../../../shared/features/setting/setting.ts'
import { anyone, outside, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import {
  backupFolder,
  backupSettings,
  backupStatus,
  copiesIn,
  makeBackup,
  rememberDrill,
  saveBackupSettings,
  verifyBackup
} from './backup-service.ts'
import { drill, keysOf, lookInside, mayReplaceFromOutside, ownersOf, replaceStore } from './restore-service.ts'

const byName = z.object({ name: z.string().max(200) })
const byPath = z.object({ path: z.string().max(1000) })
const opening = byPath.extend({ accountId: z.string(), secret: z.string().max(1000) })

export const backupRouter = router({
  status: anyone.query(({ ctx }) => backupStatus(ctx.store, ctx.opened.storeFile, ctx.system.now())),
  settings: withRight('program').query(({ ctx }) => backupSettings(ctx.store)),
  saveSettings: withRight('program')
    .input(backupSettingsSchema)
    .mutation(({ ctx, input }) => valueOrThrow(saveBackupSettings(ctx.store, input))),
  list: withRight('program').query(({ ctx }) => copiesIn(ctx.opened, ctx.store)),
  make: withRight('program').mutation(({ ctx }) =>
    valueOrThrow(makeBackup(ctx.opened, ctx.store, { now: ctx.system.now(), version: ctx.version }))
  ),
  /** Everything in the copy is read and checked; the answer says what is inside. */
  verify: withRight('program')
    .input(byName)
    .mutation(({ ctx, input }) => {
      const checked = verifyBackup(ctx.opened, ctx.store, input.name)
      ctx.store.note('backup.verify', checked.ok ? 'ok' : checked.problem.code)
      return valueOrThrow(checked)
    }),
  /** Unpacks the copy beside the store, opens it there, throws it away, and remembers the day. */
  drill: withRight('program')
    .input(byName)
    .mutation(({ ctx, input }) => {
      valueOrThrow(verifyBackup(ctx.opened, ctx.store, input.name))
      const folder = backupFolder(ctx.opened.storeFile, backupSettings(ctx.store))
      const contents = valueOrThrow(
        drill(join(folder, input.name), ctx.opened.copyKeys, ctx.opened.storeFile, ctx.system.now())
      )
      rememberDrill(ctx.store, ctx.system.now())
      return contents
    }),
  /** Locks, unpacks beside the store, exchanges; the store before is kept. The door is shown afterwards. */
  restore: withRight('program')
    .input(byName)
    .mutation(({ ctx, input }) => {
      valueOrThrow(verifyBackup(ctx.opened, ctx.store, input.name))
      const copy = join(backupFolder(ctx.opened.storeFile, backupSettings(ctx.store)), input.name)
      const keys = ctx.opened.copyKeys
      const { storeFile } = ctx.opened
      ctx.store.note('backup.restore')
      return valueOrThrow(replaceStore(copy, keys, { storeFile, now: ctx.system.now(), lock: () => ctx.vault.lock() }))
    }),
  /** Who can open a copy that lies somewhere; nothing inside is read. */
  owners: outside.input(byPath).mutation(({ input }) => valueOrThrow(ownersOf(input.path))),
  look: outside.input(opening).mutation(async ({ input }) => {
    const keys = valueOrThrow(await keysOf(input.path, input.accountId, input.secret))
    return valueOrThrow(lookInside(input.path, keys))
  }),
  /** From the door: only where there is no store, or the one there cannot be opened. */
  restoreOutside: outside.input(opening).mutation(async ({ ctx, input }) => {
    const keys = valueOrThrow(await keysOf(input.path, input.accountId, input.secret))
    const { storeFile } = ctx.vault
    ctx.vault.lock()
    valueOrThrow(mayReplaceFromOutside(storeFile, keys))
    return valueOrThrow(replaceStore(input.path, keys, { storeFile, now: ctx.system.now(), lock: () => undefined }))
  })
})
