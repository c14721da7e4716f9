import { Hono } from 'hono'
import { alertCallOf } from '../features/alert/alert-router.ts'
import { handoverPaper } from '../features/handover/handover-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand } from './trpc.ts'

/** 工作交接单 of an organisation; Word and printing need the right to write. */
export function handoverRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:organisation/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['list'], ['pdf', 'docx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    const object = context.req.param('organisation')
    const { leaves, way } = useOf(context, file.format)
    const act = `handover.${file.name}.${way}`
    return asCall(deps, context, { act, object, needs: 'records.read' }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const paper = handoverPaper(alertCallOf({ ...inside, system: deps.system }), object)
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) inside.store.note(act)
      return sendPaper(deps, context, inside.store, paper.value, file.format)
    })
  })
  return routes
}
