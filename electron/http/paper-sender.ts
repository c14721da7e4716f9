import type { Context } from 'hono'
import { documentSettingsSchema } from '../../shared/features/setting/setting.ts'
import type { Right } from '../../shared/features/account/rights.ts'
import type { RenderedDocument, RenderOptions } from '../documents/renderer.ts'
import type { Paper } from '../features/paper/paper.ts'
import { renderPaper } from '../features/paper/paper-service.ts'
import type { Store } from '../store/store.ts'
import { writeWorkbook } from '../workbook/workbook-writer.ts'
import type { AppDeps } from './context.ts'

const kinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const
export type Format = keyof typeof kinds

export const problem = (context: Context, status: 400 | 403 | 404, message: string, code = 'invalid-input') =>
  context.json({ problem: { code, message } }, status)

/** Name and format of a file, `roster.pdf`; null where it is none of the known ones. */
export function fileOf<Name extends string, Known extends Format>(
  file: string,
  names: readonly Name[],
  formats: readonly Known[]
): { name: Name; format: Known } | null {
  const [first, last] = file.split('.')
  const [name, format] = [names.find((known) => known === first), formats.find((known) => known === last)]
  return name === undefined || format === undefined ? null : { name, format }
}

const ways = { pdf: 'print', docx: 'word', xlsx: 'excel' } as const

/** Looking is reading; printing (`?use=print`), Word and Excel leave the program: they need the right to, and are noted. */
export function useOf(context: Context, format: Format): { leaves: boolean; way: string; needs: Right } {
  const leaves = format !== 'pdf' || context.req.query('use') === 'print'
  return { leaves, way: leaves ? ways[format] : 'look', needs: leaves ? 'records.write' : 'records.read' }
}

/** A file of ours as an answer; what could not be printed and what it was set in go in the head. */
export function sendFile(
  bytes: Uint8Array,
  format: Format,
  { missing, fonts }: Partial<RenderedDocument> = {}
): Response {
  const headers = new Headers({ 'content-type': kinds[format] })
  if (missing !== undefined && missing.length > 0)
    headers.set('x-missing-characters', encodeURIComponent(missing.join('、')))
  if (fonts !== undefined && fonts.length > 0) headers.set('x-fonts', encodeURIComponent(fonts.join('、')))
  return new Response(Buffer.from(bytes), { headers })
}

const wordFontsOf = (context: Context): RenderOptions => {
  const wanted = documentSettingsSchema.shape.wordFonts.safeParse(context.req.query('wordFonts'))
  return wanted.success ? { wordFonts: wanted.data } : {}
}

/** A paper in one of its formats; `?wordFonts=` names the fonts wanted in Word for once. */
export async function sendPaper(
  { documents }: AppDeps,
  context: Context,
  store: Store,
  paper: Paper,
  format: Format
): Promise<Response> {
  if (format === 'xlsx') {
    if (paper.sheet === undefined) throw new Error(`no sheet of ${paper.title}`)
    return sendFile(await writeWorkbook([paper.sheet]), format)
  }
  const rendered = await renderPaper(store, documents, paper, format, wordFontsOf(context))
  return sendFile(rendered.bytes, format, rendered)
}
