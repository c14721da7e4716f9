import type { LineTally } from '../../../../shared/features/ballot/ballot.ts'
import {
  blankSubject,
  type Poll,
  type PollClass,
  type PollResult,
  type PollSubject
} from '../../../../shared/features/poll/poll.ts'
import { pollOutcome } from '../../../../shared/features/poll/poll-rules.ts'
import { plainRules } from '../../../factories/rules.ts'

export type Four = readonly [number, number, number, number]

export const line = (counts: Four, abstained = 0): LineTally => ({ counts: [...counts], abstained })

/** A class with its weight in per cent. */
export const aClass = (name: string, percent: number, part: Partial<PollClass> = {}): PollClass => ({
  ...{ name, weight: percent * 100, issued: null, returned: null },
  ...part
})

export const aResult = (className: string, counts: Four, part: Partial<PollResult> = {}): PollResult => ({
  ...{ className, issued: null, returned: null, overall: line(counts), questions: {} },
  ...part
})

/** Somebody by name with what each class said of him. */
export const aSubject = (name: string, results: Record<string, Four> = {}, part: Partial<PollSubject> = {}) => ({
  ...{ ...blankSubject, id: name, name },
  results: Object.entries(results).map(([className, counts]) => aResult(className, counts)),
  ...part
})

/** A 干部测评 with A 40 %, B 30 %, C 30 %. */
export const aPoll = (part: Partial<Poll> = {}): Poll => ({
  ...{ id: 'cp', number: 'CP01', name: '年度民主测评', organisationId: 'zb', year: 2026, kind: '干部测评' },
  ...{ scale: 'cadre', date: '2026-12-10', meetingId: null, questions: [], subjects: [], quota: null },
  ...{ overReason: null, finishedOn: null, recordedOn: '2026-12-10' },
  classes: [aClass('A', 40), aClass('B', 30), aClass('C', 30)],
  ...part
})

/** A 述职评议 with 上评 60 % and 下评 40 %. */
export const aDutyPoll = (part: Partial<Poll> = {}): Poll =>
  aPoll({ kind: '述职评议', scale: 'duty', classes: [aClass('上评', 60), aClass('下评', 40)], ...part })

/** The first subject of a poll, as the ballots rate him. */
export function rated(poll: Poll, rules = plainRules) {
  const [first] = pollOutcome({ poll, rules }).subjects
  if (first === undefined) throw new Error('no subject')
  return first
}
