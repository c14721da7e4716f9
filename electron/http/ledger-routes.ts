import { Hono } from 'hono'
import { emptyLedger, ledgerOf } from '../features/ledger/ledger-service.ts'
import { writeWorkbook } from '../workbook/workbook-writer.ts'
import type { AppDeps } from './context.ts'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const locked = { problem: { code: 'locked', message: '档案库已锁定，请先解锁。' } }

/** Ledgers in and out as bytes. */
export function ledgerRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  const file = async (sheets: Parameters<typeof writeWorkbook>[0]): Promise<Response> =>
    new Response(Buffer.from(await writeWorkbook(sheets)), { headers: { 'content-type': excel } })

  routes.post('/upload', async (context) => {
    if (deps.vault.store === null) return context.json(locked, 401)
    deps.touched()
    const read = await deps.readWorkbook(new Uint8Array(await context.req.arrayBuffer()))
    if (!read.ok) return context.json({ problem: read.problem }, 400)
    const id = deps.system.newId()
    deps.uploads.put(id, read.value)
    return context.json({ id })
  })
  routes.get('/export.xlsx', async (context) => {
    const { store } = deps.vault
    if (store === null) return context.json(locked, 401)
    deps.touched()
    return file(ledgerOf(store))
  })
  routes.get('/blank.xlsx', () => file(emptyLedger()))
  return routes
}
