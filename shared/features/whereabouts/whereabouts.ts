import { z } from 'zod'
import { within, type Day } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** 流动党员 and 失联党员 (rules.md §8.5, C6). */
export const whereaboutsKinds = ['流动', '失联'] as const
export type WhereaboutsKind = (typeof whereaboutsKinds)[number]

/**
 * A spell away from the branch: 流动 (`place` 外出流向, `contact` the member of the branch who keeps in touch every
 * quarter) or 失联 (`from` 失联日期, `to` the day contact was found again). Open where `to` is null.
 */
export const whereaboutsSchema = z.object({
  id: z.string(),
  memberId: z.string(),
  kind: z.enum(whereaboutsKinds),
  from: daySchema,
  to: daySchema.nullable(),
  place: z.string().max(200, '去向不超过 200 个字').nullable(),
  contact: z.string().max(50, '联系人不超过 50 个字').nullable(),
  note: z.string().max(2000, '备注不超过 2000 个字').nullable()
})
export type Whereabouts = z.infer<typeof whereaboutsSchema>

export const isAwayOn = (spell: Pick<Whereabouts, 'from' | 'to'>, day: Day): boolean =>
  within(day, spell.from, spell.to)
