import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type LineTally, validOf } from '../ballot/ballot.ts'
import type { Poll, PollResult, PollSubject } from './poll.ts'
import { fewestShown, pollOutcome } from './poll-rules.ts'
import type { PollFlag, PollOutcome, SubjectResult } from './result.ts'

const isEnough = (line: LineTally): boolean => validOf(line) >= fewestShown

/** The results of a class without those lines of it that are so small that they would tell single ballots. */
const withoutFew = ({ questions, ...result }: PollResult): PollResult => ({
  ...result,
  questions: Object.fromEntries(Object.entries(questions).filter(([, line]) => isEnough(line)))
})

const subjectWithoutFew = (subject: PollSubject): PollSubject => ({
  ...subject,
  results: subject.results.filter(({ overall }) => isEnough(overall)).map(withoutFew)
})

/** What may be said of however few ballots, and is said of the whole poll. */
const ofWhole: readonly PollFlag[] = ['class-under-three', 'returned-above-issued']

const withoutSmall = (whole: SubjectResult, shown: SubjectResult): SubjectResult => ({
  ...shown,
  subject: whole.subject,
  classes: whole.classes,
  flags: [
    ...shown.flags.filter((flag) => !ofWhole.includes(flag)),
    ...whole.flags.filter((flag) => ofWhole.includes(flag))
  ]
})

/**
 * The outcome as screens and papers may have it (security.md §3.6): a class with one or two valid ballots is no part of score
 * and shares, for out of them and the other classes its ballots could be worked out. report.json, which stays in the office,
 * has the outcome with all of them.
 */
export function shownOutcome({ poll, rules }: { poll: Poll; rules: RulesInForce }): PollOutcome {
  const whole = pollOutcome({ poll, rules })
  const shown = pollOutcome({ poll: { ...poll, subjects: poll.subjects.map(subjectWithoutFew) }, rules })
  return {
    ...whole,
    subjects: whole.subjects.map((one, at) => withoutSmall(one, shown.subjects[at] ?? one))
  }
}
