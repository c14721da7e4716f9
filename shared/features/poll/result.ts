import type { LineTally } from '../ballot/ballot.ts'
import type { PollSubject, Question } from './poll.ts'

/** Codes of report.json (decisions.md). */
export const pollFlags = [
  'unqualified-over-third',
  'positive-under-two-thirds',
  'class-under-three',
  'returned-above-issued'
] as const
export type PollFlag = (typeof pollFlags)[number]

/**
 * One class as it goes into a score. `share` is its weight among the classes that count, in hundredths of a per cent after
 * scaling, 0 for one that is left out: nobody voted validly, or more came back than were given out (`void`).
 */
export type ClassResult = {
  name: string
  share: number
  issued: number | null
  returned: number | null
  void: boolean
  overall: LineTally
  valid: number
}

/** A question over all classes: `score` as below, null where nobody answered. */
export type QuestionResult = { question: Question; valid: number; score: string | null }

/**
 * The comprehensive form F6-2: 0.3 × ballots + 0.5 × 党建考核 + 0.2 × 日常, two digits; null while a part is missing. `advice`
 * is the grade the score suggests.
 */
export type Comprehensive = { score: string | null; missing: readonly string[]; advice: string | null }

/**
 * A subject as the ballots rate it: `score` 0.00 to 100.00 and `shares` by grade with four digits, rounded half up, null
 * when no class is valid (rules.md §6.2).
 */
export type SubjectResult = {
  subject: PollSubject
  classes: readonly ClassResult[]
  valid: number
  score: string | null
  shares: Readonly<Record<string, string>> | null
  questions: readonly QuestionResult[]
  flags: readonly PollFlag[]
  comprehensive: Comprehensive | null
}

/** A poll with its subjects in their order; `limit` the number of best grades allowed, `over` by how many there are more (0 where no limit applies). */
export type PollOutcome = { subjects: readonly SubjectResult[]; limit: number; over: number }
