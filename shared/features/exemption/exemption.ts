import { z } from 'zod'
import { type Day, within } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** The five cases of R2-09, by a short name and in the words of the rule. */
export const exemptionGrounds = {
  不能表达意志: '患有精神病或者因其他疾病导致不能表达本人意志的',
  自费出国半年以上: '自费出国半年以上的',
  正在服刑: '虽未受到留党察看以上党纪处分，但正在服刑的',
  生活不能自理: '年老体弱卧床不起和长期生病、生活不能自理的',
  应转未转组织关系: '工作调动、下派锻炼、外出学习或者工作半年以上等，按规定应当转走正式组织关系而没有转走的'
} as const
export type ExemptionGround = keyof typeof exemptionGrounds

/**
 * 不计入应到会 (R2-09), both days included, open where `to` is null. It rests on two proofs: `approval`, the number of the
 * superior's consent, and `resolvedOn`, the day the 党员大会 agreed. Without both it holds all the same and is pointed out.
 * The ledger has no sheet for it.
 */
export const exemptionSchema = z.object({
  id: z.string(),
  memberId: z.string(),
  organisationId: z.string(),
  ground: z.enum(Object.keys(exemptionGrounds) as [ExemptionGround, ...ExemptionGround[]]),
  from: daySchema,
  to: daySchema.nullable(),
  approval: z.string().max(100, '上级批复文号不超过 100 字').nullable(),
  resolvedOn: daySchema.nullable()
})
export type Exemption = z.infer<typeof exemptionSchema>

export const exemptOn = (exemption: Pick<Exemption, 'from' | 'to'>, day: Day): boolean =>
  within(day, exemption.from, exemption.to)

/** What R2-09 still asks for, as a list of words for a sentence; empty when both proofs are there. */
export const missingProofs = ({ approval, resolvedOn }: Exemption): string[] => [
  ...(approval === null || approval.trim() === '' ? ['上级批复文号'] : []),
  ...(resolvedOn === null ? ['党员大会通过日期'] : [])
]
