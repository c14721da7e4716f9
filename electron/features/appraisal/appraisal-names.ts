import type { Appraisal, AppraisalEntry } from '../../../shared/features/appraisal/appraisal.ts'
import type { JournalRecord } from '../../../shared/features/journal/journal.ts'
import type { Tables } from '../../store/store.ts'
import { forgetNaming, forgetRecord } from '../journal/journal-repository.ts'
import { appraisalsNaming, saveAppraisal } from './appraisal-repository.ts'

type Note = (record: JournalRecord, id: string, before: unknown, after: unknown) => void

/** One entry out of two of the same person: what the one that stays lacks comes from the other. */
const joined = (kept: AppraisalEntry, other: AppraisalEntry): AppraisalEntry => ({
  ...other,
  ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null)),
  negatives: kept.negatives.length > 0 ? kept.negatives : other.negatives,
  ...{ id: kept.id, memberId: kept.memberId }
})

function renamed({ entries, ...head }: Appraisal, formerId: string, keepId: string): Appraisal {
  const own = entries.find(({ memberId }) => memberId === keepId)
  const former = entries.find(({ memberId }) => memberId === formerId)
  return {
    ...head,
    entries: entries.flatMap((entry): AppraisalEntry[] => {
      if (entry === former) return own === undefined ? [{ ...entry, memberId: keepId }] : []
      return [entry === own && former !== undefined ? joined(entry, former) : entry]
    })
  }
}

/** Appraisals of a former person are of another from now on. */
export function moveAppraisals(tables: Tables, note: Note, formerId: string, keepId: string): void {
  for (const one of appraisalsNaming(tables, formerId)) {
    const after = renamed(one, formerId, keepId)
    saveAppraisal(tables, after)
    note('appraisal', one.id, one, after)
  }
}

/**
 * What he wrote and others wrote of him goes, out of appraisals that were taken away too; that he was appraised, and with what
 * grade, stays with the organisation.
 */
export function eraseAppraisals(tables: Tables, memberId: string): void {
  const texts = { summary: null, duty: null, negatives: [], reason: null, objections: null, feedback: null }
  for (const one of appraisalsNaming(tables, memberId)) {
    const entries = one.entries.map((entry) => (entry.memberId === memberId ? { ...entry, ...texts } : entry))
    saveAppraisal(tables, { ...one, entries })
    forgetRecord(tables, 'appraisal', one.id)
  }
  forgetNaming(tables, 'appraisal', memberId)
}
