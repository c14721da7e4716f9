import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Right } from '../../shared/features/account/rights.ts'
import { supervisionPapers } from '../../shared/features/supervision/supervision-papers.ts'
import { talkKindCodes } from '../../shared/features/talk/talk-kinds.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { Paper } from '../features/paper/paper.ts'
import { blankSupervisionPaper, supervisionPaper } from '../features/supervision/supervision-paper.ts'
import { blankTalkPaper, talkRecord, talkTable } from '../features/talk/talk-paper.ts'
import { talkCallOf } from '../features/talk/talk-router.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, type Format, problem, sendPaper, useOf } from './paper-sender.ts'
import { demand, type Inside } from './trpc.ts'

const yearSchema = z.coerce.number().int().min(1900).max(2100)
const tableWishSchema = z.object({ year: yearSchema, contents: z.stringbool().default(false) })

/** How a file leaves: looking needs the right to look, every other use the right to write records besides. */
type Use = { name: string; format: Format; look: Right; object: string }

/** What stands behind a level is refused as 403; what is not there as 404. */
const answer = (context: Context, { code, message }: { code: string; message: string }) =>
  code === 'not-allowed' || code === 'seal-closed'
    ? context.json({ problem: { code, message } }, 403)
    : problem(context, 404, message, code)

function papers(deps: AppDeps, context: Context, record: 'talk' | 'supervision', use: Use) {
  return (make: (inside: Inside, act: string) => Outcome<Paper>) => {
    const { leaves, way } = useOf(context, use.format)
    const act = `${record}.${use.name}.${way}`
    return asCall(deps, context, { act, object: use.object, needs: use.look }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const paper = make(inside, act)
      if (!paper.ok) return answer(context, paper.problem)
      if (use.format === 'xlsx' && paper.value.sheet === undefined)
        return problem(context, 404, '这份材料没有 Excel 格式。')
      if (leaves) inside.store.note(act)
      return sendPaper(deps, context, inside.store, paper.value, use.format)
    })
  }
}

/** 谈心谈话 as paper: one record, the tables of a branch and year, blank forms. Who may read which is asked per talk. */
export function talkRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/record/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['record'], ['pdf', 'docx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    const use: Use = { ...file, look: 'talk.L1.read', object: context.req.param('id') }
    return papers(
      deps,
      context,
      'talk',
      use
    )((inside, act) => talkRecord(talkCallOf({ ...inside, system: deps.system }), use.object, act))
  })
  routes.get('/branch/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['plan', 'ledger', 'coverage'], ['pdf', 'docx', 'xlsx'])
    const wish = tableWishSchema.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种材料。')
    const use: Use = { ...file, look: 'talk.overview', object: context.req.param('id') }
    return papers(
      deps,
      context,
      'talk',
      use
    )((inside) =>
      talkTable(talkCallOf({ ...inside, system: deps.system }), file.name, { ...wish.data, organisationId: use.object })
    )
  })
  routes.get('/blank/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['form'], ['pdf', 'docx'])
    const kind = z.enum(talkKindCodes).nullable().default(null).safeParse(context.req.query('kind'))
    if (file === null || !kind.success) return problem(context, 404, '没有这种空白表。')
    const use: Use = { ...file, look: 'talk.overview', object: context.req.param('id') }
    return papers(
      deps,
      context,
      'talk',
      use
    )(({ store }) => blankTalkPaper(store, use.object, kind.data, deps.system.today()))
  })
  return routes
}

/** 函询, 诫勉 and the whole register: on paper only, with the L3 password in force; `all` is everything within reach. */
export function supervisionRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), supervisionPapers, ['pdf', 'docx'])
    const year = yearSchema.safeParse(context.req.query('year'))
    const blank = context.req.query('blank') === 'true'
    if (file === null || (!year.success && !blank)) return problem(context, 404, '没有这种材料。')
    const object = context.req.param('id')
    const organisationId = object === 'all' ? null : object
    const use: Use = { ...file, look: 'talk.L3.read', object }
    return papers(
      deps,
      context,
      'supervision',
      use
    )(({ store, opened, account }) => {
      if (blank) return blankSupervisionPaper(store, file.name, organisationId, deps.system.today())
      const key = opened.seal.keyFor(account.id, deps.system.now())
      const wish = { paper: file.name, organisationId, year: year.data ?? 0 }
      return supervisionPaper(store, key, wish, deps.system.today())
    })
  })
  return routes
}
