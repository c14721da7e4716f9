import { Hono } from 'hono'
import { emptyLedger, ledgerOf } from '../features/ledger/ledger-service.ts'
import { readerOf } from '../features/talk/talk-access.ts'
import { writeWorkbook } from '../workbook/workbook-writer.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Ledgers in and out as bytes. */
export function ledgerRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  const file = async (sheets: Parameters<typeof writeWorkbook>[0]): Promise<Response> =>
    new Response(Buffer.from(await writeWorkbook(sheets)), { headers: { 'content-type': excel } })

  routes.post('/upload', (context) =>
    asCall(deps, context, { act: 'ledger.upload', object: '', needs: 'records.write' }, async () => {
      const read = await deps.readWorkbook(new Uint8Array(await context.req.arrayBuffer()))
      if (!read.ok) return context.json({ problem: read.problem }, 400)
      const id = deps.system.newId()
      deps.uploads.put(id, read.value)
      return context.json({ id })
    })
  )
  routes.get('/export.xlsx', (context) =>
    asCall(deps, context, { act: 'ledger.export', object: '', needs: 'records.write' }, ({ store, account }) => {
      const sheets = ledgerOf(store, readerOf(store, account, null))
      store.note('ledger.export')
      return file(sheets)
    })
  )
  routes.get('/blank.xlsx', () => file(emptyLedger()))
  return routes
}
