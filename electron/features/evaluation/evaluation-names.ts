import type { Evaluation, Entry } from '../../../shared/features/evaluation/evaluation.ts'
import type { Count } from '../../../shared/features/ballot/ballot.ts'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Tables } from '../../store/store.ts'
import { countsOf, saveCount } from '../ballot/ballot-repository.ts'
import { disposalsNaming, saveDisposal } from '../disposal/disposal-repository.ts'
import { pollsNaming, savePoll } from '../poll/poll-repository.ts'
import { evaluationsNaming, saveEvaluation } from './evaluation-repository.ts'

type Somebody = { id: string; name: string }
type Note = (record: JournalRecord, id: string, before: unknown, after: unknown) => void

/** One entry out of two of the same person: what the one that stays lacks comes from the other. */
const joined = (kept: Entry, other: Entry): Entry => ({
  ...other,
  ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null)),
  ...{ id: kept.id, memberId: kept.memberId }
})

function renamed({ entries, ...head }: Evaluation, formerId: string, to: Somebody): Evaluation {
  const own = entries.find(({ memberId }) => memberId === to.id)
  const former = entries.find(({ memberId }) => memberId === formerId)
  const merged = entries.flatMap((entry): Entry[] => {
    if (entry === former) return own === undefined ? [{ ...entry, memberId: to.id }] : []
    return [entry === own && former !== undefined ? joined(entry, former) : entry]
  })
  const help = (entry: Entry): Entry =>
    entry.help?.helper?.memberId === formerId
      ? { ...entry, help: { ...entry.help, helper: { name: to.name, memberId: to.id } } }
      : entry
  return { ...head, entries: merged.map(help) }
}

/** The lines of a count under way name the other person; where he is on the ballot himself, both lines stay. */
function renamedCount(count: Count, formerId: string, to: Somebody): Count {
  const isThere = count.lines.some(({ key }) => key === to.id)
  if (isThere || !count.lines.some(({ key }) => key === formerId)) return count
  const keyOf = (key: string): string => (key === formerId ? to.id : key)
  return {
    ...count,
    lines: count.lines.map((line) => (line.key === formerId ? { ...line, key: to.id, subject: to.name } : line)),
    passes: count.passes.map((pass) => ({
      ...pass,
      tally: {
        ...pass.tally,
        lines: Object.fromEntries(Object.entries(pass.tally.lines).map(([key, line]) => [keyOf(key), line]))
      }
    }))
  }
}

/** Evaluations, polls and 组织处置 that name a former person name another from now on. */
export function moveEvaluations(tables: Tables, note: Note, formerId: string, to: Somebody): void {
  for (const one of evaluationsNaming(tables, formerId)) {
    const after = renamed(one, formerId, to)
    saveEvaluation(tables, after)
    note('evaluation', one.id, one, after)
    for (const count of countsOf(tables, one.id)) saveCount(tables, renamedCount(count, formerId, to))
  }
  for (const one of pollsNaming(tables, formerId)) {
    const subjects = one.subjects.map((subject) =>
      subject.memberId === formerId ? { ...subject, memberId: to.id, name: to.name } : subject
    )
    savePoll(tables, { ...one, subjects })
    note('poll', one.id, one, { ...one, subjects })
  }
  for (const one of disposalsNaming(tables, formerId)) {
    const after = { ...one, memberId: to.id }
    saveDisposal(tables, after)
    note('disposal', one.id, one, after)
  }
}

/** How many evaluations, polls and 组织处置 name a person. */
export const evaluationRecordsNaming = (tables: Tables, memberId: string): number =>
  evaluationsNaming(tables, memberId).length +
  pollsNaming(tables, memberId).length +
  disposalsNaming(tables, memberId).length

/** What he wrote and others wrote of him goes; that he was evaluated, and with what result, stays with the branch. */
export function eraseEvaluations(tables: Tables, memberId: string): string[] {
  const own = evaluationsNaming(tables, memberId)
  for (const one of own) {
    const entries = one.entries.map((entry) =>
      entry.memberId === memberId
        ? { ...entry, selfReview: null, peerOpinions: null, ownOpinion: null, reason: null, note: null, help: null }
        : entry
    )
    saveEvaluation(tables, { ...one, entries })
  }
  return own.map(({ id }) => id)
}
