import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import type { DocumentBook } from '../../../shared/documents/document-model.ts'
import type { DocumentFormat, RenderedDocument } from '../../documents/renderer.ts'
import type { Paper } from '../paper/paper.ts'

/** A file of a pack as the manifest has it; `missing` are characters no font could print. */
export type StagedFile = { path: string; sha256: string; bytes: number; pages: number | null; missing: string[] }

/** What a file is made from. */
type Source = { paper: Paper; format: DocumentFormat } | { book: DocumentBook }

const lineSchema = z.object({
  ...{ key: z.string(), path: z.string(), sha256: z.string(), bytes: z.number(), pages: z.number().nullable() },
  missing: z.array(z.string())
})

const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The same contents give the same key; pictures count by their digest. */
const inKey = (_name: string, value: unknown): unknown => (value instanceof Uint8Array ? digestOf(value) : value)

/** What was written is noted here, a line each, so that a run that was stopped goes on from it. */
const journal = 'written.jsonl'

/** The folder a pack is written in. A file whose contents are the same as in a run before is not written again. */
export class PackStaging {
  readonly folder: string
  readonly #setting: string
  readonly #known = new Map<string, z.infer<typeof lineSchema>>()

  constructor(folder: string, setting: string) {
    this.folder = folder
    this.#setting = setting
    const path = join(folder, journal)
    if (!existsSync(path)) return
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const read = lineSchema.safeParse(parsed(line))
      if (read.success) this.#known.set(read.data.path, read.data)
    }
  }

  async write(path: string, source: Source, make: () => Promise<RenderedDocument>): Promise<StagedFile> {
    const key = this.#keyOf(source)
    const known = key === null ? undefined : this.#known.get(path)
    if (known !== undefined && known.key === key && this.#isThere(known)) return known
    const { bytes, pages, missing } = await make()
    return this.#put(path, key ?? '', bytes, { pages, missing })
  }

  /** A file that goes in as it is. */
  copy(path: string, bytes: Uint8Array, pages: number | null): StagedFile {
    return this.#put(path, '', bytes, { pages, missing: [] })
  }

  /** Takes away what an earlier run left that is no part of this pack, and the notes. */
  finish(paths: readonly string[]): void {
    const wanted = new Set(paths)
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !wanted.has(relative(this.folder, path).split(sep).join('/'))) rmSync(path)
    }
    removeEmptyFolders(this.folder)
  }

  /** Null for what must be made anew: a unit's own template may have changed without the paper changing. */
  #keyOf(source: Source): string | null {
    if ('book' in source) return digestOf(this.#setting + JSON.stringify(source.book, inKey))
    const { paper, format } = source
    if (format === 'docx' && paper.template !== undefined) return null
    return digestOf(`${this.#setting}${format}${JSON.stringify(paper.book ?? paper.document, inKey)}`)
  }

  #isThere({ path, sha256 }: StagedFile): boolean {
    const target = join(this.folder, path)
    return existsSync(target) && digestOf(readFileSync(target)) === sha256
  }

  #put(path: string, key: string, bytes: Uint8Array, about: Pick<StagedFile, 'pages' | 'missing'>): StagedFile {
    const target = join(this.folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
    const file = { path, sha256: digestOf(bytes), bytes: bytes.length, ...about }
    appendFileSync(join(this.folder, journal), `${JSON.stringify({ ...file, key })}\n`)
    return file
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // The last line of a run that was killed may be cut.
    return null
  }
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) {
      const below = join(folder, entry.name)
      removeEmptyFolders(below)
      if (readdirSync(below).length === 0) rmdirSync(below)
    }
}
