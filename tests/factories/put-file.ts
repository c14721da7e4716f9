import type { App } from '../../electron/app.ts'
import type { AttachmentLine, AttachmentRecord } from '../../shared/features/attachment/attachment.ts'

type Wish = { name: string; bytes: Uint8Array; record: AttachmentRecord; id: string }
type More = { preview?: Uint8Array; original?: Uint8Array; shownOn?: string; headers?: Record<string, string> }

/** Puts a file to a record as the page does; throws as a procedure does where it is refused. */
export async function putFile(
  app: App,
  { name, bytes, record, id }: Wish,
  { preview = new Uint8Array(), original = new Uint8Array(), shownOn, headers = {} }: More = {}
): Promise<AttachmentLine> {
  const parts = [bytes, preview, original]
  const response = await app(
    new Request(`http://127.0.0.1/documents/attachment/${record}/${id}`, {
      method: 'POST',
      headers: {
        ...{ 'x-app': '1', 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
        'x-parts': parts.map(({ length }) => length).join(','),
        ...(shownOn === undefined ? {} : { 'x-shown-on': shownOn.match(/^[\x20-\x7e]*$/) === null ? '?' : shownOn }),
        ...headers
      },
      body: Buffer.concat(parts)
    })
  )
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error('refused'), { data: answer })
  return answer
}
