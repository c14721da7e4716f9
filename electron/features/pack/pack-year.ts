import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { PackRun, YearSeal } from '../../../shared/features/pack/pack-run.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { reopenSeal, runById, saveSeals, sealedOf, sealsOf } from './pack-repository.ts'

/** A call that seals or reopens: `now` an ISO time. */
export type SealCall = { store: Store; now: string; newId: () => string; accountName: string }

/** A file of a pack that is not as it was written: gone, or with other contents. */
export type ChangedFile = { path: string; state: 'missing' | 'changed' }

/** Holds the files of a pack against the SHA-256 they were written with. */
export const changedFiles = ({ folder, manifest }: Pick<PackRun, 'folder' | 'manifest'>): ChangedFile[] =>
  manifest.documents
    .flatMap(({ files }) => files)
    .flatMap(({ path, sha256 }): ChangedFile[] => {
      const target = join(folder, path)
      if (!existsSync(target)) return [{ path, state: 'missing' }]
      const digest = createHash('sha256').update(readFileSync(target)).digest('hex')
      return digest === sha256 ? [] : [{ path, state: 'changed' }]
    })

function runInReach(store: Store, tables: Tables, id: string): Outcome<PackRun> {
  const run = runById(tables, id)
  if (run === null) return failure('pack-unknown', '找不到这个材料包，可能已被删除，请刷新。')
  return inReach(store.reach, run.organisationId) ? success(run) : outOfReach()
}

/**
 * Where a PDF of a pack lies; only files the manifest names are given out. `kinds` are those of all documents of its volume, of
 * which some want a right of their own.
 */
export const packRunFile = (
  store: Store,
  id: string,
  path: string
): Outcome<{ folder: string; path: string; kinds: ReadonlySet<string> }> =>
  store.read((tables) => {
    const run = runInReach(store, tables, id)
    if (!run.ok) return run
    const { documents } = run.value.manifest
    const own = documents.find(({ files }) => files.some((file) => file.path === path))
    return own !== undefined && path.endsWith('.pdf')
      ? success({
          ...{ folder: run.value.folder, path },
          kinds: new Set(documents.filter(({ volume }) => volume === own.volume).map(({ kind }) => kind))
        })
      : failure('file-unknown', '材料包里没有这个文件，请刷新。')
  })

/** Whether the files of a pack are still as they were written. */
export const checkPack = (store: Store, id: string): Outcome<ChangedFile[]> =>
  store.read((tables) => {
    const run = runInReach(store, tables, id)
    return run.ok ? success(changedFiles(run.value)) : run
  })

/**
 * Seals the year of a pack: the records of its organisation and those below it are read-only from then on, and the pack's
 * hashes and figures stand for the year. A year is sealed once it is over and with a pack whose files are as they were written.
 */
export function sealYear({ store, now, newId, accountName }: SealCall, packId: string): Outcome<YearSeal[]> {
  return store.write((tables) => {
    const run = runInReach(store, tables, packId)
    if (!run.ok) return run
    const { organisationId, year } = run.value
    if (now.slice(0, 4) <= `${year}`) return failure('year-not-over', `${year} 年还没有过完，过完以后再封存。`)
    const changed = changedFiles(run.value)
    if (changed.length > 0)
      return failure(
        'pack-changed',
        `材料包里有 ${changed.length} 个文件和写出时不一样（如 ${changed[0]?.path ?? ''}），请重新生成再封存。`
      )
    const organisations = allOrganisations(tables)
    const scope = withDescendants(organisations, organisationId)
    const done = sealedOf(tables, scope, year)
    if (done.some((one) => one.organisationId === organisationId))
      return failure('year-sealed', `${year} 年度已经封存。`)
    const closed = new Set(done.map((one) => one.organisationId))
    const seal = newId()
    const seals = scope
      .filter((id) => !closed.has(id))
      .map(
        (id): YearSeal => ({
          ...{ seal, organisationId: id, year, packId, sealedAt: now, sealedBy: accountName },
          ...{ reopenedAt: null, reopenedBy: null, reason: null }
        })
      )
    saveSeals(tables, seals)
    return success(seals)
  })
}

/** Opens a sealed year of an organisation again, with all that was sealed with it; why stays to be read. */
export function reopenYear(
  { store, now, accountName }: SealCall,
  { organisationId, year, reason }: { organisationId: string; year: number; reason: string }
): Outcome<null> {
  return store.write((tables) => {
    if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
    if (reason.trim() === '') return failure('reason-missing', '重新打开要写明原因。', 'reason')
    const [seal] = sealedOf(tables, [organisationId], year)
    if (seal === undefined) return failure('year-open', `${year} 年度没有封存，请刷新。`)
    const others = allOrganisations(tables).filter((one) =>
      sealsOf(tables, one.id, year).some((other) => other.seal === seal.seal && other.reopenedAt === null)
    )
    const out = others.find(({ id }) => !inReach(store.reach, id))
    if (out !== undefined)
      return failure('out-of-reach', `${labelOf(out)}和它一起封存，请能管到它的书记重新打开。`, 'organisationId')
    reopenSeal(tables, seal.seal, { reopenedAt: now, reopenedBy: accountName, reason: reason.trim() })
    return success(null)
  })
}
