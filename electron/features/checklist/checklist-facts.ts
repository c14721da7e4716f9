import type { EvaluationFact, ItemFacts, MeetingFact } from '../../../shared/features/checklist/item-facts.ts'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import { leastOfAll } from '../../../shared/features/ballot/secrecy-rules.ts'
import { stepsOf as evaluationStepsOf } from '../../../shared/features/evaluation/step-rules.ts'
import { stepsOf as lifeStepsOf } from '../../../shared/features/life/life-rules.ts'
import { categoryOn, type Member, membershipOn } from '../../../shared/features/member/member.ts'
import { personalMatters } from '../../../shared/features/meeting/admission-rules.ts'
import { inRosterOrder } from '../../../shared/features/member/roster-document.ts'
import { partyMembersOn } from '../../../shared/features/member/member-rules.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { setupFactsOf } from '../../../shared/features/organisation/setup-rules.ts'
import { belongsToYear } from '../../../shared/features/pack/pack.ts'
import { type PlanBranch, startIn, type YearPeriods, yearPeriods } from '../../../shared/features/plan/wanted-rules.ts'
import type { Post } from '../../../shared/features/post/post.ts'
import { shownOutcome } from '../../../shared/features/poll/shown-rules.ts'
import type { Poll } from '../../../shared/features/poll/poll.ts'
import { countedTurns } from '../../../shared/features/rectification/rectification.ts'
import { type Day, makeDay, yearOf } from '../../../shared/kernel/dates.ts'
import { sumOf, typed } from '../../../shared/kernel/fraction.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Suspension } from '../../../shared/features/suspension/suspension.ts'
import type { Tables } from '../../store/store.ts'
import { judgedEvaluation } from '../evaluation/evaluation-year.ts'
import { lifeOf } from '../life/life-repository.ts'
import { lifeTalks } from '../life/life-talks.ts'
import { judgedMeetings, readRosters, type Rosters } from '../meeting/meeting-judgement.ts'
import { membersById, membersOf } from '../member/member-repository.ts'
import { planBranches } from '../plan/plan-facts.ts'
import { pollsOf } from '../poll/poll-repository.ts'
import { allPosts, postsOf } from '../post/post-repository.ts'
import { rectificationsOf, rectificationsOfMeeting } from '../rectification/rectification-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { studiesOf } from '../study/study-repository.ts'
import { studyTable } from '../study/study-table.ts'
import { suspensionsOf } from '../suspension/suspension-repository.ts'
import { talkYear } from '../talk/talk-year.ts'
import { tasksOf } from '../task/task-repository.ts'
import { whereaboutsOfMembers } from '../whereabouts/whereabouts-repository.ts'
import { marksOf, proofsOf } from './checklist-repository.ts'

/** What is read once for all branches of a year. */
type Ground = {
  tables: Tables
  year: number
  today: Day
  rules: RulesInForce
  rosters: Rosters
  periods: YearPeriods
  /** Posts of the whole office. */
  posts: readonly Post[]
}

const lastDayOf = (year: number, today: Day): Day => {
  const last = makeDay(year, 12, 31)
  return today < last ? today : last
}

function heldMeetings({ tables, year, today, rosters }: Ground, scope: readonly string[]): MeetingFact[] {
  const held = rosters.meetings(scope).filter((one) => one.date <= today && belongsToYear(one, year))
  return judgedMeetings(tables, held, today, rosters).map(({ meeting, roll, counts, verdicts }) => {
    const absent = new Set(meeting.absences.map(({ memberId }) => memberId))
    const present = roll.filter(({ expected, memberId }) => expected && !absent.has(memberId))
    return { meeting, expected: counts.expected, present: present.map(({ memberId }) => memberId), verdicts }
  })
}

function setupOf(ground: Ground, organisation: Organisation, scope: readonly string[], day: Day) {
  const { tables, rosters } = ground
  const members = membersOf(tables, scope)
  const suspensions = suspensionsOf(
    tables,
    members.map(({ id }) => id)
  )
  const there = partyMembersOn({ members, posts: ground.posts, suspensions }, scope, day).filter(({ own }) => own)
  const people = inRosterOrder(there, 'post')
  const below = rosters.organisations.filter(({ id }) => id !== organisation.id && scope.includes(id))
  const setup = setupFactsOf({ organisation, below, people, today: day })
  return { setup, people: people.map(({ member }) => member), suspensions }
}

/** The 组织生活会 of the year: the one held, the first where there are several. */
function lifeFact(
  { tables, rosters }: Ground,
  organisation: Organisation,
  meetings: readonly MeetingFact[],
  year: number
) {
  const meeting = meetings
    .map((one) => one.meeting)
    .filter(
      ({ types, organisationId, year: stated }) =>
        types.includes('组织生活会') && organisationId === organisation.id && stated === year
    )
    .sort((one, other) => (one.date < other.date ? -1 : 1))[0]
  if (meeting === undefined) return null
  const talks = lifeTalks(tables, { meeting, organisation, roster: rosters.of(organisation) })
  const rectifications = rectificationsOfMeeting(tables, meeting.id)
  const steps = lifeStepsOf({ life: lifeOf(tables, meeting.id), meeting, rectifications, talks })
  return { meetingId: meeting.id, date: meeting.date, steps }
}

function evaluationFact({ tables, year, today, rosters }: Ground, organisation: Organisation): EvaluationFact | null {
  const { evaluation, result } = judgedEvaluation(tables, organisation, { year, today }, rosters)
  if (evaluation === null) return null
  const isDecided = evaluation.decidedOn === null || evaluation.decidedOn <= today
  const finals = isDecided ? evaluation.entries.flatMap(({ final }) => final ?? []) : []
  return {
    id: evaluation.id,
    steps: evaluationStepsOf({ evaluation, result, today }),
    votes: evaluation.rounds.map(({ date }) => date).filter((date) => date <= today),
    decided: finals.length > 0,
    excellent: finals.filter((final) => final === '优秀').length,
    limit: result.limit.limit,
    overReason: evaluation.overReason,
    graded: finals.length,
    qualified: finals.filter((final) => final === '优秀' || final === '合格').length
  }
}

/** 述职评议 of whatever level in which a 书记 of the branch was heard. */
const reportFacts = (polls: readonly Poll[], secretaries: ReadonlySet<string>, today: Day) =>
  polls
    .filter(({ kind, date }) => kind === '述职评议' && (date === null || date <= today))
    .flatMap(({ id, date, subjects }) =>
      subjects
        .filter(({ memberId }) => memberId !== null && secretaries.has(memberId))
        .map(({ name, final }) => ({ pollId: id, name, date, grade: final }))
    )

const teamPollFacts = (polls: readonly Poll[], organisationId: string, today: Day, rules: RulesInForce) =>
  polls
    .filter((one) => one.kind === '班子测评' && one.organisationId === organisationId)
    .filter(({ date }) => date === null || date <= today)
    .map((poll) => {
      const [team] = shownOutcome({ poll, rules }).subjects
      // Of few ballots nothing is told, whether it was good enough neither.
      const shares = team === undefined || team.valid < leastOfAll ? null : team.shares
      const best = scales[poll.scale].slice(0, 2)
      const good = shares === null ? null : sumOf(best.map((grade) => typed(Number(shares[grade] ?? 0))))
      return { pollId: poll.id, name: poll.name, good }
    })

/** The posts of a branch; one nobody ended runs to the day its holder left the branch. */
function heldPosts(tables: Tables, { id }: Organisation): Post[] {
  const posts = postsOf(tables, [id])
  const holders = membersById(
    tables,
    posts.map(({ memberId }) => memberId)
  )
  const homes = new Map(holders.map((one) => [one.id, one.memberships.filter((spell) => spell.organisationId === id)]))
  return posts.map((post) => {
    const spells = homes.get(post.memberId) ?? []
    const isThere = spells.length === 0 || spells.some(({ to }) => to === null)
    const left = isThere
      ? null
      : (spells
          .flatMap(({ to }) => to ?? [])
          .sort()
          .at(-1) ?? null)
    return left !== null && (post.to === null || post.to > left) ? { ...post, to: left } : post
  })
}

/** Who is on the way into the Party in the branch, and how often it was voted on in the year. */
function admissionsOf({ tables, year }: Ground, scope: readonly string[], day: Day, meetings: readonly MeetingFact[]) {
  const there = membersOf(tables, scope).filter((member) => scope.some((id) => membershipOn(member, id, day) !== null))
  const of = (categories: readonly string[]): number =>
    there.filter((member) => categories.includes(categoryOn(member, day) ?? '')).length
  const voted = meetings.flatMap(({ meeting }) => meeting.agenda.filter(({ kind }) => personalMatters.includes(kind)))
  const activists = of(['入党积极分子', '发展对象'])
  const admitted = there.filter(({ joinedOn, fullOn }) =>
    [joinedOn, fullOn].some((on) => on !== null && yearOf(on) === year && on <= day)
  )
  return { activists, cases: activists + of(['预备党员']) + voted.length + admitted.length }
}

/** People whose membership is stopped are on no roster, but their 失联 is judged with the others' (C6). */
const stoppedOf = (suspensions: readonly Suspension[]): string[] => [
  ...new Set(suspensions.filter(({ kind }) => kind === '停止党籍').map(({ memberId }) => memberId))
]

/** Who was 书记 of the branch at some time of the year: by dated posts, else as the roster states it. */
function secretariesOf(
  { id }: Organisation,
  people: readonly Member[],
  posts: readonly Post[],
  year: number
): Set<string> {
  const [from, to] = [makeDay(year, 1, 1), makeDay(year, 12, 31)]
  const held = posts.filter((post) => post.title === '书记' && post.from <= to && (post.to === null || post.to >= from))
  if (posts.length > 0) return new Set(held.map(({ memberId }) => memberId))
  const stated = people.filter(({ memberships }) =>
    memberships.some((spell) => spell.organisationId === id && spell.statedPosts.includes('书记'))
  )
  return new Set(stated.map((one) => one.id))
}

function factsOf(ground: Ground, organisation: Organisation, plan: PlanBranch, polls: readonly Poll[]): ItemFacts {
  const { tables, year, today, rules, rosters, periods } = ground
  const day = lastDayOf(year, today)
  const scope = withDescendants(rosters.organisations, organisation.id)
  const meetings = heldMeetings(ground, scope)
  const { setup, people, suspensions } = setupOf(ground, organisation, scope, day)
  const posts = heldPosts(tables, organisation)
  const ids = people.map(({ id }) => id)
  const isPast = ({ happenedOn }: { happenedOn: Day | null }): boolean => happenedOn === null || happenedOn <= today
  return {
    ...{ organisation, year, today, day, start: startIn(plan, year), rules, setup, people, plan, periods, meetings },
    posts,
    learners: studyTable(tables, organisation, { year, today }, rosters).lines,
    trained: studiesOf(tables, ids, makeDay(year - 1, 7, 1), today).filter(({ kind }) => kind === '集中培训'),
    admissions: admissionsOf(ground, scope, day, meetings),
    whereabouts: whereaboutsOfMembers(tables, [...ids, ...stoppedOf(suspensions)]),
    suspensions,
    life: lifeFact(ground, organisation, meetings, year),
    evaluation: evaluationFact(ground, organisation),
    talks: talkYear(tables, organisation, { year, today }, rosters).coverage,
    reports: reportFacts(polls, secretariesOf(organisation, people, posts, year), today),
    teamPolls: teamPollFacts(polls, organisation.id, today, rules),
    tasks: tasksOf(tables, [organisation.id]).filter(({ dueOn }) => dueOn !== null && yearOf(dueOn) === year),
    rectifications: countedTurns(rectificationsOf(tables, scope)),
    // What is dated after today counts for nothing yet.
    proofs: proofsOf(tables, [organisation.id], year).filter(isPast),
    marks: marksOf(tables, [organisation.id], year).filter(isPast)
  }
}

/** What the items of so many branches and a year are computed from, as it stands today. */
export function itemFacts(
  tables: Tables,
  branches: readonly Organisation[],
  { year, today }: { year: number; today: Day },
  rosters: Rosters = readRosters(tables)
): ItemFacts[] {
  const own = branches.filter(isBranch)
  const book = ruleBookOf(tables)
  const plans = new Map(planBranches(tables, own, year).map((plan) => [plan.organisation.id, plan]))
  const ground: Ground = {
    ...{ tables, year, today, rosters, posts: allPosts(tables) },
    rules: rulesOfYear(book, year, today),
    periods: yearPeriods(year, today, book)
  }
  const polls = pollsOf(
    tables,
    rosters.organisations.map(({ id }) => id),
    year
  )
  return own.flatMap((organisation) => {
    const plan = plans.get(organisation.id)
    return plan === undefined ? [] : [factsOf(ground, organisation, plan, polls)]
  })
}
