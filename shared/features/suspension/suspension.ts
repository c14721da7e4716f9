import { z } from 'zod'
import { within, type Day } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** 停权. 停止党籍 takes a person out of 应到; the other two leave 应到 and take away the vote (decisions.md). */
export const suspensionKinds = ['留党察看', '停止党籍', '中止党员权利'] as const
export type SuspensionKind = (typeof suspensionKinds)[number]

/** A spell without rights, both days included; open where `to` is null. `basis` is the document it rests on. */
export const suspensionSchema = z.object({
  id: z.string(),
  memberId: z.string(),
  organisationId: z.string(),
  kind: z.enum(suspensionKinds),
  from: daySchema,
  to: daySchema.nullable(),
  basis: z.string().max(200).nullable()
})
export type Suspension = z.infer<typeof suspensionSchema>

export const runsOn = (suspension: Pick<Suspension, 'from' | 'to'>, day: Day): boolean =>
  within(day, suspension.from, suspension.to)
