import type { Evaluation, Entry } from '../../../shared/features/evaluation/evaluation.ts'
import type { Count } from '../../../shared/features/ballot/ballot.ts'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Tables } from '../../store/store.ts'
import { countsOfOwner, saveCount } from '../ballot/ballot-repository.ts'
import { disposalsNaming, saveDisposal } from '../disposal/disposal-repository.ts'
import { forgetNaming, forgetRecord } from '../journal/journal-repository.ts'
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

/** The lines of a count name the other person; where he is on the ballot himself, his own line is the one that stays. */
function renamedCount(count: Count, formerId: string, to: Somebody): Count {
  const isThere = count.lines.some(({ key }) => key === to.id)
  const keyOf = (key: string): string[] => (key !== formerId ? [key] : isThere ? [] : [to.id])
  return {
    ...count,
    lines: count.lines.flatMap((line) =>
      keyOf(line.key).map((key) => (line.key === formerId ? { ...line, key, subject: to.name } : line))
    ),
    passes: count.passes.map((pass) => ({
      ...pass,
      tally: {
        ...pass.tally,
        lines: Object.fromEntries(
          Object.entries(pass.tally.lines).flatMap(([key, line]) => keyOf(key).map((one) => [one, line] as const))
        )
      }
    }))
  }
}

/** Counts of evaluations on whose ballots the person stands. */
const countsWith = (tables: Tables, memberId: string): Count[] =>
  countsOfOwner(tables, 'evaluation').filter(({ lines }) => lines.some(({ key }) => key === memberId))

/** True while ballots with the person on them are being counted: he may not become somebody else before that is done. */
export const isBeingCounted = (tables: Tables, memberId: string): boolean =>
  countsWith(tables, memberId).some(({ confirmedOn }) => confirmedOn === null)

/** Evaluations, polls and 组织处置 that name a former person name another from now on. */
export function moveEvaluations(tables: Tables, note: Note, formerId: string, to: Somebody): void {
  for (const one of evaluationsNaming(tables, formerId)) {
    const after = renamed(one, formerId, to)
    saveEvaluation(tables, after)
    note('evaluation', one.id, one, after)
  }
  for (const count of countsWith(tables, formerId)) saveCount(tables, renamedCount(count, formerId, to))
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
  countsWith(tables, memberId).length +
  pollsNaming(tables, memberId).length +
  disposalsNaming(tables, memberId).length

/**
 * What he wrote and others wrote of him goes, out of what could be taken back too; that he was evaluated, and with what
 * result, stays with the branch.
 */
export function eraseEvaluations(tables: Tables, memberId: string): void {
  const texts = { selfReview: null, peerOpinions: null, ownOpinion: null, superiorOpinion: null, note: null }
  for (const one of evaluationsNaming(tables, memberId)) {
    const entries = one.entries.map((entry) =>
      entry.memberId === memberId ? { ...entry, ...texts, reason: null, help: null } : entry
    )
    saveEvaluation(tables, { ...one, entries })
    forgetRecord(tables, 'evaluation', one.id)
  }
  const said = { post: null, workScore: null, dailyScore: null, negative: null, opinion: null, reason: null }
  for (const one of pollsNaming(tables, memberId)) {
    const subjects = one.subjects.map((subject) => (subject.memberId === memberId ? { ...subject, ...said } : subject))
    savePoll(tables, { ...one, subjects })
    forgetRecord(tables, 'poll', one.id)
  }
  for (const one of disposalsNaming(tables, memberId)) {
    saveDisposal(tables, { ...one, basis: null, outcome: null })
    forgetRecord(tables, 'disposal', one.id)
  }
  // Those that were taken away could be brought back with what was written of him.
  for (const record of ['evaluation', 'poll', 'disposal'] as const) forgetNaming(tables, record, memberId)
}
