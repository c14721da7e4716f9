import { type Context, Hono } from 'hono'
import {
  type AttachmentKind,
  attachmentLimits,
  attachmentRecords
} from '../../shared/features/attachment/attachment.ts'
import { attachmentFile, type IncomingFile, putAttachment } from '../features/attachment/attachment-service.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { problem } from './paper-sender.ts'

/** Photos and PDF are shown in the page; whatever else leaves is a file to be kept. */
const types: Partial<Record<AttachmentKind, string>> = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

const files = { preview: 'preview', file: 'bytes', original: 'original' } as const
const isFile = (name: string): name is keyof typeof files => Object.hasOwn(files, name)

/** What a header says that cannot hold Chinese by itself; null where it is not written rightly. */
function decoded(text: string | undefined): string | null {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return null
  }
}

/** The name without folders and signs that cannot be seen. */
function nameIn(context: Context): string | null {
  const name = decoded(context.req.header('x-file-name'))?.split(/[\\/]/).at(-1)?.replaceAll(/\p{C}/gu, '').trim() ?? ''
  return name === '' || name.length > attachmentLimits.name ? null : name
}

/** The body in its parts: file, preview, original. Their lengths are in the head; 0 is a part that is not there. */
function partsOf(body: Uint8Array, lengths: string): Pick<IncomingFile, 'bytes' | 'preview' | 'original'> | null {
  if (!/^\d{1,9},\d{1,9},\d{1,9}$/.test(lengths)) return null
  const [first = 0, second = 0, third = 0] = lengths.split(',').map(Number)
  if (first + second + third !== body.length) return null
  const part = (from: number, length: number): Uint8Array | null =>
    length === 0 ? null : body.subarray(from, from + length)
  return {
    bytes: body.subarray(0, first),
    preview: part(first, second),
    original: part(first + second, third)
  }
}

/** Files of records in and out as bytes. */
export function attachmentRoutes(deps: AppDeps): Hono {
  const routes = new Hono()

  routes.post('/:record/:id', (context) => {
    const call = { act: 'attachment.put', object: context.req.param('id'), needs: 'records.write' as const }
    return asCall(deps, context, call, async ({ store, account }) => {
      const record = attachmentRecords.find((one) => one === context.req.param('record'))
      const [name, shownOn] = [nameIn(context), context.req.header('x-shown-on') ?? null]
      const body = new Uint8Array(await context.req.arrayBuffer())
      const parts = partsOf(body, context.req.header('x-parts') ?? '')
      if (record === undefined || parts === null) return problem(context, 400, '文件没有传完整，请重新放入。')
      if (name === null)
        return problem(context, 400, `文件名应有 1 到 ${attachmentLimits.name} 个字，请改名后再放。`, 'file-name')
      const incoming = { record, recordId: call.object, name, shownOn, ...parts }
      const { newId, today } = deps.system
      const put = await putAttachment(store, incoming, { today: today(), newId, accountName: account.name })
      return put.ok ? context.json(put.value) : context.json({ problem: put.problem }, 400)
    })
  })

  routes.get('/:id/:file', (context) => {
    const file = context.req.param('file')
    if (!isFile(file)) return problem(context, 404, '没有这种文件。')
    const use = context.req.query('use')
    const leaves = file === 'original' || use === 'print' || use === 'save'
    const act = leaves ? `attachment.${use === 'print' ? 'print' : 'export'}` : 'attachment.look'
    const call = { act, object: context.req.param('id'), needs: leaves ? 'records.write' : 'records.read' } as const
    return asCall(deps, context, call, ({ store }) => {
      const found = attachmentFile(store, call.object, files[file])
      if (!found.ok) return problem(context, 404, found.problem.message, found.problem.code)
      const type = types[found.value.kind]
      if (!leaves && type === undefined) return problem(context, 400, '这种文件请存到文件，用别的程序打开看。')
      if (leaves) store.note(call.act)
      const headers = { 'content-type': type ?? 'application/octet-stream', 'content-disposition': 'attachment' }
      return new Response(Buffer.from(found.value.bytes), { headers })
    })
  })
  return routes
}
