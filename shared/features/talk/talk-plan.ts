import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'
import { partnerSchema } from './talk.ts'
import { talkKindCodes } from './talk-kinds.ts'

/** A talk that is to be held: who with whom, and by when. `talkId` names the record once it was held. */
export const talkPlanSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  kind: z.enum(talkKindCodes),
  talker: partnerSchema,
  partner: partnerSchema,
  plannedOn: daySchema,
  note: z.string().max(200, '备注不超过 200 个字').nullable(),
  talkId: z.string().nullable()
})
export type TalkPlan = z.infer<typeof talkPlanSchema>

/** A line of a proposal, before it is kept. */
export const newTalkPlanSchema = talkPlanSchema.omit({ id: true, talkId: true })
export type NewTalkPlan = z.infer<typeof newTalkPlanSchema>
