import { z } from 'zod'
import { attachmentEditSchema, attachmentRecords } from '../../../shared/features/attachment/attachment.ts'
import { router, valueOrThrow, withRight } from '../../http/trpc.ts'
import { changeAttachment, dropAttachment, listAttachments, orderAttachments } from './attachment-service.ts'

const ofRecord = z.object({ record: z.enum(attachmentRecords), id: z.string() })

/** Files themselves come and go as bytes: electron/http/attachment-routes.ts. */
export const attachmentRouter = router({
  list: withRight('records.read')
    .input(ofRecord)
    .query(({ ctx, input }) => valueOrThrow(listAttachments(ctx.store, input.record, input.id))),
  describe: withRight('records.write')
    .input(attachmentEditSchema)
    .mutation(({ ctx, input }) => valueOrThrow(changeAttachment(ctx.store, input, ctx.system.today()))),
  /** `ids` are all attachments of the record. */
  order: withRight('records.write')
    .input(ofRecord.extend({ ids: z.array(z.string()).max(1000) }))
    .mutation(({ ctx, input }) => valueOrThrow(orderAttachments(ctx.store, input))),
  remove: withRight('records.write')
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => valueOrThrow(dropAttachment(ctx.store, input.id)))
})
