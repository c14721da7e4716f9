import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentRenderer } from '../../electron/documents/renderer.ts'
import { allOrganisations } from '../../electron/features/organisation/organisation-repository.ts'
import { planPack } from '../../electron/features/pack/pack-service.ts'
import { writePack } from '../../electron/features/pack/pack-writer.ts'
import { renderPaper } from '../../electron/features/paper/paper-service.ts'
import { saveMeeting } from '../../electron/features/meeting/meeting-repository.ts'
import { meetingById } from '../../electron/features/meeting/meeting-repository.ts'
import type { Store } from '../../electron/store/store.ts'
import type { PackManifest } from '../../shared/features/pack/pack.ts'

const today = '2026-12-31'

/** Writes the pack of the only branch of the office; each round its first meeting is held in another room. */
export async function pack(store: Store, documents: DocumentRenderer, folder: string, round: number): Promise<void> {
  store.write((tables) => {
    const meeting = meetingById(tables, '1')
    if (meeting !== null) saveMeeting(tables, { ...meeting, place: `第${round}会议室` })
  })
  const [branch] = store.read(allOrganisations)
  if (branch === undefined) throw new Error('no branch')
  const plan = planPack(store, branch, { year: 2026, today, faults: [] })
  await writePack(folder, plan, {
    render: (paper, format) => renderPaper(store, documents, paper, format),
    renderBook: (book) => documents.renderBook(book),
    countPages: documents.countPages,
    ...{ formats: ['pdf', 'docx'], year: 2026, today }
  })
}

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** What is wrong with a folder that has to hold a whole pack: files of another run, half files, lost ones. */
export function packFaults(folder: string): string[] {
  const manifest: PackManifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const files = manifest.documents.flatMap((one) => one.files)
  const wanted = new Set([...files.map(({ path }) => path), 'manifest.json', 'report.json'])
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const strays = there
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !wanted.has(path))
  return [
    ...files.flatMap(({ path, sha256 }) => {
      const target = join(folder, path)
      if (!existsSync(target)) return ['a file of the manifest is not there']
      return digestOf(target) === sha256 ? [] : ['a file is not what the manifest says']
    }),
    ...strays.map(() => 'a file that is in no manifest')
  ]
}
