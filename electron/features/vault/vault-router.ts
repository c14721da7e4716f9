import { z } from 'zod'
import { founderSchema } from '../../../shared/features/vault/vault.ts'
import { anyone, outside, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { newRecoveryCode } from '../../store/recovery-code.ts'
import { foundOrganisations } from '../organisation/organisation-service.ts'
import { defaultOfficeSettings } from '../../../shared/features/setting/setting.ts'
import { writeOfficeSettings } from '../setting/setting-service.ts'

export const vaultRouter = router({
  status: outside.query(({ ctx }) => ({
    ...ctx.vault.status(),
    version: ctx.version,
    today: ctx.system.today()
  })),
  /** A code to show and confirm; it opens nothing until `create` was called with it. */
  newRecoveryCode: outside.mutation(() => newRecoveryCode()),
  create: outside
    .input(z.object({ founder: founderSchema, recoveryCode: z.string() }))
    .mutation(async ({ ctx, input: { founder, recoveryCode } }) =>
      valueOrThrow(
        await ctx.vault.create(founder, recoveryCode, (tables) => {
          writeOfficeSettings(tables, { ...defaultOfficeSettings, unit: founder.unit, superior: founder.superior })
          foundOrganisations(tables, founder, ctx.system.newId)
        })
      )
    ),
  unlock: outside
    .input(z.object({ accountId: z.string(), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      const account = valueOrThrow(await ctx.vault.unlock(input.accountId, input.password))
      ctx.touched()
      return account
    }),
  /** Sets a new password by the recovery code and answers with the new code, which must be kept instead of the old. */
  recover: outside
    .input(
      z.object({
        accountId: z.string(),
        recoveryCode: z.string().max(200),
        password: z.string().min(1, '请填新口令').max(1000)
      })
    )
    .mutation(async ({ ctx, input }) => {
      const code = valueOrThrow(await ctx.vault.recover(input.accountId, input.recoveryCode, input.password))
      ctx.touched()
      return code
    }),
  changePassword: anyone
    .input(z.object({ oldPassword: z.string().max(1000), newPassword: z.string().min(1, '请填新口令').max(1000) }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(await ctx.vault.changePassword(input.oldPassword, input.newPassword))
    ),
  lock: outside.mutation(({ ctx }) => ctx.vault.lock()),
  /** Says that somebody is at the keyboard; the middleware does the rest. */
  touch: anyone.mutation(() => null),
  /** The 审计员 confirms what was found against the chain; until then the store can only be read. */
  signFinding: withRight('audit.sign').mutation(({ ctx }) => {
    ctx.store.note('vault.signFinding', ctx.opened.file.finding?.kind ?? 'none')
    ctx.opened.signFinding()
  })
})
