import { Hono } from 'hono'
import { z } from 'zod'
import { meetingLedgers } from '../../shared/features/meeting/meeting-ledger.ts'
import { ledgerPaper } from '../features/meeting/meeting-ledger.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'

const wishSchema = z.object({ year: z.coerce.number().int().min(1900).max(2100) })

/** 台账 of meetings, of 主题党日 and of attendance, as PDF, Word or Excel. */
export function meetingLedgerRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), meetingLedgers, ['pdf', 'docx', 'xlsx'])
    const wish = wishSchema.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种台账。')
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `meeting.${file.name}.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const wanted = { ledger: file.name, organisationId: call.object, year: wish.data.year }
      const paper = ledgerPaper(store, wanted, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
  return routes
}
