import { Hono } from 'hono'
import { z } from 'zod'
import { alertPaper } from '../features/alert/alert-paper.ts'
import { alertCallOf } from '../features/alert/alert-router.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand } from './trpc.ts'

const yearSchema = z.coerce.number().int().min(2000).max(2100)

/** 预警清单 of an organisation, or of everything within reach (`all`); Word, Excel and printing need the right to write. */
export function alertRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:organisation/:year/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['list'], ['pdf', 'docx', 'xlsx'])
    const year = yearSchema.safeParse(context.req.param('year'))
    if (file === null || !year.success) return problem(context, 404, '没有这种材料。')
    const object = context.req.param('organisation')
    const { leaves, way } = useOf(context, file.format)
    const act = `alert.${file.name}.${way}`
    return asCall(deps, context, { act, object, needs: 'records.read' }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const organisationId = object === 'all' ? null : object
      const paper = alertPaper(alertCallOf({ ...inside, system: deps.system }), { organisationId, year: year.data })
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) inside.store.note(act)
      return sendPaper(deps, context, inside.store, paper.value, file.format)
    })
  })
  return routes
}
