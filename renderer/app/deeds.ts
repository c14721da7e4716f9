import type { RecordLink, Start } from '../../shared/features/checklist/item-result.ts'

type Place = RecordLink['record']
type Where = { organisationId: string; year: number }

/** The address of a record behind what is said of it; `on` the day of a plan. Null where it has no screen of its own (proof). */
export function recordAt(
  { record, id, on = null }: Pick<RecordLink, 'record' | 'id'> & Partial<Pick<RecordLink, 'on'>>,
  { organisationId, year }: Where
): string | null {
  const own = { organisation: organisationId, year: `${year}` }
  switch (record) {
    case 'meeting':
      return `/meeting/${id}`
    case 'poll':
      return `/poll/${id}`
    case 'talk':
      return `/talk?${new URLSearchParams({ ...own, id })}`
    case 'evaluation':
      return `/evaluation?${new URLSearchParams(own)}`
    case 'member':
      return `/member?${new URLSearchParams({ organisation: organisationId, member: id })}`
    case 'organisation':
      return `/member?${new URLSearchParams({ organisation: id })}`
    case 'study':
      return '/study'
    case 'task':
      return '/task'
    case 'plan':
      return `/plan?${new URLSearchParams({ organisation: organisationId, entry: id, ...(on === null ? {} : { day: on }) })}`
    case 'rectification':
      return `/rectification?${new URLSearchParams({ ...own, id })}`
    case 'proof':
      return null
  }
}

/** Something to be done: the screen for it, the record there, or the meeting to begin. */
export type Deed = { place: Place; id?: string; start?: Start }

/** Where a need is met: its record, a meeting to begin, else the screen for such; null where it is met on this page. */
export function doneAt({ place, id, start }: Deed, where: Where): string | null {
  if (id !== undefined) return recordAt({ record: place, id }, where)
  return start === undefined
    ? screenOf(place, where)
    : `/meeting?${new URLSearchParams({ new: '', organisation: start.organisationId, type: start.type })}`
}

function screenOf(place: RecordLink['record'], { organisationId, year }: Where): string | null {
  const own = new URLSearchParams({ organisation: organisationId, year: `${year}` })
  switch (place) {
    case 'meeting':
      return '/meeting?new'
    case 'poll':
      return `/poll?${own}`
    case 'talk':
      return `/talk?${own}`
    case 'evaluation':
      return `/evaluation?${own}`
    case 'rectification':
      return `/rectification?${own}`
    case 'plan':
      return `/plan?${new URLSearchParams({ organisation: organisationId })}`
    case 'member':
    case 'organisation':
      return `/member?${new URLSearchParams({ organisation: organisationId })}`
    case 'study':
      return '/study'
    case 'task':
      return '/task'
    case 'proof':
      return null
  }
}

/** What the link there says: a record that is there is completed, else one is made. */
export const deedOf = ({ place, id }: Deed): string =>
  id === undefined ? deedWords[place] : place === 'meeting' ? '补记录' : deedWords[place]

const deedWords: Record<RecordLink['record'], string> = {
  meeting: '记会议',
  poll: '去测评',
  talk: '去谈话',
  evaluation: '去评议',
  rectification: '去整改',
  plan: '排计划',
  member: '看名册',
  organisation: '改组织',
  study: '记学时',
  task: '看任务',
  proof: '去填'
}

/** What asks to be done: as a deed, but `place` is null where the reader may not go there. */
export type Asked = { organisationId: string; place: Place | null; id?: string; start?: Start }

/** Where somebody goes with it and what the link says; who may not write only looks. Null where there is nowhere to go. */
export function wayTo(asked: Asked, year: number, mayWrite: boolean): { address: string; words: string } | null {
  const { organisationId, place, id, start } = asked
  if (place === null) return null
  const deed: Deed = { place, ...(id === undefined ? {} : { id }), ...(start === undefined ? {} : { start }) }
  const address =
    !mayWrite && id === undefined && place === 'meeting' ? '/meeting' : doneAt(deed, { organisationId, year })
  return address === null ? null : { address, words: mayWrite ? deedOf(deed) : '去看' }
}
