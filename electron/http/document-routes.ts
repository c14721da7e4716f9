import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DocumentModel } from '../../shared/documents/document-model.ts'
import type { Right } from '../../shared/features/account/rights.ts'
import { recoverySheetDocument } from '../../shared/features/vault/recovery-sheet-document.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import { auditPaper } from '../features/audit/audit-service.ts'
import { meetingPaper, meetingPapers } from '../features/meeting/meeting-paper.ts'
import { type Paper, paperOfMember, paperOfRoster, rosterPapers } from '../features/member/roster-paper.ts'
import { writeWorkbook } from '../workbook/workbook-writer.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'

const kinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const
type Format = keyof typeof kinds

const recoverySheetSchema = z.object({
  code: z.string().max(60),
  organisation: z.string().max(100),
  storeName: z.string().max(200),
  date: z.string().max(10)
})

const wishSchema = z.object({
  order: z.enum(['stroke', 'post']).default('post'),
  citizenId: z.enum(['none', 'masked', 'full']).default('none'),
  withFormer: z.stringbool().default(false),
  withGroups: z.stringbool().default(true)
})

const problem = (context: Context, status: 400 | 404, message: string, code = 'invalid-input') =>
  context.json({ problem: { code, message } }, status)

/** Name and format of a file, `roster.pdf`; null where it is none of the known ones. */
function fileOf<Name extends string>(
  file: string,
  names: readonly Name[],
  formats: readonly Format[]
): { name: Name; format: Format } | null {
  const [first, last] = file.split('.')
  const [name, format] = [names.find((known) => known === first), formats.find((known) => known === last)]
  return name === undefined || format === undefined ? null : { name, format }
}

const ways = { pdf: 'print', docx: 'word', xlsx: 'excel' } as const

/** Looking is reading; printing (`?use=print`), Word and Excel leave the program: they need the right to, and are noted. */
function useOf(context: Context, format: Format): { leaves: boolean; way: string; needs: Right } {
  const leaves = format !== 'pdf' || context.req.query('use') === 'print'
  return { leaves, way: leaves ? ways[format] : 'look', needs: leaves ? 'records.write' : 'records.read' }
}

/** Papers as bytes: drawn from the store by id, so that no content stands in an address. */
export function documentRoutes(deps: AppDeps): Hono {
  const routes = new Hono()

  async function send(model: DocumentModel, format: 'pdf' | 'docx'): Promise<Response> {
    const { bytes, missing } = await deps.documents.render(model, format)
    const headers = new Headers({ 'content-type': kinds[format] })
    if (missing.length > 0) headers.set('x-missing-characters', encodeURIComponent(missing.join('、')))
    return new Response(Buffer.from(bytes), { headers })
  }

  const sendPaper = async (paper: Paper, format: Format): Promise<Response> =>
    format === 'xlsx'
      ? new Response(Buffer.from(await writeWorkbook([paper.sheet])), { headers: { 'content-type': kinds.xlsx } })
      : send(paper.document, format)

  routes.get('/meeting/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), meetingPapers, ['pdf', 'docx'])
    if (file === null || file.format === 'xlsx') return problem(context, 404, '没有这种材料。')
    const { name, format } = file
    const { leaves, way, needs } = useOf(context, format)
    const call = { act: `meeting.${name}.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const model: Outcome<DocumentModel> = meetingPaper(store, call.object, name, deps.system.today())
      if (!model.ok) return problem(context, 404, model.problem.message, model.problem.code)
      if (leaves) store.note(call.act)
      return send(model.value, format)
    })
  })

  routes.get('/organisation/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), rosterPapers, ['pdf', 'docx', 'xlsx'])
    const wish = wishSchema.safeParse(context.req.query())
    if (file === null || !wish.success) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const whole = wish.data.citizenId === 'full'
    const call = {
      act: `organisation.${file.name}.${way}`,
      object: context.req.param('id'),
      needs: whole ? ('records.write' as const) : needs
    }
    return asCall(deps, context, call, ({ store }) => {
      const paper = paperOfRoster(store, file.name, call.object, wish.data, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves || whole) store.note(call.act, whole ? 'with ID numbers' : 'ok')
      return sendPaper(paper.value, file.format)
    })
  })

  routes.get('/member/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['record'] as const, ['pdf', 'docx', 'xlsx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const whole = context.req.query('citizenId') === 'full'
    const call = {
      act: `member.record.${way}`,
      object: context.req.param('id'),
      needs: whole ? ('records.write' as const) : needs
    }
    return asCall(deps, context, call, ({ store }) => {
      const paper = paperOfMember(store, call.object, whole, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves || whole) store.note(call.act, whole ? 'with ID number' : 'ok')
      return sendPaper(paper.value, file.format)
    })
  })

  routes.get('/audit/summary.pdf', (context) =>
    asCall(deps, context, { act: 'audit.summary', object: '', needs: 'audit.sign' }, ({ opened, store }) => {
      store.note('audit.summary')
      return send(auditPaper(opened.store, deps.vault.status().storeName, deps.system.today()), 'pdf')
    })
  )

  routes.post('/recovery-sheet.pdf', async (context) => {
    const input = recoverySheetSchema.safeParse(await context.req.json().catch(() => null))
    if (!input.success) return problem(context, 400, '保管单的内容不全。')
    return send(recoverySheetDocument(input.data), 'pdf')
  })
  return routes
}
