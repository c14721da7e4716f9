import { z } from 'zod'
import { daySchema } from '../organisation/organisation.ts'
import { type Checklist, checklistSchema } from './checklist.ts'

/**
 * A list as an office keeps it for a year, with the days its steps are due. It holds for later years too, until one of them has
 * its own. From `frozenOn` on it is not changed any more: points were given by it.
 */
export const checklistVersionSchema = z.object({
  id: z.string(),
  key: z.string(),
  year: z.number().int().min(2000).max(2100),
  content: checklistSchema,
  frozenOn: daySchema.nullable(),
  changedOn: daySchema,
  selfDue: daySchema.nullable(),
  meetingDue: daySchema.nullable(),
  reviewDue: daySchema.nullable(),
  publishDue: daySchema.nullable()
})
export type ChecklistVersion = z.infer<typeof checklistVersionSchema>

/** The list of a year: the newest version that had begun by then, else the one the program brings. */
export function listOfYear(
  versions: readonly ChecklistVersion[],
  own: Checklist,
  year: number
): { content: Checklist; version: ChecklistVersion | null } {
  const begun = versions.filter((one) => one.key === own.key && one.year <= year)
  const [newest = null] = [...begun].sort((one, other) => other.year - one.year)
  return { content: newest?.content ?? own, version: newest?.year === year ? newest : null }
}
