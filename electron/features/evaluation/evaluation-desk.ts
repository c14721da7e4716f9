import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { type ShownLine, shownLine } from '../../../shared/features/ballot/secrecy-rules.ts'
import { type DisposalReminder, disposalReminders } from '../../../shared/features/disposal/disposal-rules.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import type { Entry, Evaluation } from '../../../shared/features/evaluation/evaluation.ts'
import {
  evaluationFindings,
  type EvaluationFinding,
  finishingFindings
} from '../../../shared/features/evaluation/finding-rules.ts'
import { type EvaluationFollowUp, followUpsOf } from '../../../shared/features/evaluation/follow-up-rules.ts'
import type { EvaluatedMember, EvaluationResult } from '../../../shared/features/evaluation/result.ts'
import { type EvaluationStepState, stepsOf } from '../../../shared/features/evaluation/step-rules.ts'
import { type AgendaItem, meetingTitle, type MeetingType } from '../../../shared/features/meeting/meeting.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type Day, makeDay } from '../../../shared/kernel/dates.ts'
import { pinyinOf } from '../../../shared/kernel/names.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { countsOf } from '../ballot/ballot-repository.ts'
import { meetingsOf } from '../meeting/meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { evaluatedBranch, type JudgedEvaluation, judgedEvaluation } from './evaluation-year.ts'

/** Who is at the keyboard, as far as evaluations go (security.md §9). */
export type EvaluationCall = {
  store: Store
  today: Day
  newId: () => string
  may: { enter: boolean; tally: boolean; decide: boolean }
}

/** A branch and a 所属年度. */
export type EvaluationWish = { organisationId: string; year: number }

/**
 * A member as the screen may show him. `figures`, `advice`, `withinLimit` and `bars` only for who may see tallies; what he and
 * others wrote (`entry`'s texts) only for who enters evaluations.
 */
export type MemberView = Pick<EvaluatedMember, 'graded' | 'whyNotGraded' | 'advice' | 'withinLimit' | 'bars'> & {
  memberId: string
  name: string
  initials: string
  sex: string
  category: string
  posts: readonly string[]
  groupId: string | null
  entry: Entry | null
  figures: ShownLine | null
}

/** Counting of one round: being typed or voted on, done; `stopped` where more came back than were given out. */
export type RoundState = {
  roundId: string
  way: 'paper' | 'desk'
  passes: number
  stopped: boolean
  confirmedOn: Day | null
}

/** A meeting that may be the one of the vote, the 互评 or the decision. */
export type LinkedMeeting = { id: string; title: string; date: Day; types: MeetingType[] }

export type EvaluationDesk = {
  organisation: Organisation
  evaluation: Omit<Evaluation, 'entries'> | null
  members: MemberView[]
  result: Omit<EvaluationResult, 'members'>
  steps: EvaluationStepState[]
  findings: EvaluationFinding[]
  /** What would stand in the way of finishing, besides the findings. */
  finishing: EvaluationFinding[]
  followUps: (EvaluationFollowUp | DisposalReminder)[]
  rounds: RoundState[]
  groups: Pick<Organisation, 'id' | 'name' | 'shortName'>[]
  meetings: LinkedMeeting[]
  disposals: Disposal[]
  may: EvaluationCall['may']
}

const headOf = ({ entries: _entries, ...head }: Evaluation): Omit<Evaluation, 'entries'> => head

const withoutTexts = (entry: Entry): Entry => ({
  ...entry,
  ...{
    selfReview: null,
    peerOpinions: null,
    ownOpinion: null,
    superiorOpinion: null,
    reason: null,
    note: null,
    help: null
  }
})

function memberView(one: EvaluatedMember, may: EvaluationCall['may']): MemberView {
  const { person, entry, counts, graded, whyNotGraded } = one
  const { id, name, sex } = person.member
  const own = entry === null || may.enter ? entry : withoutTexts(entry)
  const figures = may.tally && entry !== null && entry.counts !== null ? shownLine(counts) : null
  // What the ballots suggest tells of them as their figures do.
  const told = may.tally && figures?.shown !== false
  return {
    ...{ memberId: id, name, initials: pinyinOf(name).initials, sex, category: person.category },
    ...{ posts: person.posts, groupId: person.groupId, graded, whyNotGraded },
    entry: own === null ? null : { ...own, counts: null },
    figures,
    advice: told ? one.advice : null,
    withinLimit: told ? one.withinLimit : null,
    bars: may.tally ? one.bars : []
  }
}

/** Meetings of the branch in the year and the spring after, in which evaluations are often finished. */
function meetingsFor(tables: Tables, organisationId: string, year: number) {
  const [from, to] = [makeDay(year, 1, 1), makeDay(year + 1, 6, 30)]
  return meetingsOf(tables, [organisationId], null).filter(({ date }) => date >= from && date <= to)
}

/** The agenda of the meetings an evaluation was held at; null where none is linked. */
function agendaOf(evaluation: Evaluation, meetings: ReturnType<typeof meetingsFor>): AgendaItem[] | null {
  const ids = new Set(evaluation.rounds.map(({ meetingId }) => meetingId).filter((id) => id !== null))
  const linked = meetings.filter(({ id }) => ids.has(id))
  return linked.length === 0 ? null : linked.flatMap(({ agenda }) => agenda)
}

/** What needs saying, to who may see it: a finding about one person tells of his ballots. */
function findingsOf({ evaluation, result, rules }: JudgedEvaluation, today: Day, agenda: AgendaItem[] | null) {
  if (evaluation === null) return { findings: [], finishing: [] }
  const facts = { evaluation, result, today, rules, agenda }
  return { findings: evaluationFindings(facts), finishing: finishingFindings(facts) }
}

const reminders = (judged: JudgedEvaluation, today: Day): EvaluationDesk['followUps'] => {
  const { evaluation, result, disposals, rules } = judged
  const own = evaluation === null ? [] : followUpsOf({ evaluation, result, disposals, today, rules })
  const names = new Map(result.members.map(({ person: { member } }) => [member.id, member.name]))
  const terms = disposalReminders(disposals, { today, rules })
  return [...own, ...terms.map((one) => ({ ...one, subject: `${names.get(one.memberId) ?? ''}：${one.subject}` }))]
}

/** Everything the screen of an evaluation needs. */
export function evaluationDesk(
  call: EvaluationCall,
  { organisationId, year }: EvaluationWish
): Outcome<EvaluationDesk> {
  const { store, today, may } = call
  return store.read((tables) => {
    const branch = evaluatedBranch(tables, store.reach, organisationId)
    if (!branch.ok) return branch
    const judged = judgedEvaluation(tables, branch.value, { year, today })
    const { evaluation, result } = judged
    const meetings = meetingsFor(tables, organisationId, year)
    const said = findingsOf(judged, today, evaluation === null ? null : agendaOf(evaluation, meetings))
    const { members, ...rest } = result
    const hiddenOnes = new Set<string | null>(
      members.flatMap(({ person, counts }) => (shownLine(counts).shown ? [] : [person.member.id]))
    )
    return success({
      organisation: branch.value,
      evaluation: evaluation === null ? null : headOf(evaluation),
      members: members.map((one) => memberView(one, may)),
      result: rest,
      steps: evaluation === null ? [] : stepsOf({ evaluation, result, today }),
      findings: said.findings.filter(({ code, memberId }) => {
        const hidden = code === 'differs' && hiddenOnes.has(memberId)
        return (may.tally || memberId === null) && !hidden
      }),
      finishing: said.finishing,
      followUps: may.enter
        ? reminders(judged, today).filter(({ kind }) => may.tally || !kind.startsWith('disposal'))
        : [],
      rounds:
        evaluation === null
          ? []
          : countsOf(tables, evaluation.id).map((count) => ({
              ...{ roundId: count.part, way: count.way, confirmedOn: count.confirmedOn },
              passes: count.passes.length,
              stopped: isVoid(count)
            })),
      groups: allOrganisations(tables)
        .filter(({ kind, parentId }) => kind === '党小组' && parentId === organisationId)
        .map(({ id, name, shortName }) => ({ id, name, shortName })),
      meetings: meetings.map((one) => ({ id: one.id, title: meetingTitle(one), date: one.date, types: one.types })),
      disposals: may.tally ? judged.disposals : [],
      may
    })
  })
}
