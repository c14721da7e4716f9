import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { MissingPaper } from '../../../shared/features/pack/pack.ts'
import type { PackRun, YearSeal } from '../../../shared/features/pack/pack-run.ts'
import type { Volume } from '../../../shared/features/pack/volume-scheme.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { organisationById } from '../organisation/organisation-repository.ts'
import { runsOf, sealedOf, sealsOf } from './pack-repository.ts'
import { planPack } from './pack-service.ts'

/** A document as it would be written now. */
export type PackLine = { number: string; title: string; kind: string; date: Day }

/** A volume with what is in it now and what it still lacks. */
export type VolumeView = Volume & { lines: PackLine[]; missing: MissingPaper[] }

/** A pack that was written, without its files. */
export type RunView = Omit<PackRun, 'manifest' | 'figures'> & {
  documents: number
  volumes: { title: string; path: string; pages: number | null }[]
}

/** The pack of an organisation and year as it stands: `parts` are those below it that get a folder of their own. */
export type PackView = {
  organisation: { id: string; label: string; name: string }
  year: number
  volumes: VolumeView[]
  missing: MissingPaper[]
  parts: { organisationId: string; label: string; missing: number }[]
  runs: RunView[]
  seals: YearSeal[]
}

const runView = ({ manifest, figures: _kept, ...run }: PackRun): RunView => ({
  ...run,
  documents: manifest.documents.length,
  volumes: manifest.documents
    .filter(({ kind }) => kind === 'volume')
    .flatMap(({ title, volume, files }) =>
      files.map(({ path, pages }) => ({ title: `${volume} ${title}`, path, pages }))
    )
})

/** Whether the year of an organisation is sealed now. */
export const isYearSealed = (store: Store, organisationId: string, year: number): Outcome<boolean> =>
  inReach(store.reach, organisationId)
    ? success(store.read((tables) => sealedOf(tables, [organisationId], year)).length > 0)
    : outOfReach('organisationId')

/** What the pack of an organisation holds and lacks today, the packs written before, and whether the year is sealed. */
export function packView(
  store: Store,
  { organisationId, year, today }: { organisationId: string; year: number; today: Day }
): Outcome<PackView> {
  return store.read((tables) => {
    const root = organisationById(tables, organisationId)
    if (root === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。', 'organisationId')
    if (!inReach(store.reach, organisationId)) return outOfReach('organisationId')
    const { parts, missing, scheme } = planPack(store, root, { year, today, faults: [] })
    const [own, ...others] = parts
    const documents = own?.documents() ?? []
    return success({
      organisation: { id: root.id, label: labelOf(root), name: root.name },
      year,
      volumes: scheme.volumes.map((volume) => ({
        ...volume,
        lines: documents
          .filter((one) => one.volume === volume.number)
          .map(({ number, title, kind, date }) => ({ number, title, kind, date })),
        missing: missing.filter((one) => one.volume === volume.number)
      })),
      missing,
      parts: others.map(({ organisation, covers }) => ({
        ...{ organisationId: organisation.id, label: labelOf(organisation) },
        missing: missing.filter((one) => covers.has(one.organisationId)).length
      })),
      runs: runsOf(tables, organisationId, year).map(runView),
      seals: sealsOf(tables, organisationId, year)
    })
  })
}
