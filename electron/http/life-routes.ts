import { Hono } from 'hono'
import { lifePapers } from '../../shared/features/life/life-papers.ts'
import { lifePaper } from '../features/life/life-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'

/** Papers of a 组织生活会, by the id of its meeting. */
export function lifeRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), lifePapers, ['pdf', 'docx', 'xlsx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `life.${file.name}.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const paper = lifePaper(store, call.object, file.name, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (file.format === 'xlsx' && paper.value.sheet === undefined)
        return problem(context, 404, '这份材料没有 Excel 格式。')
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
  return routes
}
