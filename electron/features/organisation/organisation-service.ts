import { z } from 'zod'
import { partyMembersOn } from '../../../shared/features/member/member-rules.ts'
import type {
  Organisation,
  OrganisationEdit,
  OrganisationKind
} from '../../../shared/features/organisation/organisation.ts'
import {
  checkOrganisation,
  termEndsOn,
  withDescendants
} from '../../../shared/features/organisation/organisation-rules.ts'
import { type SetupFinding, setupFactsOf, setupFindings } from '../../../shared/features/organisation/setup-rules.ts'
import { isCommitteeSeat } from '../../../shared/features/post/post.ts'
import type { Founder } from '../../../shared/features/vault/vault.ts'
import { type Day, within } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { attachmentsIn } from '../attachment/attachment-repository.ts'
import { headCounts } from '../member/member-page-repository.ts'
import { membersOf } from '../member/member-repository.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { plansIn } from '../plan/plan-repository.ts'
import { allPosts, postsOf } from '../post/post-repository.ts'
import { supervisionsIn } from '../supervision/supervision-repository.ts'
import { checklistRecordsIn } from '../checklist/checklist-repository.ts'
import { disposalsOf } from '../disposal/disposal-repository.ts'
import { evaluationsIn } from '../evaluation/evaluation-repository.ts'
import { appraisalsIn } from '../appraisal/appraisal-repository.ts'
import { pollsIn } from '../poll/poll-repository.ts'
import { occasionsOf } from '../talk/occasion-repository.ts'
import { talkPlansIn } from '../talk/talk-plan-repository.ts'
import { talksIn } from '../talk/talk-repository.ts'
import { studiesIn } from '../study/study-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { exemptionsIn } from '../exemption/exemption-repository.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import { tasksOf } from '../task/task-repository.ts'
import {
  allOrganisations,
  organisationById,
  recordsStarts,
  removeOrganisation,
  saveOrganisation,
  saveRecordsStart
} from './organisation-repository.ts'

/** An organisation with what the tree and its card show: people on the day, seats on the committee, end of the term. */
export type OrganisationNode = Organisation & {
  full: number
  probationary: number
  others: number
  committee: number
  termEndsOn: Day | null
  recordsFrom: Day | null
}

type Heads = { full: number; probationary: number; others: number; seats: Set<string> | number }

/** Heads of each organisation by itself; seats by dated posts, else by what the roster states. */
function ownHeads(tables: Tables, organisations: readonly Organisation[], today: Day): Map<string, Heads> {
  const own = new Map<string, Heads>(
    organisations.map((one) => [one.id, { full: 0, probationary: 0, others: 0, seats: 0 }])
  )
  const posts = allPosts(tables)
  for (const { organisationId } of posts) {
    const heads = own.get(organisationId)
    if (heads !== undefined) heads.seats = new Set()
  }
  for (const { organisationId, memberId, title, from, to } of posts) {
    const seats = own.get(organisationId)?.seats
    if (seats instanceof Set && isCommitteeSeat(title) && within(today, from, to)) seats.add(memberId)
  }
  for (const { organisationId, groupId, full, probationary, statedPosts, people } of headCounts(tables, today)) {
    for (const id of [organisationId, groupId]) {
      const heads = id === null ? undefined : own.get(id)
      if (heads !== undefined) heads[full ? 'full' : probationary ? 'probationary' : 'others'] += people
    }
    const home = own.get(organisationId)
    if (typeof home?.seats === 'number' && z.array(z.string()).parse(JSON.parse(statedPosts)).some(isCommitteeSeat))
      home.seats += people
  }
  return own
}

/** All organisations with their people of the day; those above count everybody below. */
export function organisationTree(store: Store, today: Day): OrganisationNode[] {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const own = ownHeads(tables, organisations, today)
    const starts = recordsStarts(tables)
    const rules = rulesInForce(ruleBookOf(tables), today)
    const branches = organisations.filter((other) => other.kind !== '党小组')
    const seen = organisations.filter((organisation) => inReach(store.reach, organisation.id))
    return seen.map((organisation) => {
      const below = withDescendants(branches, organisation.id)
      const sum = (key: 'full' | 'probationary' | 'others') =>
        below.reduce((total, id) => total + (own.get(id)?.[key] ?? 0), 0)
      const seats = own.get(organisation.id)?.seats ?? 0
      return {
        ...organisation,
        full: sum('full'),
        probationary: sum('probationary'),
        others: sum('others'),
        committee: seats instanceof Set ? seats.size : seats,
        termEndsOn: termEndsOn(organisation, rules),
        recordsFrom: starts.get(organisation.id) ?? null
      }
    })
  })
}

/** What R1-01 … R1-10 say of one organisation on the day, those it meets included; each names its rule. */
export function organisationFindings(store: Store, id: string, today: Day): Outcome<SetupFinding[]> {
  return store.read((tables) => {
    const organisation = organisationById(tables, id)
    if (organisation === null) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, id)) return outOfReach()
    const organisations = allOrganisations(tables)
    const scope = withDescendants(organisations, id)
    const members = membersOf(tables, scope)
    const suspensions = suspensionsOf(
      tables,
      members.map((member) => member.id)
    )
    const people = partyMembersOn({ members, posts: allPosts(tables), suspensions }, scope, today).filter(
      (one) => one.own
    )
    const below = organisations.filter((one) => one.id !== id && scope.includes(one.id))
    const rules = rulesInForce(ruleBookOf(tables), today)
    return success(setupFindings(setupFactsOf({ organisation, below, people, today }), rules, true))
  })
}

export function keepOrganisation(store: Store, { recordsFrom, ...record }: OrganisationEdit): Outcome<Organisation> {
  return store.write((tables) => {
    const before = organisationById(tables, record.id)
    if (before !== null && !inReach(store.reach, before.id)) return outOfReach()
    if (record.parentId !== before?.parentId && !inReach(store.reach, record.parentId)) return outOfReach('parentId')
    const checked = checkOrganisation(record, allOrganisations(tables))
    if (!checked.ok) return checked
    saveOrganisation(tables, record)
    if (recordsFrom !== undefined) saveRecordsStart(tables, record.id, recordsFrom)
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
      [tasksOf(tables, [id]).length, '项任务'],
      [studiesIn(tables, id), '条学时'],
      [postsOf(tables, [id]).length, '条任职'],
      [plansIn(tables, id), '条计划'],
      [talksIn(tables, id) + supervisionsIn(tables, id), '条谈话'],
      [talkPlansIn(tables, id), '条谈话计划'],
      [evaluationsIn(tables, id) + pollsIn(tables, id), '次评议、测评'],
      [appraisalsIn(tables, id), '次干部考核'],
      [disposalsOf(tables, [id]).length, '条组织处置'],
      [occasionsOf(tables, [id]).length, '条必谈事由'],
      [checklistRecordsIn(tables, id), '条清单记录'],
      [rectificationsOf(tables, [id]).length, '条整改'],
      [exemptionsIn(tables, id), '条不计入应到会'],
      [attachmentsIn(tables, id), '个附件']
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
