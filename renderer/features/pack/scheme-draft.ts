import {
  type PackGroup,
  packGroupNames,
  packGroups,
  type VolumeScheme,
  volumeSchemeSchema
} from '../../../shared/features/pack/volume-scheme.ts'

/** A volume being written; `key` stays while its number changes. */
export type VolumeDraft = { key: number; number: string; name: string }

/** A scheme being written: kinds of paper are kept by the key of their volume, null where it was taken away. */
export type SchemeDraft = { volumes: VolumeDraft[]; places: Record<PackGroup, number | null> }

const placesBy = (of: (group: PackGroup) => number | null): SchemeDraft['places'] =>
  Object.fromEntries(packGroups.map((group) => [group, of(group)])) as SchemeDraft['places']

export function draftOf({ volumes, places }: VolumeScheme): SchemeDraft {
  const drafts = volumes.map((volume, key) => ({ ...volume, key }))
  return {
    volumes: drafts,
    places: placesBy((group) => drafts.find(({ number }) => number === places[group])?.key ?? null)
  }
}

export const changeVolume = (draft: SchemeDraft, key: number, part: Partial<VolumeDraft>): SchemeDraft => ({
  ...draft,
  volumes: draft.volumes.map((one) => (one.key === key ? { ...one, ...part } : one))
})

/** A new volume at the end, under the number after the highest. */
export function addVolume({ volumes, places }: SchemeDraft): SchemeDraft {
  const highest = Math.max(0, ...volumes.map(({ number }) => Number(number)).filter(Number.isInteger))
  const key = Math.max(-1, ...volumes.map((one) => one.key)) + 1
  return { places, volumes: [...volumes, { key, number: String(highest + 1).padStart(2, '0'), name: '' }] }
}

export const removeVolume = ({ volumes, places }: SchemeDraft, key: number): SchemeDraft => ({
  volumes: volumes.filter((one) => one.key !== key),
  places: placesBy((group) => (places[group] === key ? null : places[group]))
})

export const placeGroup = (draft: SchemeDraft, group: PackGroup, key: number): SchemeDraft => ({
  ...draft,
  places: { ...draft.places, [group]: key }
})

/** Where a fault stands, and the sentence. */
type SchemeFault = { at: `number ${number}` | `name ${number}` | `place ${PackGroup}` | 'volumes'; says: string }

/** The scheme of a draft, its volumes in the order of their numbers; or what is wrong with it. */
export function schemeOf({ volumes, places }: SchemeDraft): { scheme: VolumeScheme | null; faults: SchemeFault[] } {
  const lost = packGroups.filter((group) => places[group] === null)
  const sorted = volumes.toSorted((one, other) => one.number.localeCompare(other.number))
  const read = volumeSchemeSchema.safeParse({
    volumes: sorted.map(({ number, name }) => ({ number, name })),
    places: Object.fromEntries(
      packGroups.map((group) => [
        group,
        volumes.find(({ key }) => key === places[group])?.number ?? sorted[0]?.number ?? ''
      ])
    )
  })
  const faults: SchemeFault[] = [
    ...lost.map((group): SchemeFault => ({ at: `place ${group}`, says: `请给“${packGroupNames[group]}”选一卷` })),
    ...(read.error?.issues ?? []).flatMap(({ path, message }): SchemeFault[] => {
      const [part, index, field] = path
      const key = typeof index === 'number' ? sorted[index]?.key : undefined
      if (part !== 'volumes') return []
      if (key === undefined || (field !== 'number' && field !== 'name')) return [{ at: 'volumes', says: message }]
      return [{ at: `${field} ${key}`, says: message }]
    })
  ]
  return { scheme: faults.length === 0 && read.success ? read.data : null, faults }
}
