import { z } from 'zod'
import { accountEditSchema } from '../../../shared/features/account/account.ts'
import { securitySettingsSchema } from '../../../shared/features/account/password-rules.ts'
import { anyone, ProblemError, router, valueOrThrow, withRight } from '../../http/trpc.ts'
import {
  aboutMe,
  accountLines,
  checkFirstPassword,
  grantFor,
  keepAccount,
  memberChoices,
  saveSecuritySettings,
  scopeChoices,
  securitySettings,
  setDisabled
} from './account-service.ts'

const passwordInput = z.string().min(1, '请填口令').max(1000)

export const accountRouter = router({
  me: anyone.query(({ ctx }) => aboutMe(ctx.store, ctx.account, ctx.system.today())),
  list: withRight('program', 'security').query(({ ctx }) => accountLines(ctx.store)),
  scopes: withRight('program', 'security').query(({ ctx }) => scopeChoices(ctx.store)),
  people: withRight('program', 'security')
    .input(z.object({ text: z.string().max(50) }))
    .query(({ ctx, input }) => memberChoices(ctx.store, input.text, ctx.system.today())),
  security: withRight('program', 'security').query(({ ctx }) => securitySettings(ctx.store)),
  saveSecurity: withRight('security')
    .input(securitySettingsSchema)
    .mutation(({ ctx, input }) => valueOrThrow(saveSecuritySettings(ctx.store, input))),
  /** A new account with a first password, which its holder must change when he comes in. */
  add: withRight('program')
    .input(z.object({ account: accountEditSchema, password: passwordInput }))
    .mutation(async ({ ctx, input }) => {
      valueOrThrow(checkFirstPassword(ctx.store, input.account.name, input.password))
      const mayAssign = grantFor(ctx.store, ctx.account, 'security') !== null
      const deps = { today: ctx.system.today(), newId: ctx.system.newId, mayAssign }
      const account = valueOrThrow(keepAccount(ctx.store, { ...input.account, id: '' }, deps))
      await ctx.opened.giveSlot({ id: account.id, name: account.name, title: account.title }, input.password)
      return account
    }),
  /** Name, title, roles, scope, member. A new name stands on the unlock screen after the holder's next login. */
  save: withRight('program', 'security')
    .input(accountEditSchema)
    .mutation(({ ctx, input }) => {
      if (input.id === '')
        throw new ProblemError({ code: 'account-unknown', message: '找不到这个使用人，请刷新后再试。' })
      const mayAssign = grantFor(ctx.store, ctx.account, 'security') !== null
      const deps = { today: ctx.system.today(), newId: ctx.system.newId, mayAssign }
      return valueOrThrow(keepAccount(ctx.store, input, deps))
    }),
  disable: withRight('program')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => {
      if (input.id === ctx.account.id)
        throw new ProblemError({ code: 'account-self', message: '不能停用自己正在用的账户，请让另一位管理员来停用。' })
      const account = valueOrThrow(setDisabled(ctx.store, input.id, true))
      ctx.opened.takeSlot(account.id)
      return account
    }),
  /** Switches an account on again with a new first password. */
  enable: withRight('program')
    .input(z.object({ id: z.string(), password: passwordInput }))
    .mutation(async ({ ctx, input }) => {
      const before = accountLines(ctx.store).find((one) => one.id === input.id)
      valueOrThrow(checkFirstPassword(ctx.store, before?.name ?? '', input.password))
      const account = valueOrThrow(setDisabled(ctx.store, input.id, false))
      await ctx.opened.giveSlot({ id: account.id, name: account.name, title: account.title }, input.password)
      return account
    })
})
