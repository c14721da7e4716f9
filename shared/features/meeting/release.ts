import { z } from 'zod'
import { isRuleId } from '../../rulebook/rule-book.ts'
import { daySchema } from '../organisation/organisation.ts'

/** A block the 书记 let pass. It holds for one rule and one item, as long as the vote stays as it was. */
export const releaseSchema = z.object({
  ruleId: z.string().refine(isRuleId, '没有这条规则'),
  item: z.number().int().min(1),
  reason: z.string().trim().min(1, '请写明放行的理由').max(500, '理由不超过 500 字'),
  releasedOn: daySchema,
  accountName: z.string()
})
export type Release = z.infer<typeof releaseSchema>
