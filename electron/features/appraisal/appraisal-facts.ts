import { type Appraisal, feedbackSource } from '../../../shared/features/appraisal/appraisal.ts'
import type {
  BranchWork,
  CadreFacts,
  TeamBallots,
  UnmatchedLine
} from '../../../shared/features/appraisal/cadre-facts.ts'
import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import { attendanceRows, type AttendanceRow } from '../../../shared/features/meeting/attendance-rules.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import { partyMembersOn } from '../../../shared/features/member/member-rules.ts'
import { inRosterOrder } from '../../../shared/features/member/roster-document.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { belongsToYear } from '../../../shared/features/pack/pack.ts'
import {
  countedTurns,
  isOfYear,
  type Rectification,
  rectificationState
} from '../../../shared/features/rectification/rectification.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import { isParty, type TalkHead } from '../../../shared/features/talk/talk.ts'
import { type Day, makeDay, yearOf } from '../../../shared/kernel/dates.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { branchScores, type BranchScore } from '../checklist/checklist-scores.ts'
import { reviewsOf } from '../checklist/review-repository.ts'
import { disposalsNaming } from '../disposal/disposal-repository.ts'
import { judgedMeetings, type Rosters } from '../meeting/meeting-judgement.ts'
import { membersById, membersOf } from '../member/member-repository.ts'
import { allPosts } from '../post/post-repository.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { studyTable, type StudyLine } from '../study/study-table.ts'
import { restrictionsOf } from '../supervision/supervision-repository.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import { talkHeads } from '../talk/talk-repository.ts'
import {
  ballotsOf,
  heldPolls,
  type HeldPoll,
  hearingsOf,
  namesakes,
  teamsOf,
  unmatchedLines
} from './appraisal-polls.ts'

/** An organisation and a 所属年度 as of a day; `reach` is whose polls of other organisations may be used. */
export type AppraisalYear = { organisation: Organisation; year: number; today: Day; reach: Reach }

/** What the records say of an appraisal: its people, the branches they answer for, and the teams that were rated. */
export type AppraisalFacts = {
  cadres: CadreFacts[]
  works: BranchWork[]
  teams: TeamBallots[]
  unmatched: UnmatchedLine[]
  rules: RulesInForce
}

const lastDayOf = (year: number, today: Day): Day => (today < makeDay(year, 12, 31) ? today : makeDay(year, 12, 31))

/** 领导干部 of the organisation and those below it on the day, by post; with the branch each belongs to. */
export function leadersOf(
  tables: Tables,
  { organisation, year, today }: Omit<AppraisalYear, 'reach'>,
  { organisations }: Rosters
): { member: Member; branchId: string }[] {
  const scope = withDescendants(organisations, organisation.id)
  const members = membersOf(tables, scope)
  const suspensions = suspensionsOf(
    tables,
    members.map(({ id }) => id)
  )
  const there = partyMembersOn({ members, posts: allPosts(tables), suspensions }, scope, lastDayOf(year, today))
  return inRosterOrder(
    there.filter(({ own, member }) => own && member.leader),
    'post'
  ).map(({ member, organisationId }) => ({ member, branchId: organisationId }))
}

/** Everything that is read once for all cadres of an appraisal. */
type Ground = AppraisalYear & {
  tables: Tables
  polls: readonly HeldPoll[]
  attendance: ReadonlyMap<string, AttendanceRow>
  learners: ReadonlyMap<string, StudyLine>
  talks: readonly TalkHead[]
  rectifications: readonly Rectification[]
  suspensions: readonly Suspension[]
  restricted: ReadonlyMap<string, Day>
  homes: ReadonlyMap<string, Organisation>
  shared: ReadonlyMap<string, readonly string[]>
  vetoes: ReadonlyMap<string, readonly string[]>
}

const touches = (year: number, from: Day | null, to: Day | null): boolean =>
  (from === null || yearOf(from) <= year) && (to === null || yearOf(to) >= year)

const suspendedWords = ({ kind, from, to }: Suspension): string =>
  `${kind}，${from} 起${to === null ? '' : `，到 ${to}`}。`

const isDisposedIn = ({ days, from, until }: Disposal, year: number): boolean =>
  Object.values(days).some((day) => yearOf(day) === year) || (from !== null && touches(year, from, until))

const measuresOf = ({ tables, year, suspensions }: Ground, memberId: string) => ({
  suspended: suspensions
    .filter((one) => one.memberId === memberId && touches(year, one.from, one.to))
    .map(suspendedWords),
  disposed: disposalsNaming(tables, memberId)
    .filter((one) => isDisposedIn(one, year))
    .map(({ way }) => `组织处置：${way}。`)
})

function tasksOf({ rectifications, today }: Ground, memberId: string): CadreFacts['tasks'] {
  const states = rectifications
    .filter(({ person }) => person?.memberId === memberId)
    .map((one) => rectificationState(one, today))
  const count = (state: string): number => states.filter((one) => one === state).length
  return { all: states.length, closed: count('closed'), overdue: count('overdue') }
}

/** In whose polls a cadre may stand without a link: those of the organisation and of his own branch. */
const homeOf = ({ organisation, homes }: Pick<Ground, 'organisation' | 'homes'>, memberId: string): string[] => {
  const home = homes.get(memberId)
  return [organisation.id, ...(home === undefined ? [] : [home.id])]
}

function factsOf(ground: Ground, member: Member): CadreFacts {
  const { id, name, sex, nation, bornOn, education, joinedOn, job } = member
  const [row, line, home] = [ground.attendance.get(id), ground.learners.get(id), ground.homes.get(id)]
  const own = ground.shared.has(name) ? [] : homeOf(ground, id)
  return {
    ...{ memberId: id, name, sex, nation, bornOn, education, joinedOn, job },
    posts: line?.posts ?? [],
    branch: home === undefined ? '' : labelOf(home),
    ballots: ballotsOf(ground.polls, member, own),
    hearings: hearingsOf(ground.polls, member, own),
    attendance: { expected: row?.expected ?? 0, present: row?.present ?? 0, unexcused: row?.absences.无故 ?? 0 },
    hours: { earned: line?.hours.total ?? 0, required: line?.target ?? 0 },
    talks: ground.talks.filter((talk) => isParty(talk, id)).length,
    tasks: tasksOf(ground, id),
    vetoes: ground.vetoes.get(home?.id ?? '') ?? [],
    ...measuresOf(ground, id),
    restrictedUntil: ground.restricted.get(id) ?? null,
    rectifications: ground.rectifications.filter(
      ({ person, source }) => person?.memberId === id && source === feedbackSource
    )
  }
}

/** How each of the people took part in the meetings of the organisation and those below it in the year. */
function attendanceOf(
  tables: Tables,
  people: readonly Member[],
  { scope, year, today }: { scope: readonly string[]; year: number; today: Day },
  rosters: Rosters
): Map<string, AttendanceRow> {
  const held = rosters.meetings(scope).filter((one) => belongsToYear(one, year) && one.date <= today)
  const asked = people.map(({ id, name }) => ({ memberId: id, name, label: '', posts: [] }))
  const rows = attendanceRows(asked, judgedMeetings(tables, held, today, rosters))
  return new Map(rows.map((row) => [row.memberId, row]))
}

function workOf(tables: Tables, { facts, list, score, vetoes }: BranchScore, year: number): BranchWork {
  const { organisation } = facts
  const review = reviewsOf(tables, [organisation.id], year).find((one) => one.list === list.key)
  const { publishedOn: on = null, publishedTotal: total = null } = review ?? {}
  return {
    ...{ name: labelOf(organisation), list: list.content.title, vetoes: vetoes.map(({ says }) => says) },
    ...{ total: figure(score.total), max: figure(score.max), lost: figure(score.lost) },
    ...{ pending: figure(score.pending), bonus: figure(score.bonus) },
    areas: score.areas.map((area) => ({
      ...{ title: area.title, max: figure(area.max), score: figure(area.score) },
      ...{ lost: figure(area.lost), pending: figure(area.pending) }
    })),
    published: on === null || total === null ? null : { on, total }
  }
}

const restrictedOf = (tables: Tables, ids: readonly string[], year: number): Map<string, Day> =>
  new Map(
    restrictionsOf(tables, ids)
      .filter(({ from, until }) => touches(year, from, until))
      .sort((one, other) => (one.until < other.until ? -1 : 1))
      .map(({ memberId, until }) => [memberId, until])
  )

/** The facts of everybody in an appraisal, leaders first in their order, then who has left since. */
export function appraisalFacts(
  tables: Tables,
  { entries }: Pick<Appraisal, 'entries'>,
  when: AppraisalYear,
  rosters: Rosters
): AppraisalFacts {
  const { organisation, year, today, reach } = when
  const scope = withDescendants(rosters.organisations, organisation.id)
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const leaders = leadersOf(tables, when, rosters)
  const wanted = new Set(entries.map(({ memberId }) => memberId))
  const present = leaders.filter(({ member }) => wanted.has(member.id))
  const rest = [...wanted].filter((id) => !present.some(({ member }) => member.id === id))
  const people = [...present.map(({ member }) => member), ...membersById(tables, rest)]
  const known = new Map(rosters.organisations.map((one) => [one.id, one]))
  const homes = new Map(present.flatMap(({ member, branchId }) => [[member.id, known.get(branchId) ?? organisation]]))
  const branches = [...new Set([...(isBranch(organisation) ? [organisation] : []), ...homes.values()])].filter(isBranch)
  const scores = branchScores(tables, branches, { key: 'standard', year, today }, rosters)
  const polls = heldPolls(tables, { year, today, reach, rules })
  const ids = people.map(({ id }) => id)
  const shared = namesakes(people.map(({ id, name }) => ({ name, home: homeOf({ organisation, homes }, id) })))
  const ground: Ground = {
    ...{ ...when, tables, polls, homes, shared },
    attendance: attendanceOf(tables, people, { scope, year, today }, rosters),
    learners: new Map(
      branches.flatMap((branch) =>
        studyTable(tables, branch, { year, today }, rosters).lines.map((line) => [line.memberId, line])
      )
    ),
    // When a sealed talk was held is not told, and so not counted.
    talks: talkHeads(tables, scope, year).filter(({ level, date }) => level !== 'L3' && date <= today),
    rectifications: countedTurns(rectificationsOf(tables, scope)).filter((one) => isOfYear(one, year)),
    suspensions: suspensionsOf(tables, ids),
    restricted: restrictedOf(tables, ids, year),
    vetoes: new Map(scores.map(({ facts, vetoes }) => [facts.organisation.id, vetoes.map(({ says }) => says)]))
  }
  return {
    cadres: people.map((member) => factsOf(ground, member)),
    works: scores.map((score) => workOf(tables, score, year)),
    teams: teamsOf(polls, scope),
    unmatched: unmatchedLines(polls, shared),
    rules
  }
}
