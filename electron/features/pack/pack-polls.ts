import { comprehensiveDocument } from '../../../shared/features/poll/comprehensive-document.ts'
import type { Poll } from '../../../shared/features/poll/poll.ts'
import { pollResultDocument } from '../../../shared/features/poll/poll-result-document.ts'
import { pollOutcome } from '../../../shared/features/poll/poll-rules.ts'
import { shownOutcome } from '../../../shared/features/poll/shown-rules.ts'
import type { PollOutcome } from '../../../shared/features/poll/result.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { citationOf } from '../../../shared/rulebook/rule.ts'
import { type RulesInForce, rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import type { Paper } from '../paper/paper.ts'
import { pollsOf } from '../poll/poll-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import type { Made } from './pack-documents.ts'

/** A poll of the year as it stands on the day of the pack. */
export type PackPoll = { poll: Poll; outcome: PollOutcome; rules: RulesInForce }

/** Ballots of a later day count for nothing yet. */
const asOn = (poll: Poll, today: Day): Poll =>
  poll.date === null || poll.date <= today
    ? poll
    : { ...poll, subjects: poll.subjects.map((subject) => ({ ...subject, results: [], final: null, reason: null })) }

/** Polls of the year in the scope, by number. */
export function packPolls(
  tables: Tables,
  scope: readonly string[],
  { year, today }: { year: number; today: Day }
): PackPoll[] {
  const rules = rulesOfYear(ruleBookOf(tables), year, today)
  return pollsOf(tables, scope, year)
    .map((stored) => asOn(stored, today))
    .sort((one, other) => (one.number < other.number ? -1 : 1))
    .map((poll) => ({ poll, outcome: pollOutcome({ poll, rules }), rules }))
}

/** The list of grades without figures, and F6-2 of a 述职评议, of a poll that was held. */
function pollKept({ poll, rules }: PackPoll, organisation: string, today: Day) {
  const isHeld = poll.subjects.some(({ results, final }) => results.length > 0 || final !== null)
  if (!isHeld) return []
  const shown = shownOutcome({ poll, rules })
  const facts = { organisation, poll, outcome: shown, citation: citationOf(rules.rule('6.2')), date: today }
  const documents: Record<string, Paper['document']> = {
    'poll-result': pollResultDocument(facts),
    ...(poll.kind === '述职评议' ? { 'poll-comprehensive': comprehensiveDocument(facts) } : {})
  }
  return Object.entries(documents).map(([kind, document]) => ({ kind, made: { title: document.meta.title, document } }))
}

/** What is kept of the polls of an organisation, and of its groups, which have no part of their own; for volume 06. */
export function pollPapers(
  polls: readonly PackPoll[],
  { id }: Organisation,
  root: Organisation,
  today: Day,
  { organisations }: Rosters
): Made[] {
  const known = new Map(organisations.map((one) => [one.id, one]))
  return polls.flatMap((one) => {
    const home = known.get(one.poll.organisationId)
    const owner = home?.kind === '党小组' && home.id !== root.id ? home.parentId : home?.id
    if (home === undefined || owner !== id) return []
    return pollKept(one, home.name, today).map(({ kind, made }): Made => {
      const records = [one.poll.id]
      return { kind, paper: made, group: 'evaluation', date: today, records }
    })
  })
}
