import { Hono } from 'hono'
import { z } from 'zod'
import type { Right } from '../../shared/features/account/rights.ts'
import { type ReportName, reportNames } from '../../shared/features/report/report.ts'
import { reportPaper } from '../features/report/report-paper.ts'
import { reportCallOf } from '../features/report/report-router.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand } from './trpc.ts'

const yearSchema = z.coerce.number().int().min(2000).max(2100)

/** Who may look at a report: talks and grades have rights of their own. */
const lookOf: Record<ReportName, Right> = {
  summary: 'records.read',
  life: 'records.read',
  talks: 'talk.overview',
  evaluation: 'evaluation.grade.read',
  digest: 'records.read'
}

/** Reports written from the records; Word and printing need the right to write records besides. */
export function reportRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:organisation/:year/:file', (context) => {
    const file = fileOf(context.req.param('file'), reportNames, ['pdf', 'docx'])
    const year = yearSchema.safeParse(context.req.param('year'))
    if (file === null || !year.success) return problem(context, 404, '没有这种报告。')
    const object = context.req.param('organisation')
    const { leaves, way } = useOf(context, file.format)
    const act = `report.${file.name}-report.${way}`
    return asCall(deps, context, { act, object, needs: lookOf[file.name] }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const call = reportCallOf({ ...inside, system: deps.system })
      const paper = reportPaper(call, { organisationId: object, year: year.data, report: file.name })
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) inside.store.note(act)
      return sendPaper(deps, context, inside.store, paper.value, file.format)
    })
  })
  return routes
}
