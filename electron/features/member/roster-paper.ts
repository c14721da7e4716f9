import {
  type CompositionPaper,
  compositionCharts,
  compositionDocument,
  compositionSheet
} from '../../../shared/features/member/composition-document.ts'
import { branchCounts, compositionOf } from '../../../shared/features/member/composition-rules.ts'
import { memberTemplateData, rosterTemplateData } from '../../../shared/features/member/member-template.ts'
import { partyMembersOn, type PartyMember } from '../../../shared/features/member/member-rules.ts'
import { memberRecordDocument, type MemberRecordInput } from '../../../shared/features/member/member-record-document.ts'
import { memberRecordSheet } from '../../../shared/features/member/member-record-sheet.ts'
import {
  type RosterOrder,
  type RosterPaper,
  rosterDocument,
  rosterSections,
  type ShownCitizenId
} from '../../../shared/features/member/roster-document.ts'
import { rosterSheet } from '../../../shared/features/member/roster-sheet.ts'
import {
  type Committee,
  committeeDocument,
  committeesOf,
  committeeSheet
} from '../../../shared/features/organisation/committee-document.ts'
import {
  organisationChartDocument,
  organisationSheet,
  organisationTree
} from '../../../shared/features/organisation/organisation-chart-document.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { holdsOn } from '../../../shared/features/post/post.ts'
import type { ChartSpec } from '../../../shared/documents/chart.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { allPosts, postsOfMember } from '../post/post-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import { whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import { membersById, membersOf } from './member-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { reachableMember } from './member-access.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'

/** 党员名册, 组织机构图, 支委会名单, 党员队伍情况: what the roster of an organisation gives on paper. */
export const rosterPapers = ['roster', 'chart', 'committee', 'composition'] as const
export type RosterPaperKind = (typeof rosterPapers)[number]

/** How a paper is wanted: order of names, ID numbers, former committees, groups in the chart. */
export type PaperWish = { order: RosterOrder; citizenId: ShownCitizenId; withFormer: boolean; withGroups: boolean }

type People = { organisations: Organisation[]; scope: string[]; people: PartyMember[]; committees: Committee[] }

function peopleOf(tables: Tables, root: Organisation, today: Day): People {
  const organisations = allOrganisations(tables)
  const scope = withDescendants(organisations, root.id)
  const posts = allPosts(tables).filter((post) => scope.includes(post.organisationId))
  const inside = membersOf(tables, scope)
  const known = new Set(inside.map((member) => member.id))
  const seated = [...new Set(posts.map((post) => post.memberId).filter((id) => !known.has(id)))]
  const members = [...inside, ...membersById(tables, seated)]
  const suspensions = suspensionsOf(
    tables,
    members.map((member) => member.id)
  )
  const here = organisations.filter((one) => scope.includes(one.id))
  return {
    organisations: here,
    scope,
    people: partyMembersOn({ members: inside, posts, suspensions }, scope, today),
    committees: committeesOf({ organisations: here.filter((one) => one.kind !== '党小组'), members, posts, today })
  }
}

function rosterPaper(tables: Tables, root: Organisation, wish: PaperWish, today: Day): Paper {
  const { organisations, people } = peopleOf(tables, root, today)
  const whereabouts = whereaboutsOfMembers(
    tables,
    people.map((person) => person.id)
  )
  const branches = organisations.filter(isBranch)
  const sections = rosterSections({ branches, people, whereabouts, today, order: wish.order })
  const paper: RosterPaper = { organisation: root.name, date: today, sections, citizenId: wish.citizenId }
  return {
    title: '党员名册',
    document: rosterDocument(paper),
    sheet: rosterSheet(paper),
    template: { kind: 'organisation.roster', data: rosterTemplateData(paper) }
  }
}

function chartPaper(tables: Tables, root: Organisation, wish: PaperWish, today: Day): Paper {
  const { organisations, people, committees } = peopleOf(tables, root, today)
  const tree = organisationTree({ root, organisations, people: people.filter((person) => person.own), committees })
  return {
    title: '组织机构图',
    document: organisationChartDocument(tree, today, wish.withGroups),
    sheet: organisationSheet(tree)
  }
}

function committeePaper(tables: Tables, root: Organisation, wish: PaperWish, today: Day): Paper {
  const { committees } = peopleOf(tables, root, today)
  const rules = rulesInForce(ruleBookOf(tables), today)
  const paper = { organisation: root.name, date: today, committees, withFormer: wish.withFormer, rules }
  return { title: '支委会名单', document: committeeDocument(paper), sheet: committeeSheet(paper) }
}

function compositionPaperOf(tables: Tables, root: Organisation, today: Day): CompositionPaper {
  const { organisations, people } = peopleOf(tables, root, today)
  const branches = organisations.filter(isBranch).map((one) => ({ id: one.id, label: labelOf(one) }))
  return {
    organisation: root.name,
    date: today,
    compositions: compositionOf(people, today),
    branches: branchCounts(branches, people)
  }
}

function compositionPaper(tables: Tables, root: Organisation, _wish: PaperWish, today: Day): Paper {
  const paper = compositionPaperOf(tables, root, today)
  return { title: '党员队伍情况', document: compositionDocument(paper), sheet: compositionSheet(paper) }
}

const makers = {
  roster: rosterPaper,
  chart: chartPaper,
  committee: committeePaper,
  composition: compositionPaper
} as const

/** A paper of an organisation and those below it. */
export function paperOfRoster(
  store: Store,
  kind: RosterPaperKind,
  organisationId: string,
  wish: PaperWish,
  today: Day
): Outcome<Paper> {
  return store.read((tables) => {
    const root = allOrganisations(tables).find((one) => one.id === organisationId)
    if (root === undefined) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, root.id)) return outOfReach()
    return success(makers[kind](tables, root, wish, today))
  })
}

/** The charts of 党员队伍情况, for the screen. */
export function chartsOfRoster(store: Store, organisationId: string, today: Day): Outcome<ChartSpec[]> {
  return store.read((tables) => {
    const root = allOrganisations(tables).find((one) => one.id === organisationId)
    if (root === undefined) return failure('organisation-unknown', '找不到这个党组织，可能已被删除。')
    if (!inReach(store.reach, root.id)) return outOfReach()
    return success(compositionCharts(compositionPaperOf(tables, root, today)))
  })
}

/** 党员信息表 of one person; the ID number is whole only where asked for. */
export function paperOfMember(store: Store, id: string, wholeCitizenId: boolean, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const found = reachableMember(tables, store, id)
    if (!found.ok) return found
    const posts = postsOfMember(tables, id)
    const input: MemberRecordInput = {
      member: found.value,
      posts,
      whereabouts: whereaboutsOfMembers(tables, [id]),
      organisations: allOrganisations(tables),
      titles: posts.filter((post) => holdsOn(post, today)).map((post) => post.title),
      today,
      wholeCitizenId
    }
    return success({
      title: '党员信息表',
      document: memberRecordDocument(input),
      sheet: memberRecordSheet(input),
      template: { kind: 'member.record', data: memberTemplateData(input) }
    })
  })
}
