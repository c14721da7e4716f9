import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { contentsDocument } from '../../../shared/features/pack/contents-document.ts'
import type { PackManifest, PackReport } from '../../../shared/features/pack/pack.ts'
import type { DocumentFormat, RenderedDocument } from '../../documents/renderer.ts'
import type { Paper } from '../paper/paper.ts'
import type { PackPart, PackPlan } from './pack-service.ts'

type Written = PackManifest['documents'][number]
type WriteOptions = {
  render: (paper: Paper, format: DocumentFormat) => Promise<RenderedDocument>
  formats: readonly DocumentFormat[]
  year: number
  today: string
}
/** Characters no font could print, with the document they stand in. */
export type PackResult = { report: PackReport; missingCharacters: { title: string; characters: string[] }[] }

/** True when a pack may be written there: nothing is in the way, or an empty folder. */
export const isFree = (out: string): boolean => !existsSync(out) || readdirSync(out).length === 0

async function writeDocument(
  staging: string,
  path: string,
  paper: Paper,
  { render, formats }: WriteOptions
): Promise<{ files: Written['files']; missing: string[] }> {
  const files: Written['files'] = []
  const missing: string[] = []
  for (const format of formats) {
    const rendered = await render(paper, format)
    const target = join(staging, `${path}.${format}`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, rendered.bytes)
    missing.push(...rendered.missing)
    files.push({
      path: `${path}.${format}`,
      sha256: createHash('sha256').update(rendered.bytes).digest('hex'),
      bytes: rendered.bytes.length,
      pages: rendered.pages
    })
  }
  return { files, missing }
}

async function writePart(
  staging: string,
  part: PackPart,
  options: WriteOptions,
  result: PackResult
): Promise<Written[]> {
  const at = (path: string): string => (part.folder === '' ? path : `${part.folder}/${path}`)
  const written: Written[] = []
  for (const { title, kind, volume, number, folder, name, records, paper } of part.documents) {
    const { files, missing } = await writeDocument(staging, at(`${folder}/${name}`), paper, options)
    if (missing.length > 0) result.missingCharacters.push({ title, characters: missing })
    written.push({ title, kind, volume, number, records, files })
  }
  const lines = part.documents.map(({ volume, number, title, date }, index) => ({
    volume,
    number,
    title,
    date,
    pages: written[index]?.files.find((file) => file.pages !== null)?.pages ?? null
  }))
  const contents = contentsDocument({
    organisation: part.organisation.name,
    year: options.year,
    date: options.today,
    lines
  })
  const { files } = await writeDocument(staging, at('00-卷内目录'), { title: '卷内目录', document: contents }, options)
  return [{ title: '卷内目录', kind: 'contents', volume: '00', number: '000', records: [], files }, ...written]
}

/**
 * Writes a pack beside its place and puts it there in one rename, so that a run killed in the middle leaves nothing
 * half done. report.json holds figures and names: mode 0600. Throws what the file system throws.
 */
export async function writePack(out: string, plan: PackPlan, options: WriteOptions): Promise<PackResult> {
  const target = resolve(out)
  mkdirSync(dirname(target), { recursive: true })
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    const result: PackResult = { report: plan.report, missingCharacters: [] }
    const manifest: PackManifest = { documents: [] }
    for (const part of plan.parts) manifest.documents.push(...(await writePart(staging, part, options, result)))
    const report = { ...plan.report, pack: { ...plan.report.pack, documents: manifest.documents.length } }
    writeFileSync(join(staging, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    writeFileSync(join(staging, 'report.json'), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
    if (existsSync(target)) rmdirSync(target)
    renameSync(staging, target)
    return { ...result, report }
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw error
  }
}
