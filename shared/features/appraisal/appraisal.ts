import { z } from 'zod'
import { scales } from '../ballot/ballot.ts'
import { daySchema } from '../organisation/organisation.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)
const figure = z.number().int('请填整数').min(0, '不能是负数').max(10_000, '数太大，请核对')

/** 等次 of a cadre (rules.md §6.1), best first. */
export const cadreGrades = scales.cadre
export type CadreGrade = (typeof cadreGrades)[number]

/** The matters of 负面清单, each a rule of its own (rules.md §6.4). */
export const negativeIds = [
  ...(['6.4-n1', '6.4-n2', '6.4-n3', '6.4-n4'] as const),
  ...(['6.4-n5', '6.4-n6', '6.4-n7', '6.4-n8'] as const)
] as const
export type NegativeId = (typeof negativeIds)[number]

/** What people answered to one matter; one that is not there has not been answered. */
export const negativeSchema = z.object({
  item: z.enum(negativeIds),
  found: z.boolean(),
  note: text(500).nullable()
})
export type Negative = z.infer<typeof negativeSchema>

/**
 * One cadre in an appraisal, with what stands nowhere else: `summary` 个人总结, `duty` 述职报告, `grade` 建议等次 as people set it,
 * `reason` why it departs from what the figures suggest, `objections` 公示期间的异议, `feedback` what he was told.
 */
export const appraisalEntrySchema = z.object({
  id: z.string(),
  memberId: z.string(),
  summary: text(5000).nullable(),
  duty: text(20_000).nullable(),
  negatives: z.array(negativeSchema).max(negativeIds.length),
  grade: z.enum(cadreGrades).nullable(),
  reason: text(1000).nullable(),
  objections: text(1000).nullable(),
  feedback: text(2000).nullable()
})
export type AppraisalEntry = z.infer<typeof appraisalEntrySchema>

/**
 * 年度考核 of the cadres of an organisation. `participants` is how many are appraised (null: those in `entries`), `quota` the
 * number of 优秀 the level above gave (null: by share, §6.2). 公示 runs from `noticeFrom` to `noticeTo`, both included.
 */
export const appraisalSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int().min(1900, '年度应在 1900 到 2100 之间').max(2100, '年度应在 1900 到 2100 之间'),
  participants: figure.nullable(),
  quota: figure.nullable(),
  overReason: text(1000).nullable(),
  noticeFrom: daySchema.nullable(),
  noticeTo: daySchema.nullable(),
  noticeOutcome: text(1000).nullable(),
  feedbackOn: daySchema.nullable(),
  recordedOn: daySchema,
  entries: z.array(appraisalEntrySchema).max(1000)
})
export type Appraisal = z.infer<typeof appraisalSchema>

/** An entry nobody has written anything in. */
export const blankEntry: Omit<AppraisalEntry, 'id' | 'memberId'> = {
  ...{ summary: null, duty: null, negatives: [], grade: null, reason: null, objections: null, feedback: null }
}

/** An appraisal of which nothing is set. */
export const blankAppraisal: Omit<Appraisal, 'id' | 'organisationId' | 'year' | 'recordedOn'> = {
  ...{ participants: null, quota: null, overReason: null },
  ...{ noticeFrom: null, noticeTo: null, noticeOutcome: null, feedbackOn: null, entries: [] }
}

/** Under this source rectifications that follow from an appraisal stand in the register of 整改. */
export const feedbackSource = '年度考核反馈'
