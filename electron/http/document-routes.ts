import { Hono } from 'hono'
import { z } from 'zod'
import { blankPapers, meetingPapers } from '../../shared/features/meeting/meeting-papers.ts'
import { recoverySheetDocument } from '../../shared/features/vault/recovery-sheet-document.ts'
import { auditPaper } from '../features/audit/audit-service.ts'
import { blankPaper, meetingPaper, versionPaper } from '../features/meeting/meeting-paper.ts'
import { paperOfMember, paperOfRoster, rosterPapers } from '../features/member/roster-paper.ts'
import { packageFile, ruleListPaper } from '../features/rule/rule-service.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { fileOf, problem, sendFile, sendPaper, useOf } from './paper-sender.ts'

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

function meetingRoutes(routes: Hono, deps: AppDeps): void {
  routes.get('/meeting/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), meetingPapers, ['pdf', 'docx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `meeting.${file.name}.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const wanted = { id: call.object, paper: file.name }
      const version = Number(context.req.query('version') ?? 0)
      const today = deps.system.today()
      const paper =
        version > 0 ? versionPaper(store, wanted, version, today) : meetingPaper(store, wanted.id, wanted.paper, today)
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })

  routes.get('/blank/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), blankPapers, ['pdf', 'docx'])
    if (file === null) return problem(context, 404, '没有这种空白表。')
    // Blank but for the names on a 签到表, so it leaves the program like any other paper.
    const { leaves, way, needs } = useOf(context, file.format)
    const call = { act: `meeting.blank.${way}`, object: context.req.param('id'), needs }
    return asCall(deps, context, call, ({ store }) => {
      const paper = blankPaper(store, call.object, file.name, deps.system.today())
      if (!paper.ok) return problem(context, 404, paper.problem.message, paper.problem.code)
      if (leaves) store.note(call.act)
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
}

function rosterRoutes(routes: Hono, deps: AppDeps): void {
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
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })

  routes.get('/member/:id/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['record'], ['pdf', 'docx', 'xlsx'])
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
      return sendPaper(deps, context, store, paper.value, file.format)
    })
  })
}

/** Papers as bytes: drawn from the store by id, so that no content stands in an address. */
export function documentRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  meetingRoutes(routes, deps)
  rosterRoutes(routes, deps)

  routes.get('/bound/:file', (context) => {
    const [id = ''] = context.req.param('file').split('.')
    return asCall(deps, context, { act: 'paper.bound', object: '', needs: 'records.write' }, () => {
      const bytes = deps.finished.get(id)
      return bytes === null ? problem(context, 404, '这份合订文件已经不在了，请重新生成。') : sendFile(bytes, 'pdf')
    })
  })

  routes.get('/rule/package.json', (context) =>
    asCall(deps, context, { act: 'rule.package', object: '', needs: 'records.write' }, ({ store }) => {
      store.note('rule.package')
      const content = JSON.stringify(packageFile(store, deps.system.today()), null, 2)
      return context.body(content, 200, { 'content-type': 'application/json; charset=utf-8' })
    })
  )

  routes.get('/rule/:file', (context) => {
    const file = fileOf(context.req.param('file'), ['list'], ['pdf', 'docx'])
    if (file === null) return problem(context, 404, '没有这种材料。')
    return asCall(deps, context, { act: 'rule.list', object: '', needs: 'records.read' }, ({ store }) =>
      sendPaper(deps, context, store, ruleListPaper(store, deps.system.today()), file.format)
    )
  })

  routes.get('/audit/summary.pdf', (context) =>
    asCall(deps, context, { act: 'audit.summary', object: '', needs: 'audit.sign' }, ({ opened, store }) => {
      store.note('audit.summary')
      const document = auditPaper(opened.store, deps.vault.status().storeName, deps.system.today())
      return sendPaper(deps, context, store, { title: document.meta.title, document }, 'pdf')
    })
  )

  routes.post('/recovery-sheet.pdf', async (context) => {
    const input = recoverySheetSchema.safeParse(await context.req.json().catch(() => null))
    if (!input.success) return problem(context, 400, '保管单的内容不全。')
    const rendered = await deps.documents.render(recoverySheetDocument(input.data), 'pdf')
    return sendFile(rendered.bytes, 'pdf', rendered)
  })
  return routes
}
