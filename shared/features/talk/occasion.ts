import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'
import type { TalkKind } from './talk-kinds.ts'

/** Events after which somebody is to be talked with (rules.md §5.1, local custom S26). */
export const occasionKinds = [
  '岗位变动',
  '受处分',
  '受表彰',
  '有困难',
  '退休',
  '入党',
  '转入',
  '意见较大',
  '其他'
] as const
export type OccasionKind = (typeof occasionKinds)[number]

/** Which kind of talk an occasion asks for. */
export const talkOfOccasion: Record<OccasionKind, TalkKind> = {
  岗位变动: 'T06',
  受处分: 'T07',
  受表彰: 'T01',
  有困难: 'T07',
  退休: 'T07',
  入党: 'T03',
  转入: 'T06',
  意见较大: 'T01',
  其他: 'T01'
}

/**
 * An event the roster does not know by itself, put down by hand. `note` is read like an L2 talk; `closedOn` the day it was
 * settled without a talk of its own.
 */
export const occasionSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  memberId: z.string(),
  kind: z.enum(occasionKinds),
  date: daySchema,
  note: z.string().max(500, '说明不超过 500 个字').nullable(),
  closedOn: daySchema.nullable(),
  enteredBy: z.string().nullable()
})
export type Occasion = z.infer<typeof occasionSchema>
