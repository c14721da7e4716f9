import type {
  CadreBallots,
  DutyHearing,
  TeamBallots,
  UnmatchedLine
} from '../../../shared/features/appraisal/cadre-facts.ts'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import type { Member } from '../../../shared/features/member/member.ts'
import type { Poll, PollKind } from '../../../shared/features/poll/poll.ts'
import type { PollOutcome, SubjectResult } from '../../../shared/features/poll/result.ts'
import { shownSubject } from '../../../shared/features/poll/shown-result.ts'
import { shownOutcome } from '../../../shared/features/poll/shown-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach, type Reach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { pollsOf } from '../poll/poll-repository.ts'

/** A poll of the year with its outcome as it may be shown. */
export type HeldPoll = { poll: Poll; outcome: PollOutcome }

type When = { year: number; today: Day; reach: Reach; rules: RulesInForce }

/** The polls of the year up to the day within reach, of whatever organisation: a cadre is often rated by the level above. */
export function heldPolls(tables: Tables, { year, today, reach, rules }: When): HeldPoll[] {
  const ids = allOrganisations(tables)
    .map(({ id }) => id)
    .filter((id) => inReach(reach, id))
  return pollsOf(tables, ids, year)
    .filter(({ date }) => date === null || date <= today)
    .map((poll) => ({ poll, outcome: shownOutcome({ poll, rules }) }))
}

/** The line of a person in a poll; one without a link is he where the poll is of his `home` and the name is his alone. */
const lineOf = (
  { poll, outcome }: HeldPoll,
  { id, name }: Member,
  home: readonly string[]
): SubjectResult | undefined =>
  outcome.subjects.find(({ subject }) => subject.memberId === id) ??
  outcome.subjects.find(
    ({ subject }) => subject.memberId === null && subject.name === name && home.includes(poll.organisationId)
  )

const ofKind = (polls: readonly HeldPoll[], kind: PollKind): HeldPoll[] =>
  polls.filter(({ poll }) => poll.kind === kind)

const isCounted = ({ subject }: SubjectResult): boolean => subject.results.length > 0

/** What of a subject may be shown; `hidden` in words where nothing is. */
function shownLine(result: SubjectResult, { poll: { id, name, date, scale } }: HeldPoll) {
  const { figures } = shownSubject(result, scales[scale])
  const hidden = 'why' in figures ? figures.why : null
  return {
    ...{ pollId: id, name, date, counted: isCounted(result), valid: hidden === null ? result.valid : 0, hidden },
    score: hidden === null ? result.score : null,
    shares: hidden === null ? result.shares : null,
    final: result.subject.final
  }
}

/** A cadre in the 干部测评 of the year, the earliest first. */
export const ballotsOf = (polls: readonly HeldPoll[], member: Member, home: readonly string[]): CadreBallots[] =>
  ofKind(polls, '干部测评')
    .flatMap((held): CadreBallots[] => {
      const result = lineOf(held, member, home)
      if (result === undefined) return []
      const { flags } = shownSubject(result, scales[held.poll.scale])
      return [
        {
          ...shownLine(result, held),
          unqualified: flags.includes('unqualified-over-third'),
          lacksPositive: flags.includes('positive-under-two-thirds')
        }
      ]
    })
    .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1))

/** The 述职评议 of the year in which a cadre was heard. */
export const hearingsOf = (polls: readonly HeldPoll[], member: Member, home: readonly string[]): DutyHearing[] =>
  ofKind(polls, '述职评议').flatMap((held): DutyHearing[] => {
    const result = lineOf(held, member, home)
    if (result === undefined) return []
    const { id, name, date } = held.poll
    return [{ pollId: id, name, date, final: result.subject.final }]
  })

/** The names several people have, each with the organisations in whose polls it would have meant one of them. */
export function namesakes(people: readonly { name: string; home: readonly string[] }[]): Map<string, string[]> {
  const named = Map.groupBy(people, ({ name }) => name)
  return new Map([...named].flatMap(([name, own]) => (own.length > 1 ? [[name, own.flatMap(({ home }) => home)]] : [])))
}

/** Lines without a link that could be of several people with that name, and so are of none. */
export const unmatchedLines = (
  polls: readonly HeldPoll[],
  shared: ReadonlyMap<string, readonly string[]>
): UnmatchedLine[] =>
  polls
    .filter(({ poll }) => poll.kind !== '班子测评')
    .flatMap(({ poll }) => {
      const open = poll.subjects.filter(
        ({ memberId, name }) => memberId === null && shared.get(name)?.includes(poll.organisationId) === true
      )
      return [...new Set(open.map(({ name }) => name))].map((name) => ({ poll: poll.name, name }))
    })

/** The teams that were rated in polls of these organisations. */
export const teamsOf = (polls: readonly HeldPoll[], organisationIds: readonly string[]): TeamBallots[] =>
  ofKind(polls, '班子测评')
    .filter(({ poll }) => organisationIds.includes(poll.organisationId))
    .flatMap((held) =>
      held.outcome.subjects.map((result): TeamBallots => {
        const { questions } = shownSubject(result, scales[held.poll.scale])
        return {
          ...shownLine(result, held),
          team: result.subject.name,
          grades: scales[held.poll.scale],
          questions: questions.filter(({ score }) => score !== '').map(({ title, score }) => ({ title, score }))
        }
      })
    )
