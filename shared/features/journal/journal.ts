/** Changes of many records at once that can be taken back as a whole. */
export const journalKinds = ['import', 'merge', 'bulk'] as const
export type JournalKind = (typeof journalKinds)[number]

/** Kinds of records a journal may hold, by their names in the store. */
export const journalRecords = [
  'organisation',
  'member',
  'post',
  'suspension',
  'exemption',
  'whereabouts',
  'meeting',
  'life',
  'rectification',
  'plan',
  'task',
  'study',
  'talk',
  'talk_plan',
  'occasion',
  'supervision',
  'evaluation',
  'disposal',
  'poll',
  'checklist_mark',
  'appraisal'
] as const
export type JournalRecord = (typeof journalRecords)[number]

/** One such change as a list shows it; `undoneAt` is null while it stands. */
export type JournalEntry = {
  id: string
  kind: JournalKind
  label: string
  at: string
  accountName: string
  rows: number
  undoneAt: string | null
}

/**
 * How far taking back is, in records. Each counts twice in the steps: all are looked at first, and only when none was
 * changed since are they put back.
 */
export function undoStage({ done, total }: { done: number; total: number }): {
  stage: 'checking' | 'restoring'
  records: number
  of: number
} {
  const of = total / 2
  return done <= of ? { stage: 'checking', records: done, of } : { stage: 'restoring', records: done - of, of }
}
