import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { boardPapers, checklistPapers } from '../../shared/features/checklist/checklist-papers.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { listKeys } from '../features/checklist/checklist-lists.ts'
import { boardPaper, checklistPaper } from '../features/checklist/checklist-paper.ts'
import { checklistCallOf } from '../features/checklist/checklist-router.ts'
import type { Paper } from '../features/paper/paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, type Format, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand, type Inside } from './trpc.ts'

const formats = ['pdf', 'docx', 'xlsx'] as const
const yearSchema = z.coerce.number().int().min(2000).max(2100)
const listSchema = z.enum(listKeys)

type Use = { name: string; format: Format; object: string }

/** Looking needs the right to look at records, every other use the right to write them besides. */
function papers(deps: AppDeps, context: Context, use: Use, make: (inside: Inside) => Outcome<Paper>) {
  const { leaves, way } = useOf(context, use.format)
  const act = `checklist.${use.name}.${way}`
  return asCall(deps, context, { act, object: use.object, needs: 'records.read' }, (inside) => {
    if (leaves) demand(inside, act, ['records.write'], deps.system.today())
    const paper = make(inside)
    if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
    if (use.format === 'xlsx' && paper.value.sheet === undefined)
      return problem(context, 404, '这份材料没有 Excel 格式。')
    if (leaves) inside.store.note(act)
    return sendPaper(deps, context, inside.store, paper.value, use.format)
  })
}

/** Papers of a branch's list; under `board` those of many branches (`all`: every one within reach). */
export function checklistRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/board/:organisation/:year/:list/:file', (context) => {
    const file = fileOf(context.req.param('file'), boardPapers, formats)
    const [year, list] = [
      yearSchema.safeParse(context.req.param('year')),
      listSchema.safeParse(context.req.param('list'))
    ]
    if (file === null || !year.success || !list.success) return problem(context, 404, '没有这种材料。')
    const object = context.req.param('organisation')
    const focus = context.req.query('focus') ?? null
    return papers(deps, context, { ...file, object }, (inside) =>
      boardPaper(checklistCallOf({ ...inside, system: deps.system }), {
        ...{ organisationId: object === 'all' ? null : object, year: year.data, list: list.data, focus },
        paper: file.name
      })
    )
  })
  routes.get('/:organisation/:year/:list/:file', (context) => {
    const file = fileOf(context.req.param('file'), checklistPapers, formats)
    const [year, list] = [
      yearSchema.safeParse(context.req.param('year')),
      listSchema.safeParse(context.req.param('list'))
    ]
    if (file === null || !year.success || !list.success) return problem(context, 404, '没有这种材料。')
    const object = context.req.param('organisation')
    return papers(deps, context, { ...file, object }, (inside) =>
      checklistPaper(checklistCallOf({ ...inside, system: deps.system }), {
        ...{ organisationId: object, year: year.data, list: list.data, paper: file.name }
      })
    )
  })
  return routes
}
