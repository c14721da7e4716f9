import { absenceAlerts } from '../../../shared/features/alert/absence-alert-rules.ts'
import { type FoundAlert, inOrderOfAlerts } from '../../../shared/features/alert/alert.ts'
import { codesOff } from '../../../shared/features/alert/alert-setting.ts'
import { evaluationAlerts } from '../../../shared/features/alert/evaluation-alert-rules.ts'
import {
  meetingAlerts,
  type WatchedOrganisation,
  watchedFrom
} from '../../../shared/features/alert/meeting-alert-rules.ts'
import { studyAlerts } from '../../../shared/features/alert/study-alert-rules.ts'
import { talkAlerts } from '../../../shared/features/alert/talk-alert-rules.ts'
import { voteAlerts } from '../../../shared/features/alert/vote-alert-rules.ts'
import type { Meeting } from '../../../shared/features/meeting/meeting.ts'
import { type Roster, rollOf } from '../../../shared/features/meeting/meeting-rules.ts'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { belongsToYear } from '../../../shared/features/pack/pack.ts'
import { type Day, within } from '../../../shared/kernel/dates.ts'
import type { RuleBook } from '../../../shared/rulebook/rule-book.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { type JudgedMeeting, judgedMeetings, readRosters, type Rosters } from '../meeting/meeting-judgement.ts'
import { recordsStarts } from '../organisation/organisation-repository.ts'
import { type PackEvaluation, packEvaluations } from '../pack/pack-evaluations.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { learnersOf, studyTable } from '../study/study-table.ts'
import { type TalkYear, talkYear } from '../talk/talk-year.ts'
import { alertSettings } from './alert-repository.ts'
import { officeAlerts } from './office-alerts.ts'

/** How far back the rows of absences are looked for: they go on across the turn of the year. */
const yearsBack = 1

/** Whose warnings, of which year, as they stand on which day. */
type At = { year: number; today: Day }

/**
 * What a caller may have read already: all meetings of the organisations whatever their year, those of the year with what the
 * rules say of them, talks and evaluations of the branches.
 */
export type AlertGround = {
  meetings: readonly Meeting[]
  judged: readonly JudgedMeeting[]
  talks: readonly TalkYear[]
  evaluations: readonly PackEvaluation[]
}

function groundOf(
  tables: Tables,
  organisations: readonly Organisation[],
  { year, today }: At,
  rosters: Rosters
): AlertGround {
  const scope = organisations.map(({ id }) => id)
  const meetings = rosters.meetings(scope)
  const ofYear = meetings.filter((meeting) => belongsToYear(meeting, year))
  return {
    meetings,
    judged: judgedMeetings(tables, ofYear, today, rosters),
    talks: organisations.filter(isBranch).map((branch) => talkYear(tables, branch, { year, today }, rosters)),
    evaluations: packEvaluations(tables, scope, { year, today }, rosters)
  }
}

/** What is read once for all branches. */
type Reading = AlertGround &
  At & {
    tables: Tables
    rosters: Rosters
    book: RuleBook
    rules: RulesInForce
    starts: ReadonlyMap<string, Day>
    meetingsBy: ReadonlyMap<string, readonly Meeting[]>
    /** Meetings of this year and the one before, by organisation, with their rolls. */
    rolled: ReadonlyMap<string, readonly JudgedMeeting[]>
  }

/** 设支委会 as stated, else whether somebody was 委员 in the span: by dated posts, else by what the roster states. */
function hasCommittee({ hasCommittee }: Organisation, roster: Roster, from: Day, to: Day): boolean {
  if (hasCommittee !== null) return hasCommittee
  const isSeat = (title: string): boolean => title.endsWith('委员')
  if (roster.posts.length > 0)
    return roster.posts.some((post) => isSeat(post.title) && post.from <= to && (post.to === null || post.to >= from))
  return roster.members.some((member) =>
    member.memberships.some(
      (spell) => spell.organisationId === roster.organisation.id && spell.statedPosts.some(isSeat)
    )
  )
}

const watchedIn = ({ starts, meetingsBy, rosters }: Reading, organisation: Organisation): WatchedOrganisation => ({
  organisation,
  recordsFrom: starts.get(organisation.id) ?? null,
  hasCommittee: (from, to) => hasCommittee(organisation, rosters.of(organisation), from, to),
  meetings: meetingsBy.get(organisation.id) ?? []
})

/** W01–W06, W10 and W25 of a branch with its groups. */
function branchAlerts(reading: Reading, branch: Organisation): FoundAlert[] {
  const { tables, rosters, book, rules, year, today, rolled } = reading
  const inside = withDescendants(rosters.organisations, branch.id)
  const groups = rosters.organisations.filter(({ id, kind }) => kind === '党小组' && inside.includes(id))
  const watched = watchedIn(reading, branch)
  const events = inside.flatMap((id) => rolled.get(id) ?? [])
  const people = rollOf(['党员大会'], today, rosters.of(branch))
  const learners = learnersOf(studyTable(tables, branch, { year, today }, rosters).lines)
  return [
    ...meetingAlerts(
      watched,
      groups.map((group) => watchedIn(reading, group)),
      { year, today, book }
    ),
    ...absenceAlerts(branch.code, people, events, { from: watchedFrom(watched), today }),
    ...studyAlerts(branch.code, learners, { year, today, rules })
  ]
}

/** W07 of a branch, also of one that has no evaluation of the year. */
function evaluationAlertsOf({ evaluations, starts, year, today, rules }: Reading, organisation: Organisation) {
  const { evaluation, result } = evaluations.find((one) => one.organisation.id === organisation.id) ?? {}
  const days = (evaluation?.rounds ?? []).map(({ date }) => date).sort()
  const watched = {
    ...{ organisation, recordsFrom: starts.get(organisation.id) ?? null, heldOn: days[0] ?? null },
    decided: evaluation?.entries.some(({ final }) => final !== null) ?? false,
    excellent: result?.decided.优秀 ?? 0,
    limit: result?.limit.limit ?? 0,
    overReason: evaluation?.overReason ?? null
  }
  return evaluationAlerts(watched, { year, today, rules })
}

/** W08 of a branch. */
function talkAlertsOf({ talks, starts, today }: Reading, { id }: Organisation): FoundAlert[] {
  const own = talks.find(({ organisation }) => organisation.id === id)
  if (own === undefined) return []
  const { organisation, coverage, rules } = own
  return talkAlerts({ organisation, recordsFrom: starts.get(id) ?? null, coverage }, { today, rules })
}

/** W09 and W23. */
const voteAlertsOf = ({ judged, today }: Reading): FoundAlert[] =>
  judged
    .filter(({ meeting }) => meeting.date <= today)
    .flatMap(({ meeting, verdicts, organisation, rules }) => voteAlerts(meeting, verdicts, organisation.code, rules))

function readingOf(
  tables: Tables,
  organisations: readonly Organisation[],
  at: At,
  rosters: Rosters,
  ground: AlertGround
): Reading {
  const { year, today } = at
  const book = ruleBookOf(tables)
  const inside = new Set(organisations.flatMap(({ id }) => withDescendants(rosters.organisations, id)))
  const since = `${year - yearsBack}-01-01`
  const known = new Map(ground.judged.map((one) => [one.meeting.id, one]))
  const recent = ground.meetings.filter(
    ({ date, organisationId }) => within(date, since, today) && inside.has(organisationId)
  )
  const others = recent.filter(({ id }) => !known.has(id))
  const rolled = [...judgedMeetings(tables, others, today, rosters), ...recent.flatMap(({ id }) => known.get(id) ?? [])]
  return {
    ...{ ...ground, tables, rosters, book, year, today },
    rules: rulesOfYear(book, year, today),
    starts: recordsStarts(tables),
    meetingsBy: Map.groupBy(ground.meetings, ({ organisationId }) => organisationId),
    rolled: Map.groupBy(rolled, ({ organisation }) => organisation.id)
  }
}

/**
 * All warnings of the organisations for a year, as they stand on a day, by organisation, code and due: W01–W10 and W25 of the
 * branches with their groups, W20–W22 of all but groups, W09 and W23 of every meeting. Codes the office has switched off
 * are left out. `ground` is for a caller who has read it already.
 */
export function alertsOf(
  tables: Tables,
  organisations: readonly Organisation[],
  at: At,
  rosters: Rosters = readRosters(tables),
  ground: AlertGround = groundOf(tables, organisations, at, rosters)
): FoundAlert[] {
  const reading = readingOf(tables, organisations, at, rosters, ground)
  const off = codesOff(alertSettings(tables))
  const found = [
    ...organisations
      .filter(isBranch)
      .flatMap((branch) => [
        ...branchAlerts(reading, branch),
        ...evaluationAlertsOf(reading, branch),
        ...talkAlertsOf(reading, branch)
      ]),
    ...organisations.flatMap((organisation) => officeAlerts(tables, organisation, at.today, rosters)),
    ...voteAlertsOf(reading)
  ]
  return inOrderOfAlerts(found.filter(({ code }) => !off.has(code)))
}
