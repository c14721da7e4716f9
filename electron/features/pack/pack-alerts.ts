import { absenceAlerts } from '../../../shared/features/alert/absence-alert-rules.ts'
import { type Alert, inOrderOfAlerts } from '../../../shared/features/alert/alert.ts'
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
import { type Day, within } from '../../../shared/kernel/dates.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { type JudgedMeeting, judgedMeetings, type Rosters } from '../meeting/meeting-judgement.ts'
import { learnersOf, studyTable } from '../study/study-table.ts'
import { recordsStarts } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { TalkYear } from '../talk/talk-year.ts'
import type { PackEvaluation } from './pack-evaluations.ts'

/** How far back the rows of absences are looked for: they go on across the turn of the year. */
const yearsBack = 1

type Watch = (organisation: Organisation) => WatchedOrganisation

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

function watcher(tables: Tables, meetings: readonly Meeting[], rosters: Rosters): Watch {
  const starts = recordsStarts(tables)
  const own = Map.groupBy(meetings, ({ organisationId }) => organisationId)
  return (organisation) => ({
    organisation,
    recordsFrom: starts.get(organisation.id) ?? null,
    hasCommittee: (from, to) => hasCommittee(organisation, rosters.of(organisation), from, to),
    meetings: own.get(organisation.id) ?? []
  })
}

type Facts = {
  scope: readonly string[]
  /** All meetings of the scope, whatever their year. */
  meetings: readonly Meeting[]
  judged: readonly JudgedMeeting[]
  year: number
  today: Day
}

/** W01–W06, W09, W10, W23 and W25 of the organisations of `scope` for a year, as they stand on a day, in their order. */
export function packAlerts(tables: Tables, { scope, meetings, judged, year, today }: Facts, rosters: Rosters): Alert[] {
  const { organisations } = rosters
  const watch = watcher(tables, meetings, rosters)
  const book = ruleBookOf(tables)
  const rules = rulesOfYear(book, year, today)
  const branches = organisations.filter((one) => scope.includes(one.id) && isBranch(one))
  const below = new Map(branches.map(({ id }) => [id, withDescendants(organisations, id)]))
  const since = `${year - yearsBack}-01-01`
  const recent = meetings.filter(({ date }) => within(date, since, today))
  const rolled = Map.groupBy(judgedMeetings(tables, recent, today, rosters), ({ organisation }) => organisation.id)
  const found = branches.flatMap((branch) => {
    const inside = below.get(branch.id) ?? []
    const groups = organisations.filter(({ id, kind }) => kind === '党小组' && inside.includes(id)).map(watch)
    const watched = watch(branch)
    const events = inside.flatMap((id) => rolled.get(id) ?? [])
    const people = rollOf(['党员大会'], today, rosters.of(branch))
    return [
      ...meetingAlerts(watched, groups, { year, today, book }),
      ...absenceAlerts(branch.code, people, events, { from: watchedFrom(watched), today }),
      ...studyAlerts(branch.code, learnersOf(studyTable(tables, branch, year, today).lines), { year, today, rules })
    ]
  })
  const votes = judged
    .filter(({ meeting }) => meeting.date <= today)
    .flatMap(({ meeting, verdicts, organisation, rules }) => voteAlerts(meeting, verdicts, organisation.code, rules))
  return inOrderOfAlerts([...found, ...votes])
}

/** W08 of the branches whose talks of the year these are. */
export function packTalkAlerts(tables: Tables, years: readonly TalkYear[], today: Day): Alert[] {
  const starts = recordsStarts(tables)
  return years.flatMap(({ organisation, coverage, rules }) =>
    talkAlerts({ organisation, recordsFrom: starts.get(organisation.id) ?? null, coverage }, { today, rules })
  )
}

/** W07 of the branches, also of those that have no evaluation of the year. */
export function packEvaluationAlerts(
  tables: Tables,
  branches: readonly Organisation[],
  evaluations: readonly PackEvaluation[],
  { year, today }: { year: number; today: Day }
): Alert[] {
  const starts = recordsStarts(tables)
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  const known = new Map(evaluations.map((one) => [one.organisation.id, one]))
  return branches.flatMap((organisation) => {
    const { evaluation, result } = known.get(organisation.id) ?? {}
    const days = (evaluation?.rounds ?? []).map(({ date }) => date).sort()
    const watched = {
      ...{ organisation, recordsFrom: starts.get(organisation.id) ?? null, heldOn: days[0] ?? null },
      decided: evaluation?.entries.some(({ final }) => final !== null) ?? false,
      excellent: result?.decided.优秀 ?? 0,
      limit: result?.limit.limit ?? 0,
      overReason: evaluation?.overReason ?? null
    }
    return evaluationAlerts(watched, { year, today, rules })
  })
}
