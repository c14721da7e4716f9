import { z } from 'zod'
import { personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

/** Where a task comes from: a meeting, and the number of its agenda item; null where it is of the meeting as a whole. */
export const taskSourceSchema = z.object({ meetingId: z.string(), item: z.number().int().min(1).nullable() })
export type TaskSource = z.infer<typeof taskSourceSchema>

/**
 * 任务: what was resolved, by whom and until when (rules.md §9.2 “办”). `source` is null for one nobody's meeting set.
 * Whether it is due or overdue is never stored: `taskState` says it from the day.
 */
export const taskSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  subject: z.string().trim().min(1, '事项不能为空').max(500, '事项不超过 500 字'),
  source: taskSourceSchema.nullable(),
  person: personSchema.nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  result: z.string().max(2000, '结果不超过 2000 字').nullable()
})
export type Task = z.infer<typeof taskSchema>

/** 办结, 逾期, 临期, 待办. */
export const taskStates = ['done', 'overdue', 'near', 'open'] as const
export type TaskState = (typeof taskStates)[number]
