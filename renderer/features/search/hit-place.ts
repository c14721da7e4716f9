import { type SearchHit, type SearchKind, searchKinds } from '../../../shared/features/search/search.ts'

const personAt = (memberId: string, organisationId: string | null): string =>
  `/member?${new URLSearchParams({ ...(organisationId === null ? {} : { organisation: organisationId }), member: memberId })}`

/** The address where a hit can be read: its own screen, else the meeting or the person it belongs to. */
export function placeOf(
  hit: Pick<SearchHit, 'kind' | 'id' | 'title' | 'date' | 'organisationId' | 'memberId' | 'meetingId'>
): string {
  if (hit.kind === 'talk') return `/talk?${new URLSearchParams({ organisation: hit.organisationId ?? '', id: hit.id })}`
  // An evaluation is called after its year: “2026年度民主评议党员”.
  if (hit.kind === 'evaluation')
    return `/evaluation?${new URLSearchParams({ organisation: hit.organisationId ?? '', year: hit.title.text.slice(0, 4) })}`
  if (hit.kind === 'poll') return `/poll/${hit.id}`
  if (hit.kind === 'appraisal')
    return `/appraisal?${new URLSearchParams({ organisation: hit.organisationId ?? '', year: hit.title.text.slice(0, 4) })}`
  if (hit.meetingId !== null) return `/meeting/${hit.meetingId}`
  if (hit.memberId !== null) return personAt(hit.memberId, hit.organisationId)
  if (hit.kind === 'task') return '/task'
  if (hit.kind === 'plan') return `/plan?${new URLSearchParams({ day: hit.date ?? '', entry: hit.id })}`
  if (hit.kind === 'rectification') return '/meeting'
  return `/member?${new URLSearchParams({ organisation: hit.organisationId ?? hit.id })}`
}

/** Where all hits of a text are listed. */
export const allHitsAt = (text: string): string => `/search?${new URLSearchParams({ text })}`

/** Hits by kind, in the order of the kinds; within a kind as they came. */
export function byKind(hits: readonly SearchHit[]): [SearchKind, SearchHit[]][] {
  const groups = Map.groupBy(hits, (hit) => hit.kind)
  return searchKinds.flatMap((kind) => {
    const group = groups.get(kind)
    return group === undefined ? [] : [[kind, group] as [SearchKind, SearchHit[]]]
  })
}
