import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Right } from '../../shared/features/account/rights.ts'
import { codeSlipsDocument } from '../../shared/features/ballot/code-slips-document.ts'
import { ballotSizes } from '../../shared/features/ballot/name-ballot-layout.ts'
import { evaluationGrades } from '../../shared/features/evaluation/evaluation.ts'
import { type EvaluationPaperName, evaluationPapers } from '../../shared/features/evaluation/evaluation-papers.ts'
import { pollPapers } from '../../shared/features/poll/poll-papers.ts'
import { type Outcome, success } from '../../shared/kernel/outcome.ts'
import { ballotCallOf } from '../features/ballot/ballot-router.ts'
import { pileOfCount, pileView } from '../features/ballot/ballot-view.ts'
import { slipsToPrint } from '../features/ballot/box-service.ts'
import { evaluationPaper } from '../features/evaluation/evaluation-paper.ts'
import { evaluationCallOf } from '../features/evaluation/evaluation-router.ts'
import type { Paper } from '../features/paper/paper.ts'
import { pollPaper } from '../features/poll/poll-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, type Format, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand, type Inside } from './trpc.ts'

const formats = ['pdf', 'docx', 'xlsx'] as const
const yearSchema = z.coerce.number().int().min(1900).max(2100)
const copies = z.coerce.number().int().min(1).max(500)
const common = {
  size: z.enum(ballotSizes).default('auto'),
  figures: z.stringbool().default(false),
  blank: z.stringbool().default(false)
}
const listOf = (text: string): string[] => text.split(/[,，]/).filter((one) => one !== '')
const evaluationWish = z.object({
  ...common,
  member: z.string().nullable().default(null),
  round: z.string().nullable().default(null),
  aspects: z.stringbool().default(false),
  copies: copies.nullable().default(null),
  grades: z
    .string()
    .default('优秀')
    .transform(listOf)
    .pipe(z.array(z.enum(evaluationGrades)))
})
const pollWish = z.object({
  ...common,
  part: z.string().default(''),
  copies: copies.default(1),
  grades: z.string().default('').transform(listOf)
})

/** Who may look at a paper: figures are for 书记 and 组织委员; what people wrote for who works on it; grades for everybody. */
const lookOf: Record<EvaluationPaperName | 'all', Right> = {
  form: 'evaluation.enter',
  forms: 'evaluation.enter',
  ballot: 'evaluation.enter',
  count: 'evaluation.enter',
  peer: 'evaluation.enter',
  all: 'evaluation.enter',
  tally: 'evaluation.tally',
  help: 'evaluation.tally',
  notices: 'evaluation.tally',
  disposal: 'evaluation.tally',
  result: 'evaluation.grade.read',
  public: 'evaluation.grade.read'
}

/** How a file leaves: looking needs the right to look, every other use the right to write records besides. */
type Use = { record: string; name: string; format: Format; look: Right; object: string }

function papers(deps: AppDeps, context: Context, use: Use, make: (inside: Inside) => Outcome<Paper>) {
  const { leaves, way } = useOf(context, use.format)
  const act = `${use.record}.${use.name}.${way}`
  return asCall(deps, context, { act, object: use.object, needs: use.look }, (inside) => {
    if (leaves) demand(inside, act, ['records.write'], deps.system.today())
    const paper = make(inside)
    if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
    if (use.format === 'xlsx' && paper.value.sheet === undefined)
      return problem(context, 404, '这份材料没有 Excel 格式。')
    if (leaves) inside.store.note(act)
    return sendPaper(deps, context, inside.store, paper.value, use.format)
  })
}

/** 民主评议党员 as paper: of a branch in a year, filled, in copies or blank. */
export function evaluationRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:organisation/:year/:file', (context) => {
    const file = fileOf(context.req.param('file'), [...evaluationPapers, 'all'] as const, formats)
    const year = yearSchema.safeParse(context.req.param('year'))
    const wish = evaluationWish.safeParse(context.req.query())
    if (file === null || !year.success || !wish.success) return problem(context, 404, '没有这种材料。')
    const look = file.name === 'count' && wish.data.figures ? 'evaluation.tally' : lookOf[file.name]
    const object = context.req.param('organisation')
    return papers(deps, context, { ...file, record: 'evaluation', look, object }, (inside) =>
      evaluationPaper(evaluationCallOf({ ...inside, system: deps.system }), {
        ...{ ...wish.data, organisationId: object, year: year.data, paper: file.name }
      })
    )
  })
  return routes
}

/** 民主测评 and 述职评议 as paper. */
export function pollRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), pollPapers, formats)
    const wish = pollWish.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种材料。')
    const hasFigures = file.name === 'summary' || file.name === 'comprehensive' || wish.data.figures
    const isGrades = file.name === 'result' || file.name === 'public'
    const look: Right = hasFigures ? 'evaluation.tally' : isGrades ? 'evaluation.grade.read' : 'evaluation.enter'
    const object = context.req.param('id')
    return papers(deps, context, { ...file, record: 'poll', look, object }, (inside) =>
      pollPaper(evaluationCallOf({ ...inside, system: deps.system }), { ...wish.data, id: object, paper: file.name })
    )
  })
  return routes
}

/** The slips of a box that is open, to be printed, cut and put into a hat. */
export function ballotRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/slips.pdf', (context) => {
    const object = context.req.param('id')
    const use: Use = { record: 'ballot', name: 'slips', format: 'pdf', look: 'evaluation.enter', object }
    return papers(deps, context, use, (inside) => {
      const call = ballotCallOf({ ...inside, system: deps.system })
      const pile = pileOfCount(call, object)
      const view = pile === null ? null : pileView(call, pile)
      if (view !== null && !view.ok) return view
      const codes = slipsToPrint(call, object)
      if (!codes.ok) return codes
      const document = codeSlipsDocument({ organisation: '', codes: codes.value, date: deps.system.today() })
      return success({ title: document.meta.title, document })
    })
  })
  return routes
}
