import { categoryOn, membershipOn } from '../../../shared/features/member/member.ts'
import type { Organisation, OrganisationKind } from '../../../shared/features/organisation/organisation.ts'
import {
  checkOrganisation,
  termEndsOn,
  withDescendants
} from '../../../shared/features/organisation/organisation-rules.ts'
import { isCommitteeSeat } from '../../../shared/features/post/post.ts'
import type { Founder } from '../../../shared/features/vault/vault.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allMembers, membersOf } from '../member/member-repository.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { allPosts, postsOf } from '../post/post-repository.ts'
import { allOrganisations, organisationById, removeOrganisation, saveOrganisation } from './organisation-repository.ts'

/** An organisation with what the tree and its card show: people on the day, seats on the committee, end of the term. */
export type OrganisationNode = Organisation & {
  full: number
  probationary: number
  others: number
  committee: number
  termEndsOn: Day | null
}

/** All organisations with their people of the day; those above count everybody below. */
export function organisationTree(store: Store, today: Day): OrganisationNode[] {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const own = new Map(
      organisations.map((organisation) => [organisation.id, { full: 0, probationary: 0, others: 0, committee: 0 }])
    )
    const posts = allPosts(tables)
    const dated = new Set(posts.map((post) => post.organisationId))
    for (const person of allMembers(tables)) {
      const spell = person.memberships.find(
        (past) => membershipOn({ memberships: [past] }, past.organisationId, today) !== null
      )
      if (spell === undefined || person.standing !== '正常') continue
      const category = categoryOn(person, today)
      for (const id of [spell.organisationId, spell.groupId]) {
        const counts = id === null ? undefined : own.get(id)
        if (counts === undefined) continue
        if (category === '正式党员') counts.full += 1
        else if (category === '预备党员') counts.probationary += 1
        else counts.others += 1
      }
      const seat = own.get(spell.organisationId)
      if (seat !== undefined && !dated.has(spell.organisationId) && spell.statedPosts.some(isCommitteeSeat))
        seat.committee += 1
    }
    for (const id of dated) {
      const counts = own.get(id)
      const seated = posts.filter(
        (post) =>
          post.organisationId === id &&
          isCommitteeSeat(post.title) &&
          post.from <= today &&
          (post.to === null || post.to >= today)
      )
      if (counts !== undefined) counts.committee = new Set(seated.map((post) => post.memberId)).size
    }
    const seen = organisations.filter((organisation) => inReach(store.reach, organisation.id))
    return seen.map((organisation) => {
      const below = withDescendants(
        organisations.filter((other) => other.kind !== '党小组'),
        organisation.id
      )
      const sum = (key: 'full' | 'probationary' | 'others') =>
        below.reduce((total, id) => total + (own.get(id)?.[key] ?? 0), 0)
      return {
        ...organisation,
        full: sum('full'),
        probationary: sum('probationary'),
        others: sum('others'),
        committee: own.get(organisation.id)?.committee ?? 0,
        termEndsOn: termEndsOn(organisation)
      }
    })
  })
}

export function keepOrganisation(store: Store, record: Organisation): Outcome<Organisation> {
  return store.write((tables) => {
    const before = organisationById(tables, record.id)
    if (before !== null && !inReach(store.reach, before.id)) return outOfReach()
    if (record.parentId !== before?.parentId && !inReach(store.reach, record.parentId)) return outOfReach('parentId')
    const checked = checkOrganisation(record, allOrganisations(tables))
    if (checked.ok) saveOrganisation(tables, record)
    return checked
  })
}

/** Removes an organisation nothing hangs on; otherwise says what does. */
export function dropOrganisation(store: Store, id: string): Outcome<null> {
  return store.write((tables) => {
    if (!inReach(store.reach, id)) return outOfReach()
    const organisations = allOrganisations(tables)
    const hanging = [
      [organisations.filter((other) => other.parentId === id).length, '个下级组织'],
      [membersOf(tables, [id]).length, '名党员（含已转出）'],
      [meetingsOf(tables, [id], null).length, '条会议记录'],
      [postsOf(tables, [id]).length, '条任职']
    ].filter(([count]) => Number(count) > 0)
    if (hanging.length > 0)
      return failure(
        'organisation-in-use',
        `这个组织下面还有${hanging.map(([count, what]) => ` ${count} ${what}`).join('、')}，先移走或删除后才能删。`
      )
    removeOrganisation(tables, id)
    return success(null)
  })
}

const codePrefix: Record<OrganisationKind, string> = {
  党委: 'DW',
  党总支: 'DZZ',
  党支部: 'ZB',
  联合党支部: 'ZB',
  临时党支部: 'ZB',
  党小组: 'XZ'
}

/** The next free code of a kind, ZB01, ZB02 … */
export function nextCode(organisations: readonly Pick<Organisation, 'code'>[], kind: OrganisationKind): string {
  const taken = new Set(organisations.map((organisation) => organisation.code))
  for (let number = 1; ; number += 1) {
    const code = `${codePrefix[kind]}${String(number).padStart(2, '0')}`
    if (!taken.has(code)) return code
  }
}

/** The organisation of the first run and its branches, one per line of the form. */
export function foundOrganisations(tables: Tables, founder: Founder, newId: () => string): void {
  const blank = {
    foundedOn: null,
    electedOn: null,
    termYears: null,
    hasCommittee: null,
    themeDay: null,
    extendedUntil: null
  }
  const root: Organisation = {
    ...blank,
    id: newId(),
    code: nextCode([], founder.kind),
    name: founder.organisationName,
    shortName: founder.shortName === '' ? null : founder.shortName,
    kind: founder.kind,
    parentId: null
  }
  const made = [root]
  for (const name of founder.branches)
    made.push({
      ...blank,
      id: newId(),
      code: nextCode(made, '党支部'),
      name,
      shortName: null,
      kind: '党支部',
      parentId: root.id
    })
  for (const organisation of made) saveOrganisation(tables, organisation)
}
