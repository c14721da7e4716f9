import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { recoverySheetDocument } from '../../shared/features/vault/recovery-sheet-document.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { auditPaper } from '../features/audit/audit-service.ts'
import { meetingPaper, meetingPapers } from '../features/meeting/meeting-paper.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'

const kinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
} as const

const recoverySheetSchema = z.object({
  code: z.string().max(60),
  organisation: z.string().max(100),
  storeName: z.string().max(200),
  date: z.string().max(10)
})

const problem = (context: Context, status: 400 | 404, message: string, code = 'invalid-input') =>
  context.json({ problem: { code, message } }, status)

/** Papers as bytes: drawn from the store by id, so that no content stands in an address. */
export function documentRoutes(deps: AppDeps): Hono {
  const routes = new Hono()

  async function send(model: DocumentModel, format: 'pdf' | 'docx'): Promise<Response> {
    const { bytes, missing } = await deps.documents.render(model, format)
    const headers = new Headers({ 'content-type': kinds[format] })
    if (missing.length > 0) headers.set('x-missing-characters', encodeURIComponent(missing.join('、')))
    return new Response(Buffer.from(bytes), { headers })
  }

  /** Looking is reading; printing (`?use=print`) and Word files leave the program, so they need the right to and are noted. */
  routes.get('/meeting/:id/:file{(minutes|sign-in)\\.(pdf|docx)}', (context) => {
    const [paper, format] = context.req.param('file').split('.')
    const kind = meetingPapers.find((known) => known === paper)
    if (kind === undefined || (format !== 'pdf' && format !== 'docx')) return problem(context, 404, '没有这种材料。')
    const leaves = format === 'docx' || context.req.query('use') === 'print'
    const object = context.req.param('id')
    const act = `meeting.${kind}.${format === 'docx' ? 'word' : leaves ? 'print' : 'look'}`
    return asCall(deps, context, { act, object, needs: leaves ? 'records.write' : 'records.read' }, ({ store }) => {
      const model: Outcome<DocumentModel> = meetingPaper(store, object, kind, deps.system.today())
      if (!model.ok) return problem(context, 404, model.problem.message, model.problem.code)
      if (leaves) store.note(act)
      return send(model.value, format)
    })
  })

  routes.get('/audit/summary.pdf', (context) =>
    asCall(deps, context, { act: 'audit.summary', object: '', needs: 'audit.sign' }, ({ opened }) =>
      send(auditPaper(opened.store, deps.vault.status().storeName, deps.system.today()), 'pdf')
    )
  )

  routes.post('/recovery-sheet.pdf', async (context) => {
    const input = recoverySheetSchema.safeParse(await context.req.json().catch(() => null))
    if (!input.success) return problem(context, 400, '保管单的内容不全。')
    return send(recoverySheetDocument(input.data), 'pdf')
  })
  return routes
}
