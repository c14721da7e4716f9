import type { ChecklistMark, ItemKind } from '../checklist/checklist.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Member } from '../member/member.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Poll } from '../poll/poll.ts'
import type { Post } from '../post/post.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { Study } from '../study/study.ts'
import type { Supervision } from '../supervision/supervision.ts'
import type { Suspension } from '../suspension/suspension.ts'
import type { Talk } from '../talk/talk.ts'
import type { Task } from '../task/task.ts'

/** Stable codes of what may be wrong with a workbook (decisions.md, "Codes"). The last two are notices. */
export const faultCodes = [
  'required-missing',
  'date-unreadable',
  'time-unreadable',
  'number-unreadable',
  'value-not-in-list',
  'organisation-unknown',
  'person-unknown',
  'person-ambiguous',
  'person-not-member-that-day',
  'same-person',
  'meeting-unknown',
  'id-check-digit',
  'id-birth-date',
  'id-floating-point',
  'id-duplicate',
  'key-duplicate',
  'points-above-max',
  'tally-above-returned',
  'record-final',
  'content-not-allowed',
  'column-unknown',
  'sheet-unknown'
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One faulty cell. `row` is Excel's row number (the head is 1), null for notices; `column` is without `*`; `value` what the cell says. */
export type Fault = {
  sheet: string
  row: number | null
  column: string | null
  code: FaultCode
  message: string
  value: string | null
}

/** Notices refuse no row and do not change the exit code of the command line. */
export const isNotice = (fault: Fault): boolean => fault.code === 'column-unknown' || fault.code === 'sheet-unknown'

/** A pile of ballots counted by this program: the evaluation and its round, or the poll and its 票类. */
export type CountedPile = { ownerId: string; part: string }

/** An item a mark may be of, with the most points it can get (D1 with those of D2, which it takes over without groups). */
export type MarkedItem = { id: string; title: string; most: number; kind: ItemKind }

/**
 * Everything the sheets read by this release speak of, as the store holds it. `talks` are those that could be opened;
 * `sealedTalks` the numbers of the others, which nothing may touch. `supervisions` is empty while they are sealed.
 * Figures of `counted` piles come from their count, not from a file.
 */
export type Office = {
  organisations: readonly Organisation[]
  members: readonly Member[]
  posts: readonly Post[]
  suspensions: readonly Suspension[]
  meetings: readonly Meeting[]
  tasks: readonly Task[]
  studies: readonly Study[]
  talks: readonly Talk[]
  supervisions: readonly Supervision[]
  sealedTalks: readonly string[]
  evaluations: readonly Evaluation[]
  polls: readonly Poll[]
  counted: readonly CountedPile[]
  marks: readonly ChecklistMark[]
  /** Items a mark may be of, and the branches and years (`publishedKey`) whose marks are closed. */
  items: readonly MarkedItem[]
  published: readonly string[]
  /** Organisations and years (`sealKey`) that are sealed. */
  sealed: readonly string[]
  rectifications: readonly Rectification[]
}

/** An office that holds nothing yet. */
export const emptyOffice: Office = {
  organisations: [],
  members: [],
  posts: [],
  suspensions: [],
  meetings: [],
  tasks: [],
  studies: [],
  talks: [],
  supervisions: [],
  sealedTalks: [],
  evaluations: [],
  polls: [],
  counted: [],
  marks: [],
  items: [],
  published: [],
  sealed: [],
  rectifications: []
}

/** What an import would do to one kind of record. Nothing is ever deleted. */
export type Changes<Value> = { create: Value[]; update: { before: Value; after: Value }[]; unchanged: number }

/** Rows of one sheet: `rowsRead` without blank ones; a row with a fault is not accepted. */
export type SheetCount = { sheet: string; rowsRead: number; rowsAccepted: number }

/** The whole import as a value: to be shown first, then saved in one transaction. */
export type ImportPlan = {
  organisations: Changes<Organisation>
  members: Changes<Member>
  posts: Changes<Post>
  suspensions: Changes<Suspension>
  meetings: Changes<Meeting>
  tasks: Changes<Task>
  studies: Changes<Study>
  talks: Changes<Talk>
  supervisions: Changes<Supervision>
  evaluations: Changes<Evaluation>
  polls: Changes<Poll>
  marks: Changes<ChecklistMark>
  rectifications: Changes<Rectification>
  faults: Fault[]
  sheets: SheetCount[]
}
