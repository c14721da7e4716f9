import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)

/** 组织处置的方式 of an unqualified member (不合格党员组织处置办法, rules.md §4.3). */
export const disposalWays = ['限期改正', '劝其退党', '除名'] as const

/** The steps of the procedure in their order; what is known of the later ones is from memory (rules.md §4.3). */
export const disposalSteps = [
  'proposed',
  'filed',
  'verified',
  'opinion',
  'preliminary',
  'voted',
  'approved',
  'announced'
] as const
export type DisposalStep = (typeof disposalSteps)[number]
export const disposalStepNames: Record<DisposalStep, string> = {
  proposed: '提出启动意见',
  filed: '报党委事前备案',
  verified: '调查核实',
  opinion: '提出处置意见',
  preliminary: '上级预审',
  voted: '支部大会表决',
  approved: '上级审批',
  announced: '宣布、归档'
}

/**
 * A 组织处置 as a register of days, no case contents. `days` holds the day each step was done. `from` and `until` are the
 * term of a 限期改正; `outcome` what came of it and `closedOn` when. `basis` is a document number.
 */
export const disposalSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  memberId: z.string(),
  evaluationId: z.string().nullable(),
  way: z.enum(disposalWays),
  basis: text(200).nullable(),
  days: z.partialRecord(z.enum(disposalSteps), daySchema),
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  outcome: text(1000).nullable(),
  closedOn: daySchema.nullable(),
  recordedOn: daySchema
})
export type Disposal = z.infer<typeof disposalSchema>
