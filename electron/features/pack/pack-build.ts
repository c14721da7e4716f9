import { mkdirSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { PackManifest } from '../../../shared/features/pack/pack.ts'
import type { PackRun } from '../../../shared/features/pack/pack-run.ts'
import { safeFileName } from '../../../shared/kernel/file-names.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { DocumentRenderer } from '../../documents/renderer.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { renderOptions, renderPaper } from '../paper/paper-service.ts'
import { isReplaceable } from './pack-place.ts'
import { saveRun, sealedOf } from './pack-repository.ts'
import { planPack } from './pack-service.ts'
import { type PackProgress, writePack } from './pack-writer.ts'

/** Which packs are wanted: of these organisations, each in a folder of its own inside `folder`. */
export type BuildWish = {
  organisationIds: readonly string[]
  year: number
  folder: string
  formats: readonly ('pdf' | 'docx')[]
  oddStarts: boolean
  /** The records of talks of L1 too, with what was said in them. */
  talks: boolean
}

export type BuildCall = {
  store: Store
  documents: DocumentRenderer
  today: Day
  now: () => string
  newId: () => string
  accountName: string
  version: string
  mayTally: boolean
  /** Whether every talk of L1 is his to read who asks. */
  mayTalks: boolean
}

/** How far: which organisation's pack of how many, and within it. */
export type BuildProgress = { pack: number; packs: number } & PackProgress

/** What was written, without its long list of files. */
export type BuiltPack = Pick<PackRun, 'id' | 'organisationId' | 'year' | 'madeAt' | 'folder'> & {
  documents: number
  missing: number
  missingCharacters: { title: string; characters: string[] }[]
}

/** The folder of one pack inside the chosen one. */
export const packFolder = (folder: string, organisation: Organisation, year: number): string =>
  join(folder, `${year}年度-${safeFileName(organisation.code)}-${safeFileName(labelOf(organisation))}`)

function checked({ store, mayTalks }: BuildCall, wish: BuildWish): Outcome<Organisation[]> {
  if (!isAbsolute(wish.folder.trim()))
    return failure('folder-unusable', '请写出文件夹的完整路径，如 D:\\党务材料。', 'folder')
  if (wish.talks && !mayTalks)
    return failure('not-allowed', '您的角色不能看全部 L1 谈话记录，不能把它放进材料包；请去掉这一项。', 'talks')
  return store.read((tables) => {
    const found: Organisation[] = []
    for (const id of wish.organisationIds) {
      const organisation = organisationById(tables, id)
      if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除，请刷新。')
      if (!inReach(store.reach, id)) return outOfReach('organisationIds')
      if (sealedOf(tables, [id], wish.year).length > 0)
        return failure('year-sealed', `${labelOf(organisation)} ${wish.year} 年度已经封存，材料包不再改。`)
      const target = packFolder(wish.folder.trim(), organisation, wish.year)
      if (!isReplaceable(target))
        return failure('folder-unusable', `“${target}”里有别的文件，没有动它。请换一个文件夹。`, 'folder')
      found.push(organisation)
    }
    return success(found)
  })
}

/** Everything but the characters and figures: what the store keeps of a pack. */
const manifestOf = ({ documents }: PackManifest): PackRun['manifest'] => ({ documents })

/** Builds packs one after the other. Stopped, what is written stays beside its place, and the next run goes on from it. */
export async function buildPacks(
  call: BuildCall,
  wish: BuildWish,
  { onProgress, signal }: { onProgress: (progress: BuildProgress) => void; signal: AbortSignal }
): Promise<Outcome<BuiltPack[]>> {
  const { store, documents, today } = call
  const organisations = checked(call, wish)
  if (!organisations.ok) return organisations
  mkdirSync(wish.folder.trim(), { recursive: true })
  const options = renderOptions(store)
  const built: BuiltPack[] = []
  for (const [at, organisation] of organisations.value.entries()) {
    const folder = packFolder(wish.folder.trim(), organisation, wish.year)
    const plan = planPack(store, organisation, {
      year: wish.year,
      today,
      faults: [],
      talks: wish.talks,
      tally: call.mayTally
    })
    const { manifest, report, missingCharacters } = await writePack(folder, plan, {
      render: (paper, format) => renderPaper(store, documents, paper, format),
      renderBook: (book, watch) => documents.renderBook(book, options, watch),
      countPages: documents.countPages,
      ...{ formats: wish.formats, year: wish.year, today, oddStarts: wish.oddStarts, signal },
      withoutFigures: !call.mayTally,
      setting: JSON.stringify([call.version, options]),
      onProgress: (progress) => onProgress({ pack: at + 1, packs: organisations.value.length, ...progress })
    })
    const run: PackRun = {
      ...{ id: call.newId(), organisationId: organisation.id, year: wish.year, madeAt: call.now() },
      ...{ accountName: call.accountName, folder, manifest: manifestOf(manifest), figures: report }
    }
    store.write((tables) => saveRun(tables, run))
    built.push({
      ...{ id: run.id, organisationId: run.organisationId, year: run.year, madeAt: run.madeAt, folder },
      ...{ documents: manifest.documents.length, missing: plan.missing.length, missingCharacters }
    })
  }
  return success(built)
}
