import { z } from 'zod'
import { founderSchema, passwordSchema } from '../../../shared/features/vault/vault.ts'
import { insideProcedure, outsideProcedure, router, valueOrThrow } from '../../http/trpc.ts'
import { newRecoveryCode } from '../../store/recovery-code.ts'
import { foundOrganisations } from '../organisation/organisation-service.ts'
import { defaultOfficeSettings } from '../../../shared/features/setting/setting.ts'
import { writeOfficeSettings } from '../setting/setting-service.ts'

export const vaultRouter = router({
  status: outsideProcedure.query(({ ctx }) => ({
    ...ctx.vault.status(),
    version: ctx.version,
    today: ctx.system.today()
  })),
  /** A code to show and confirm; it opens nothing until `create` was called with it. */
  newRecoveryCode: outsideProcedure.mutation(() => newRecoveryCode()),
  create: outsideProcedure
    .input(z.object({ founder: founderSchema, recoveryCode: z.string() }))
    .mutation(async ({ ctx, input: { founder, recoveryCode } }) =>
      valueOrThrow(
        await ctx.vault.create(founder, recoveryCode, (tables) => {
          writeOfficeSettings(tables, { ...defaultOfficeSettings, unit: founder.unit, superior: founder.superior })
          foundOrganisations(tables, founder, ctx.system.newId)
        })
      )
    ),
  unlock: outsideProcedure
    .input(z.object({ accountId: z.string(), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      const account = valueOrThrow(await ctx.vault.unlock(input.accountId, input.password))
      ctx.touched()
      return account
    }),
  /** Sets a new password by the recovery code and answers with the new code, which must be kept instead of the old. */
  recover: outsideProcedure
    .input(z.object({ accountId: z.string(), recoveryCode: z.string().max(200), password: passwordSchema }))
    .mutation(async ({ ctx, input }) => {
      const code = valueOrThrow(await ctx.vault.recover(input.accountId, input.recoveryCode, input.password))
      ctx.touched()
      return code
    }),
  changePassword: insideProcedure
    .input(z.object({ oldPassword: z.string().max(1000), newPassword: passwordSchema }))
    .mutation(async ({ ctx, input }) =>
      valueOrThrow(await ctx.vault.changePassword(input.oldPassword, input.newPassword))
    ),
  lock: outsideProcedure.mutation(({ ctx }) => ctx.vault.lock()),
  /** Says that somebody is at the keyboard; the middleware does the rest. */
  touch: insideProcedure.mutation(() => null)
})
