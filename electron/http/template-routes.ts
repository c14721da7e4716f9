import { Hono } from 'hono'
import { ownTemplate, takeTemplate, templateKind } from '../features/template/template-service.ts'
import { templateListDocument } from '../../shared/documents/template-list-document.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { sendPaper } from './paper-sender.ts'

const word = { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** A unit's own templates in and out as bytes. */
export function templateRoutes(deps: AppDeps): Hono {
  const routes = new Hono()

  routes.post('/:kind', (context) => {
    const kind = context.req.param('kind')
    return asCall(deps, context, { act: 'template.take', object: kind, needs: 'program' }, async ({ store }) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      const fileName = (context.req.query('name') ?? '模板.docx').slice(0, 200)
      const taken = await takeTemplate(store, deps.documents, { kind, fileName, bytes, today: deps.system.today() })
      return taken.ok ? context.json({ faults: taken.value }) : context.json({ problem: taken.problem }, 400)
    })
  })
  routes.get('/:kind/starter.docx', (context) => {
    const kind = templateKind(context.req.param('kind'))
    return asCall(deps, context, { act: 'template.starter', object: '', needs: 'records.read' }, async () => {
      if (!kind.ok) return context.json({ problem: kind.problem }, 404)
      return new Response(Buffer.from(await deps.documents.starter(kind.value)), { headers: word })
    })
  })
  routes.get('/:kind/placeholders.docx', (context) => {
    const kind = templateKind(context.req.param('kind'))
    return asCall(
      deps,
      context,
      { act: 'template.placeholders', object: '', needs: 'records.read' },
      async ({ store }) => {
        if (!kind.ok) return context.json({ problem: kind.problem }, 404)
        const document = templateListDocument(kind.value, deps.system.today())
        return sendPaper(deps, context, store, { title: document.meta.title, document }, 'docx')
      }
    )
  })
  routes.get('/:kind/own.docx', (context) => {
    const call = { act: 'template.own', object: context.req.param('kind'), needs: 'records.read' as const }
    return asCall(deps, context, call, ({ store }) => {
      const own = ownTemplate(store, call.object)
      if (!own.ok) return context.json({ problem: own.problem }, 404)
      return new Response(Buffer.from(own.value), { headers: word })
    })
  })
  return routes
}
