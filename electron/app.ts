import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import type { AppDeps } from './http/context.ts'
import { alertRoutes } from './http/alert-routes.ts'
import { appraisalRoutes } from './http/appraisal-routes.ts'
import { attachmentRoutes } from './http/attachment-routes.ts'
import { documentRoutes } from './http/document-routes.ts'
import { ledgerRoutes } from './http/ledger-routes.ts'
import { lifeRoutes } from './http/life-routes.ts'
import { meetingLedgerRoutes } from './http/meeting-ledger-routes.ts'
import { planRoutes } from './http/plan-routes.ts'
import { handoverRoutes } from './http/handover-routes.ts'
import { packRoutes } from './http/pack-routes.ts'
import { reportRoutes } from './http/report-routes.ts'
import { studyRoutes } from './http/study-routes.ts'
import { checklistRoutes } from './http/checklist-routes.ts'
import { ballotRoutes, evaluationRoutes, pollRoutes } from './http/evaluation-routes.ts'
import { supervisionRoutes, talkRoutes } from './http/talk-routes.ts'
import { templateRoutes } from './http/template-routes.ts'
import { sealedHeaders, servePage } from './http/pages.ts'
import { rootRouter } from './http/root-router.ts'

export type App = (request: Request) => Promise<Response>

/** Calls must be JSON or a byte upload with our own header: no form, image or link of a foreign page can make one. */
function isOwnCall(request: Request): boolean {
  if (request.headers.get('x-app') !== '1') return false
  if (request.method === 'GET') return true
  const type = request.headers.get('content-type') ?? ''
  return request.method === 'POST' && (type.startsWith('application/json') || type === 'application/octet-stream')
}

/** The one request handler behind every shell: the API under /api, documents and ledgers as bytes, and the pages. */
export function createApp(deps: AppDeps): App {
  const app = new Hono()
  app.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(sealedHeaders)) context.res.headers.set(name, value)
  })
  app.use('*', async (context, next) => {
    const { request, path } = { request: context.req.raw, path: context.req.path }
    if (new URL(request.url).pathname.includes('%')) return context.text('地址不对', 400)
    const data = /^\/(api|documents|ledger)\//.test(path)
    if (data ? !isOwnCall(request) : request.method !== 'GET') return context.text('不接受这样的请求', 405)
    return next()
  })
  app.post('/api/*', (context) =>
    fetchRequestHandler({
      endpoint: '/api',
      req: context.req.raw,
      router: rootRouter,
      createContext: () => deps,
      allowMethodOverride: true,
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') deps.system.log(`${path}: ${error.stack ?? error.message}`)
      }
    })
  )
  app.route('/documents', documentRoutes(deps))
  app.route('/documents/template', templateRoutes(deps))
  app.route('/documents/attachment', attachmentRoutes(deps))
  app.route('/documents/life', lifeRoutes(deps))
  app.route('/documents/meeting-ledger', meetingLedgerRoutes(deps))
  app.route('/documents/plan', planRoutes(deps))
  app.route('/documents/study', studyRoutes(deps))
  app.route('/documents/supervision', supervisionRoutes(deps))
  app.route('/documents/talk', talkRoutes(deps))
  app.route('/documents/evaluation', evaluationRoutes(deps))
  app.route('/documents/poll', pollRoutes(deps))
  app.route('/documents/appraisal', appraisalRoutes(deps))
  app.route('/documents/checklist', checklistRoutes(deps))
  app.route('/documents/alert', alertRoutes(deps))
  app.route('/documents/handover', handoverRoutes(deps))
  app.route('/documents/pack', packRoutes(deps))
  app.route('/documents/report', reportRoutes(deps))
  app.route('/documents/ballot', ballotRoutes(deps))
  app.route('/ledger', ledgerRoutes(deps))
  const { pagesFolder } = deps
  if (pagesFolder !== null) app.get('*', (context) => servePage(pagesFolder, context.req.path))
  app.onError((error, context) => {
    deps.system.log(error.stack ?? error.message)
    return context.json(
      { problem: { code: 'internal', message: '程序出错了，刚才这一步没有完成，已保存的内容没有丢。' } },
      500
    )
  })
  return async (request) => app.fetch(request)
}
