import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import { recoverySheetDocument } from '../../shared/features/vault/recovery-sheet-document.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { meetingPaper, meetingPapers } from '../features/meeting/meeting-paper.ts'
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

const problem = (context: Context, status: 400 | 401 | 404, message: string, code = 'invalid-input') =>
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

  routes.get('/meeting/:id/:file{(minutes|sign-in)\\.(pdf|docx)}', async (context) => {
    const { store } = deps.vault
    if (store === null) return problem(context, 401, '档案库已锁定，请先解锁。', 'locked')
    deps.touched()
    const [paper, format] = context.req.param('file').split('.')
    const kind = meetingPapers.find((known) => known === paper)
    if (kind === undefined || (format !== 'pdf' && format !== 'docx')) return problem(context, 404, '没有这种材料。')
    const model: Outcome<DocumentModel> = meetingPaper(store, context.req.param('id'), kind, deps.system.today())
    return model.ok ? send(model.value, format) : problem(context, 404, model.problem.message, model.problem.code)
  })

  routes.post('/recovery-sheet.pdf', async (context) => {
    const input = recoverySheetSchema.safeParse(await context.req.json().catch(() => null))
    if (!input.success) return problem(context, 400, '保管单的内容不全。')
    return send(recoverySheetDocument(input.data), 'pdf')
  })
  return routes
}
