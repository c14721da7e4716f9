import { z } from 'zod'
import { meetingSchema, meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { withRight, router, valueOrThrow } from '../../http/trpc.ts'
import {
  dropMeeting,
  finishMeeting,
  keepMeeting,
  listMeetings,
  meetingDesk,
  reopenMeeting,
  sameDaySittings,
  searchMeetings,
  startMeeting
} from './meeting-service.ts'

const byId = z.object({ id: z.string() })

export const meetingRouter = router({
  list: withRight('records.read')
    .input(z.object({ organisationId: z.string().nullable(), year: z.number().int().nullable() }))
    .query(({ ctx, input }) => listMeetings(ctx.store, ctx.system.today(), input.organisationId, input.year)),
  search: withRight('records.read')
    .input(z.object({ text: z.string().max(50), limit: z.number().int().min(1).max(50) }))
    .query(({ ctx, input }) => searchMeetings(ctx.store, input.text, input.limit)),
  desk: withRight('records.read')
    .input(byId)
    .query(({ ctx, input }) => valueOrThrow(meetingDesk(ctx.store, input.id, ctx.system.today()))),
  /** Asked anew when the day of the record changes under the pen. */
  sameDay: withRight('records.read')
    .input(z.object({ id: z.string(), day: daySchema }))
    .query(({ ctx, input }) => valueOrThrow(sameDaySittings(ctx.store, input.id, input.day))),
  start: withRight('records.write')
    .input(z.object({ organisationId: z.string(), types: z.array(z.enum(meetingTypes)).min(1), date: daySchema }))
    .mutation(({ ctx, input }) =>
      valueOrThrow(startMeeting(ctx.store, input, { today: ctx.system.today(), newId: ctx.system.newId }))
    ),
  save: withRight('records.write')
    .input(meetingSchema)
    .mutation(({ ctx, input }) => valueOrThrow(keepMeeting(ctx.store, input, ctx.system.today()))),
  /** Answers with the gaps; an empty list means the record is complete and locked now. */
  finish: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(finishMeeting(ctx.store, input.id, ctx.system.today()))),
  reopen: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(reopenMeeting(ctx.store, input.id))),
  remove: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(dropMeeting(ctx.store, input.id)))
})
