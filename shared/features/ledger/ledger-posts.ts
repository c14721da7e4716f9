import { type Post, postTitles } from '../post/post.ts'
import { type Suspension, suspensionKinds } from '../suspension/suspension.ts'
import type { Changes } from './ledger.ts'
import { noChanges, settle } from './ledger-changes.ts'
import { organisationAt } from './ledger-member-row.ts'
import type { StatedWatch } from './ledger-members.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import { memberNamed, type People } from './ledger-people.ts'
import { keepAbsent, type LedgerRow } from './ledger-row.ts'
import type { SealedYears } from './ledger-seal.ts'

export type Surroundings = {
  organisations: OrganisationIndex
  people: People
  newId: () => string
  sealed: SealedYears
}

/** The organisation and the member a row names, by whoever was in the organisation on the day in `dayColumn`. */
function organisationAndMember(row: LedgerRow, dayColumn: string, { organisations, people }: Surroundings) {
  const organisation = organisationAt(row, '组织编码', organisations)
  const day = row.day(dayColumn)
  const name = row.text('姓名', 60)
  if (!organisation || day === null || name === null) return null
  const circle = { people, organisationId: organisation.id, day, linked: new Map<string, string>() }
  const memberId = memberNamed(row, '姓名', name, circle)?.memberId ?? null
  return memberId === null ? null : { organisationId: organisation.id, memberId, from: day }
}

const postKey = ({ organisationId, memberId, title, from }: Omit<Post, 'id' | 'to' | 'appointedBy'>): string =>
  [organisationId, memberId, title, from].join('\n')

/** Plans the sheet 任职. Key: 组织+姓名+职务+任职日期. */
export function planPosts(rows: readonly LedgerRow[], stored: readonly Post[], around: Surroundings): Changes<Post> {
  const changes = noChanges<Post>()
  const known = new Map(stored.map((post) => [postKey(post), post]))
  const seen = new Set<string>()
  for (const row of rows) {
    const holder = organisationAndMember(row, '任职日期', around)
    const title = row.choice('职务', postTitles)
    const [to, appointedBy] = [row.day('免职日期'), row.text('任职方式', 40)]
    row.inOrder('任职日期', row.day('任职日期'), '免职日期', to)
    if (!holder || title === null) continue
    const key = postKey({ ...holder, title })
    if (seen.has(key)) row.refuse('姓名', 'key-duplicate', '的同一职务、同一任职日期在本表中已有一行')
    seen.add(key)
    if (row.refused) continue
    const before = known.get(key)
    const after = { id: before?.id ?? around.newId(), ...holder, title, to, appointedBy }
    settle(changes, before, keepAbsent(row, before, after, { 免职日期: 'to', 任职方式: 'appointedBy' }))
  }
  return changes
}

const suspensionKey = ({ memberId, kind, from }: Pick<Suspension, 'memberId' | 'kind' | 'from'>): string =>
  [memberId, kind, from].join('\n')

/** Plans the sheet 停权 and what 党员 says about 留党察看. Key: 姓名+种类+起; where both name a spell, the row of 停权 stands. */
export function planSuspensions(
  rows: readonly LedgerRow[],
  watches: readonly StatedWatch[],
  stored: readonly Suspension[],
  around: Surroundings
): Changes<Suspension> {
  const changes = noChanges<Suspension>()
  const known = new Map(stored.map((suspension) => [suspensionKey(suspension), suspension]))
  const seen = new Set<string>()
  for (const row of rows) {
    const person = organisationAndMember(row, '起', around)
    const kind = row.choice('种类', suspensionKinds)
    const [to, basis] = [row.day('止'), row.text('依据', 200)]
    row.inOrder('起', row.day('起'), '止', to)
    if (!person || kind === null) continue
    const key = suspensionKey({ ...person, kind })
    if (seen.has(key)) row.refuse('姓名', 'key-duplicate', '的同一种类、同一起始日期在本表中已有一行')
    seen.add(key)
    if (row.refused) continue
    const before = known.get(key)
    const after = { id: before?.id ?? around.newId(), ...person, kind, to, basis }
    settle(changes, before, keepAbsent(row, before, after, { 止: 'to', 依据: 'basis' }))
  }
  for (const { row, ...watch } of watches) {
    const key = suspensionKey({ ...watch, kind: '留党察看' })
    if (seen.has(key)) continue
    seen.add(key)
    const before = known.get(key)
    const after: Suspension = before
      ? { ...before, to: watch.to }
      : { id: around.newId(), ...watch, kind: '留党察看', basis: null }
    settle(changes, before, keepAbsent(row, before, after, { 留党察看止: 'to' }))
  }
  return changes
}
