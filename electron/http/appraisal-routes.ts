import { Hono } from 'hono'
import { z } from 'zod'
import type { Right } from '../../shared/features/account/rights.ts'
import {
  appraisalPaperNeeds,
  type AppraisalPaperName,
  appraisalPapers
} from '../../shared/features/appraisal/appraisal-papers.ts'
import { appraisalPaper } from '../features/appraisal/appraisal-paper.ts'
import { evaluationCallOf } from '../features/evaluation/evaluation-router.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand } from './trpc.ts'

const yearSchema = z.coerce.number().int().min(1900).max(2100)
const wishSchema = z.object({
  member: z.string().nullable().default(null),
  figures: z.stringbool().default(false)
})

/** Everything in one file asks for what the strictest of its papers does. */
const lookOf: Record<AppraisalPaperName | 'all', Right> = { ...appraisalPaperNeeds, all: 'evaluation.tally' }

/** 干部年度考核 as paper, of an organisation and year. */
export function appraisalRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:organisation/:year/:file', (context) => {
    const file = fileOf(context.req.param('file'), [...appraisalPapers, 'all'] as const, ['pdf', 'docx'] as const)
    const year = yearSchema.safeParse(context.req.param('year'))
    const wish = wishSchema.safeParse(context.req.query())
    if (file === null || !year.success || !wish.success) return problem(context, 404, '没有这种材料。')
    // Forms and running text are set differently: one Word file cannot hold both.
    if (file.name === 'all' && file.format !== 'pdf')
      return problem(context, 404, '全部材料合订只有 PDF，Word 请一份一份存。')
    const { leaves, way } = useOf(context, file.format)
    const object = context.req.param('organisation')
    const act = `appraisal.${file.name}.${way}`
    const needs: Right = wish.data.figures ? 'evaluation.tally' : lookOf[file.name]
    return asCall(deps, context, { act, object, needs }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const call = evaluationCallOf({ ...inside, system: deps.system })
      const asked = { ...wish.data, organisationId: object, year: year.data, paper: file.name }
      const paper = appraisalPaper(call, asked)
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) inside.store.note(act)
      return sendPaper(deps, context, inside.store, paper.value, file.format)
    })
  })
  return routes
}
