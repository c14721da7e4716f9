import { Hono } from 'hono'
import { z } from 'zod'
import { studyPaper } from '../features/study/study-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'

const wishSchema = z.object({ year: z.coerce.number().int().min(1900).max(2100) })

/** 学时台账 of a branch and year as PDF, Word or Excel. */
export function studyRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['hours'], ['pdf', 'docx', 'xlsx'])
    const wish = wishSchema.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `study.hours.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const paper = studyPaper(store, call.object, wish.data.year, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
  return routes
}
