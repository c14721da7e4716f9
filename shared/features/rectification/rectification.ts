import { z } from 'zod'
import { type Day, daysBetween, yearOf } from '../../kernel/dates.ts'
import { personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

/** One note on how a rectification goes on. */
export const progressNoteSchema = z.object({ on: daySchema, text: z.string().min(1).max(500) })
export type ProgressNote = z.infer<typeof progressNoteSchema>

/**
 * 整改: a problem, where it was found (`meetingId` for one of a meeting, else `source` in words), what is to be reached
 * and done by whom until when, how it went, what measuring again gave, and the day it was closed. Key: 组织+问题+来源.
 * `item` of the checklist of `year` is what it is measured by again. A turn of PDCA that did not reach its target is followed
 * by another: `cycle` counts them, `previousId` is the one before, `passedUpOn` the day it went to the level above.
 */
export const rectificationSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  meetingId: z.string().nullable(),
  problem: z.string().trim().min(1, '请写明问题').max(500, '问题不超过 500 字'),
  source: z.string().max(100, '来源不超过 100 字').nullable(),
  target: z.string().max(500, '目标不超过 500 字').nullable(),
  measure: z.string().max(1000, '措施不超过 1000 字').nullable(),
  person: personSchema.nullable(),
  dueOn: daySchema.nullable(),
  progress: z.array(progressNoteSchema).max(50),
  remeasured: z.string().max(500, '复测结果不超过 500 字').nullable(),
  closedOn: daySchema.nullable(),
  year: z.number().int().nullable().default(null),
  item: z.string().max(10).nullable().default(null),
  cycle: z.number().int().min(1).max(20).default(1),
  previousId: z.string().nullable().default(null),
  passedUpOn: daySchema.nullable().default(null)
})
export type Rectification = z.infer<typeof rectificationSchema>

/** What a new one begins with. */
export const blankRectification: Omit<Rectification, 'id' | 'organisationId'> = {
  ...{ meetingId: null, problem: '', source: null, target: null, measure: null, person: null, dueOn: null },
  ...{ progress: [], remeasured: null, closedOn: null },
  ...{ year: null, item: null, cycle: 1, previousId: null, passedUpOn: null }
}

export type RectificationState = 'closed' | 'overdue' | 'open'

/** Overdue from the day after 期限; without one never. A closing day still to come counts for nothing yet. */
export function rectificationState({ dueOn, closedOn }: Rectification, today: Day): RectificationState {
  if (closedOn !== null && closedOn <= today) return 'closed'
  return dueOn !== null && daysBetween(today, dueOn) < 0 ? 'overdue' : 'open'
}

/** What a problem still lacks to be worked on: words for a list. */
export const missingOf = ({ measure, person, dueOn }: Rectification): string[] => [
  ...(measure === null || measure.trim() === '' ? ['措施'] : []),
  ...(person === null ? ['责任人'] : []),
  ...(dueOn === null ? ['时限'] : [])
]

/** Of several turns of one problem the last: what was followed by another turn is history. */
export const lastTurns = (all: readonly Rectification[]): Rectification[] => {
  const followed = new Set(all.map(({ previousId }) => previousId))
  return all.filter(({ id }) => !followed.has(id))
}

/** What counts in figures: a turn that did not reach its target is history, one that was closed and came back is not. */
export const countedTurns = (all: readonly Rectification[]): Rectification[] => {
  const missed = new Set(all.filter(({ cycle }) => cycle > 1).map(({ previousId }) => previousId))
  return all.filter(({ id }) => !missed.has(id))
}

/** Of the list of that year, or due, worked on or closed in it; one without any day belongs to every year. */
export function isOfYear({ year, dueOn, closedOn, passedUpOn, progress }: Rectification, wanted: number): boolean {
  if (year !== null) return year === wanted
  const days = [dueOn, closedOn, passedUpOn, ...progress.map(({ on }) => on)].filter((day) => day !== null)
  return days.length === 0 || days.some((day) => yearOf(day) === wanted)
}
