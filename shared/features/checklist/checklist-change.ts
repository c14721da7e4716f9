import { z } from 'zod'

/** One figure of a branch that somebody changed: `item` of the list, `before` and `after` as a person reads them, `at` an ISO time. */
export const checklistChangeSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int(),
  item: z.string(),
  at: z.string(),
  accountName: z.string(),
  before: z.string(),
  after: z.string(),
  reason: z.string().nullable()
})
export type ChecklistChange = z.infer<typeof checklistChangeSchema>
