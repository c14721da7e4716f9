import { Hono } from 'hono'
import { z } from 'zod'
import { meetingTypes } from '../../shared/features/meeting/meeting.ts'
import { planPaper, planPapers } from '../features/plan/plan-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'

const wishSchema = z.object({
  year: z.coerce.number().int().min(1900).max(2100),
  type: z.enum(meetingTypes).nullable().default(null)
})

/** 年度会议计划 and 组织生活覆盖表 as PDF, Word or Excel; in place of an organisation `all` is everything within reach. */
export function planRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), planPapers, ['pdf', 'docx', 'xlsx'])
    const wish = wishSchema.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `plan.${file.name}.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const organisationId = call.object === 'all' ? null : call.object
      const paper = planPaper(store, file.name, { ...wish.data, organisationId }, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
  return routes
}
