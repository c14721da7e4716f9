import type { ItemKind } from '../checklist/checklist.ts'
import type { ItemStatus } from '../checklist/item-result.ts'
import type { Alert } from '../alert/alert.ts'
import type { EvaluationReport } from '../evaluation/result-rules.ts'
import type { Contradiction } from '../meeting/contradiction-rules.ts'
import { type Day, yearOf } from '../../kernel/dates.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Counts } from '../meeting/meeting-rules.ts'
import type { Verdict } from '../meeting/vote-rules.ts'
import type { PollReport } from '../poll/poll-rules.ts'
import type { TalkTally } from '../talk/coverage-rules.ts'

/** One meeting in report.json; agenda items without a vote are listed with nulls. */
export type MeetingReport = { number: string } & Counts & {
    agenda: Verdict[]
    contradictions: Pick<Contradiction, 'code' | 'message'>[]
  }

/** The standard list of a branch in report.json: figures with two digits, `pending` and `vetoes` by their numbers. */
export type ChecklistReport = {
  organisation: string
  total: string
  max: string
  pending: string[]
  vetoes: string[]
  stars: number
  areas: Record<string, { score: string; max: string }>
  items: { id: string; score: string; max: string; kind: ItemKind; status: ItemStatus; basis: string }[]
}

/** What a volume of the pack still lacks; `rule` is the item of the list that asks for it. */
export type PackMissing = { volume: string; what: string; rule: string }

/** The same as a clerk needs it: of which branch, the item's title, who sees to it, and until when (null where no day is set). */
export type MissingPaper = PackMissing & {
  organisationId: string
  label: string
  title: string
  by: Day | null
  owner: string
}

/** 谈心谈话覆盖 of a branch in report.json; `uncovered` names who is missing in any direction, as the roster is ordered. */
export type TalkReport = {
  organisation: string
  committeePairs: TalkTally
  members: TalkTally
  peers: TalkTally
  uncovered: string[]
}

/** report.json, every key of workbook.md; sheets this release does not read leave their lists empty. It stays in the office. */
export type PackReport = {
  year: number
  today: string
  organisation: string
  faults: {
    sheet: string
    row: number | null
    column: string | null
    code: string
    message: string
    value: string | null
  }[]
  warnings: Alert[]
  meetings: MeetingReport[]
  talks: TalkReport[]
  evaluations: EvaluationReport[]
  polls: PollReport[]
  checklist: ChecklistReport[]
  pack: { documents: number; missing: PackMissing[] }
}

/** manifest.json: every file of the folder but the two JSON files. `pages` is null for Word, paths use `/`. */
export type PackManifest = {
  documents: {
    title: string
    kind: string
    volume: string
    number: string
    records: string[]
    files: { path: string; sha256: string; bytes: number; pages: number | null }[]
  }[]
}

/**
 * Whether a meeting belongs to a year's pack: by date, but 组织生活会 and 民主评议 by 所属年度, because many are held in
 * the spring of the next year (decisions.md).
 */
export function belongsToYear(meeting: Pick<Meeting, 'types' | 'date' | 'year'>, year: number): boolean {
  const byStatedYear = meeting.types.some((type) => type === '组织生活会' || type === '民主评议党员')
  return byStatedYear ? meeting.year === year : yearOf(meeting.date) === year
}
