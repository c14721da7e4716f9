import { z } from 'zod'
import { ownHolidaysSchema } from '../../../shared/features/setting/setting.ts'
import { overrideSchema } from '../../../shared/rulebook/rule-override.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import {
  clearHolidays,
  clearOverride,
  comparePackage,
  importPackage,
  overrideRule,
  readRuleBook,
  removePackage,
  saveHolidays
} from './rule-service.ts'

/** Longer than any package; what is too large is answered in words by the service. */
const file = z.object({ text: z.string().max(20_000_000, '规则包超过 2 MB，没有导入。请确认选的是规则包文件。') })

export const ruleRouter = router({
  book: withRight('records.read').query(({ ctx }) => ({
    ...readRuleBook(ctx.store),
    today: ctx.system.today()
  })),
  override: withRight('rules')
    .input(overrideSchema)
    .mutation(({ ctx, input }) =>
      valueOrThrow(overrideRule(ctx.store, input, { today: ctx.system.today(), accountName: ctx.account.name }))
    ),
  clear: withRight('rules')
    .input(overrideSchema.pick({ ruleId: true, parameter: true, fromYear: true }))
    .mutation(({ ctx, input }) => valueOrThrow(clearOverride(ctx.store, input))),
  /** What a package would change; the same text is then taken in by `importPackage`. */
  comparePackage: withRight('rules')
    .input(file)
    .query(({ ctx, input }) => valueOrThrow(comparePackage(ctx.store, input.text, ctx.system.today()))),
  importPackage: withRight('rules')
    .input(file)
    .mutation(({ ctx, input }) => valueOrThrow(importPackage(ctx.store, input.text, ctx.system.today()))),
  /** Holidays of a year as the office puts them down, in place of what comes with the program (R5-01). */
  saveHolidays: withRight('rules')
    .input(ownHolidaysSchema)
    .mutation(({ ctx, input }) => valueOrThrow(saveHolidays(ctx.store, input))),
  clearHolidays: withRight('rules')
    .input(ownHolidaysSchema.pick({ year: true }))
    .mutation(({ ctx, input }) => valueOrThrow(clearHolidays(ctx.store, input.year))),
  removePackage: withRight('rules')
    .input(z.object({ id: z.string().max(60) }))
    .mutation(({ ctx, input }) => valueOrThrow(removePackage(ctx.store, input.id)))
})
