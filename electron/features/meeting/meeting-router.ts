import { z } from 'zod'
import { releaseSchema } from '../../../shared/features/meeting/release.ts'
import { meetingSchema, meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { meetingLedgers } from '../../../shared/features/meeting/meeting-ledger.ts'
import { daySchema } from '../../../shared/features/organisation/organisation.ts'
import { grantFor } from '../account/account-service.ts'
import { enter, router, typedOrder, valueOrThrow, withRight } from '../../http/trpc.ts'
import { meetingChecks } from './meeting-clashes.ts'
import { ledgerRows } from './meeting-ledger.ts'
import { releaseBlock } from './meeting-release-service.ts'
import {
  archiveMeetings,
  dropMeeting,
  finishMeeting,
  meetingVersions,
  reopenMeeting,
  reportMeeting
} from './meeting-state-service.ts'
import { editorDesk } from './meeting-desk.ts'
import { keepMeeting, listMeetings, sameDaySittings, startMeeting } from './meeting-service.ts'

const byId = z.object({ id: z.string() })

export const meetingRouter = router({
  list: withRight('records.read')
    .input(z.object({ organisationId: z.string().nullable(), year: z.number().int().nullable() }))
    .query(({ ctx, input }) => listMeetings(ctx.store, ctx.system.today(), input.organisationId, input.year)),
  desk: withRight('records.read')
    .input(byId)
    .query(({ ctx, input }) => valueOrThrow(editorDesk(ctx.store, input.id, ctx.system.today()))),
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
    .input(meetingSchema.extend({ typed: typedOrder }))
    .mutation(({ ctx, input: { typed = 0, ...record } }) => {
      const kept = valueOrThrow(keepMeeting(ctx.store, record, ctx.system.today()))
      ctx.typing.saved(`meeting ${record.id}`, typed)
      return kept
    }),
  /** Said at every word: kept in memory, and written as a save where the page does not come to save it. */
  hold: withRight('records.write')
    .input(meetingSchema.extend({ typed: z.number().int().min(1) }))
    .mutation(({ ctx, input: { typed, ...record } }) =>
      ctx.typing.hold(`meeting ${record.id}`, typed, () => {
        keepMeeting(enter(ctx, 'meeting.save', record.id).store, record, ctx.system.today())
      })
    ),
  /** Answers with the gaps; an empty list means the record is complete and locked now. */
  finish: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(finishMeeting(ctx.store, input.id, ctx.system.today()))),
  /** Keeps the text it had. What is archived only somebody with the right to unseal may open. */
  reopen: withRight('records.write')
    .input(z.object({ id: z.string(), reason: z.string().max(200, '原因不超过 200 字') }))
    .mutation(({ ctx, input: { id, reason } }) => {
      const mayUnseal = grantFor(ctx.store, ctx.account, 'rules') !== null
      const by = { reason, accountName: ctx.account.name, today: ctx.system.today(), mayUnseal }
      return valueOrThrow(reopenMeeting(ctx.store, id, by))
    }),
  /** Lets pass what stops the record from being completed. */
  release: withRight('rules')
    .input(releaseSchema.pick({ ruleId: true, item: true, reason: true }).extend({ id: z.string() }))
    .mutation(({ ctx, input: { id, ...wish } }) => {
      const release = { ...wish, releasedOn: ctx.system.today(), accountName: ctx.account.name }
      return valueOrThrow(releaseBlock(ctx.store, id, release))
    }),
  report: withRight('records.write')
    .input(meetingSchema.pick({ id: true, reportedTo: true, reportedOn: true }))
    .mutation(({ ctx, input: { id, ...report } }) =>
      valueOrThrow(reportMeeting(ctx.store, id, report, ctx.system.today()))
    ),
  archive: withRight('records.write')
    .input(z.object({ ids: z.array(z.string()).min(1).max(1000) }))
    .mutation(({ ctx, input }) => valueOrThrow(archiveMeetings(ctx.store, input.ids))),
  /** What clashes in the records that are about to be printed. */
  checks: withRight('records.read')
    .input(z.object({ ids: z.array(z.string()).max(5000) }))
    .query(({ ctx, input }) => meetingChecks(ctx.store, input.ids, ctx.system.today())),
  /** 台账 as rows for the screen. */
  ledger: withRight('records.read')
    .input(
      z.object({
        ledger: z.enum(meetingLedgers),
        organisationId: z.string(),
        year: z.number().int().min(1900).max(2100)
      })
    )
    .query(({ ctx, input }) => valueOrThrow(ledgerRows(ctx.store, input, ctx.system.today()))),
  versions: withRight('records.read')
    .input(byId)
    .query(({ ctx, input }) => valueOrThrow(meetingVersions(ctx.store, input.id))),
  remove: withRight('records.write')
    .input(byId)
    .mutation(({ ctx, input }) => valueOrThrow(dropMeeting(ctx.store, input.id)))
})
