import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'
import { pointsSchema } from './checklist.ts'

/**
 * A round of a list for a branch and year: 自评 (`selfOn`), 支部会议 (`meetingId`, `meetingOn`), 上级考评 by `reviewers` (names),
 * 公布 (`publishedOn`, with `finalNote`). `list` is the key of the list. A day is set when the step is done.
 */
export const reviewSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  list: z.string().min(1),
  selfOn: daySchema.nullable(),
  meetingId: z.string().nullable(),
  meetingOn: daySchema.nullable(),
  reviewers: z
    .array(z.string().trim().min(1, '请填考评人').max(50, '考评人不超过 50 字'))
    .max(20, '考评人不超过 20 个'),
  publishedOn: daySchema.nullable(),
  publishedTotal: z.string().nullable().default(null),
  finalNote: z.string().max(1000, '说明不超过 1000 字').nullable()
})
export type Review = z.infer<typeof reviewSchema>

const reason = z.string().trim().max(500, '理由不超过 500 字').nullable()

/** What one reviewer gives for an item, in the item's own points. */
export const reviewPointSchema = z.object({
  reviewId: z.string(),
  reviewer: z.string(),
  item: z.string(),
  points: pointsSchema,
  reason
})
export type ReviewPoint = z.infer<typeof reviewPointSchema>

/** The final points of an item where they were settled and not left to the mean. */
export const reviewFinalSchema = z.object({ reviewId: z.string(), item: z.string(), points: pointsSchema, reason })
export type ReviewFinal = z.infer<typeof reviewFinalSchema>

/** The steps of a round in their order. */
export const reviewStages = ['self', 'meeting', 'review', 'published'] as const
export type ReviewStage = (typeof reviewStages)[number]
export const reviewStageNames: Record<ReviewStage, string> = {
  self: '支部自评',
  meeting: '支部会议审议',
  review: '上级考评',
  published: '公布结果'
}
