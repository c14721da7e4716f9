import { blankLine } from '../../../shared/features/ballot/ballot.ts'
import { leastOfAll, type ShownLine, shownClasses } from '../../../shared/features/ballot/secrecy-rules.ts'
import { type PollFinding, pollFindings } from '../../../shared/features/poll/finding-rules.ts'
import type { Poll, PollSubject } from '../../../shared/features/poll/poll.ts'
import { shownOutcome } from '../../../shared/features/poll/shown-rules.ts'
import type {
  ClassResult,
  Comprehensive,
  PollFlag,
  QuestionResult,
  SubjectResult
} from '../../../shared/features/poll/result.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { makeDay } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import { countsOf } from '../ballot/ballot-repository.ts'
import type { EvaluationCall, LinkedMeeting } from '../evaluation/evaluation-desk.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { allOrganisations, organisationById } from '../organisation/organisation-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { pollById, pollsOf } from './poll-repository.ts'

/** A poll in a list. */
export type PollCard = Pick<
  Poll,
  'id' | 'number' | 'name' | 'organisationId' | 'year' | 'kind' | 'date' | 'finishedOn'
> & {
  organisation: string
  subjects: number
  counted: number
  classes: number
}

/** Classes that have totals with at least one subject. */
const countedClasses = ({ classes, subjects }: Poll): string[] =>
  classes
    .map(({ name }) => name)
    .filter((name) => subjects.some(({ results }) => results.some(({ className }) => className === name)))

/** Polls of a year within reach, of one organisation or of all. */
export function pollCards({ store }: EvaluationCall, organisationId: string | null, year: number): PollCard[] {
  return store.read((tables) => {
    const organisations = allOrganisations(tables).filter(
      ({ id }) => inReach(store.reach, id) && (organisationId === null || id === organisationId)
    )
    const names = new Map(organisations.map(({ id, name, shortName }) => [id, shortName ?? name]))
    return pollsOf(tables, [...names.keys()], year).map((poll): PollCard => {
      const { id, number, name, organisationId: of, kind, date, finishedOn, classes, subjects } = poll
      const counted = countedClasses(poll).length
      const head = { id, number, name, organisationId: of, year: poll.year, kind, date, finishedOn }
      return { ...head, organisation: names.get(of) ?? '', subjects: subjects.length, counted, classes: classes.length }
    })
  })
}

/** A class of a subject as it may be shown. */
export type ClassView = Pick<ClassResult, 'name' | 'share' | 'issued' | 'returned' | 'void'> & { figures: ShownLine }

/**
 * A subject as the screen may show him; `hidden` says why there is no score, null where there is. No figures without the right.
 * `initials` of the name, for typing ahead.
 */
export type SubjectView = {
  subject: Omit<PollSubject, 'results'>
  initials: string
  classes: ClassView[]
  valid: number | null
  score: string | null
  shares: Readonly<Record<string, string>> | null
  questions: QuestionResult[]
  flags: readonly PollFlag[]
  comprehensive: Comprehensive | null
  hidden: string | null
}

/** Everything of a poll for who is at the keyboard; `counted` names the classes whose totals are in it, counted here or imported. */
export type PollDesk = {
  poll: Omit<Poll, 'subjects'>
  organisation: Organisation
  subjects: SubjectView[]
  limit: number
  over: number
  findings: PollFinding[]
  counted: string[]
  counts: { part: string; way: 'paper' | 'desk'; passes: number; confirmedOn: string | null }[]
  meetings: LinkedMeeting[]
  may: EvaluationCall['may']
}

const bare = ({ results: _results, ...subject }: PollSubject): Omit<PollSubject, 'results'> => subject
const withoutDecision = (subject: Omit<PollSubject, 'results'>): Omit<PollSubject, 'results'> => ({
  ...subject,
  ...{ workScore: null, dailyScore: null, negative: null, opinion: null, reason: null }
})
/** What may be said of however few ballots. */
const tellsNoVote: ReadonlySet<PollFlag> = new Set(['class-under-three', 'returned-above-issued'])
const notAllowed = '得票由书记、组织委员掌握'

/** A question that few answered has no score. */
const shownQuestion = (one: QuestionResult): QuestionResult =>
  one.valid < leastOfAll ? { ...one, valid: 0, score: null } : one

function subjectView(one: SubjectResult, { tally, enter }: EvaluationCall['may']): SubjectView {
  const shown = shownClasses(one.classes.map(({ overall, void: isVoid }) => (isVoid ? blankLine : overall)))
  const hidden = !tally ? notAllowed : shown.all.shown ? null : shown.all.why
  const own = bare(one.subject)
  return {
    subject: enter && tally ? own : withoutDecision(own),
    initials: pinyinOf(own.name).initials,
    classes: one.classes.map(({ name, share, issued, returned, void: isVoid }, at) => ({
      ...{ name, share, issued, returned, void: isVoid },
      figures: tally ? (shown.classes[at] ?? { shown: false, why: '' }) : { shown: false, why: notAllowed }
    })),
    valid: hidden === null ? one.valid : null,
    score: hidden === null ? one.score : null,
    shares: hidden === null ? one.shares : null,
    questions: hidden === null ? one.questions.map(shownQuestion) : [],
    flags: one.flags.filter((flag) => tally && (hidden === null || tellsNoVote.has(flag))),
    comprehensive: hidden === null ? one.comprehensive : null,
    hidden
  }
}

/** Everything the screen of a poll needs. */
export function pollDesk({ store, today, may }: EvaluationCall, id: string): Outcome<PollDesk> {
  return store.read((tables) => {
    const poll = pollById(tables, id)
    const organisation = poll === null ? null : organisationById(tables, poll.organisationId)
    if (poll === null || organisation === null) return failure('poll-unknown', '找不到这次测评，可能已被删除。')
    if (!inReach(store.reach, poll.organisationId)) return outOfReach()
    const rules = rulesOfYear(ruleBookOf(tables), poll.year, today)
    const outcome = shownOutcome({ poll, rules })
    const { subjects: _subjects, ...head } = poll
    const [from, to] = [makeDay(poll.year, 1, 1), makeDay(poll.year + 1, 6, 30)]
    return success({
      poll: head,
      organisation,
      subjects: outcome.subjects.map((one) => subjectView(one, may)),
      ...{ limit: outcome.limit, over: outcome.over },
      counted: countedClasses(poll),
      findings: may.tally ? pollFindings({ poll, outcome, rules }) : [],
      counts: countsOf(tables, id).map(({ part, way, passes, confirmedOn }) => ({
        ...{ part, way, confirmedOn },
        passes: passes.length
      })),
      meetings: meetingsOf(tables, [organisation.id], null)
        .filter(({ date }) => date >= from && date <= to)
        .map((one) => ({ id: one.id, title: meetingTitle(one), date: one.date, types: one.types })),
      may
    })
  })
}
