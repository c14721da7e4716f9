import { z } from 'zod'
import { taskSchema } from '../../../shared/features/task/task.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { dropTask, keepTask, listTasks, meetingTasks } from './task-service.ts'

export const taskRouter = router({
  list: withRight('records.read')
    .input(
      z.object({
        organisationId: z.string().nullable(),
        show: z.enum(['open', 'done', 'all']),
        limit: z.number().int().min(1).max(5000)
      })
    )
    .query(({ ctx, input }) => listTasks(ctx.store, ctx.system.today(), input)),
  ofMeeting: withRight('records.read')
    .input(z.object({ id: z.string() }))
    .query(({ ctx, input }) => valueOrThrow(meetingTasks(ctx.store, input.id))),
  /** `id` empty makes a new one. */
  save: withRight('records.write')
    .input(taskSchema)
    .mutation(({ ctx, input }) =>
      valueOrThrow(keepTask(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropTask(ctx.store, input.id)))
})
