import type { Fraction } from '../../kernel/fraction.ts'
import type { Day } from '../../kernel/dates.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import type { StepState } from '../life/life-rules.ts'
import type { EvaluationStepState } from '../evaluation/step-rules.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Verdict } from '../meeting/vote-rules.ts'
import type { Member } from '../member/member.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { SetupFacts } from '../organisation/setup-rules.ts'
import type { PlanBranch, YearPeriods } from '../plan/wanted-rules.ts'
import type { Post } from '../post/post.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { PersonHours } from '../study/study-rules.ts'
import type { Suspension } from '../suspension/suspension.ts'
import type { TalkCoverage } from '../talk/coverage-rules.ts'
import type { Task } from '../task/task.ts'
import type { Whereabouts } from '../whereabouts/whereabouts.ts'
import type { ChecklistItem, ChecklistMark, Proof } from './checklist.ts'
import type { Measured } from './item-result.ts'

/** A meeting held in the year up to today, of the branch or one of its groups; `present` are ids of those expected. */
export type MeetingFact = {
  meeting: Meeting
  expected: number
  present: readonly string[]
  verdicts: readonly Verdict[]
}

/** Hours of one member in the year; `target` by R8-01. */
export type LearnerFact = { memberId: string; name: string; target: number; hours: PersonHours }

/** The 民主评议 of the year; `votes` are the days of its votes, `excellent` how many were graded 优秀. */
export type EvaluationFact = {
  id: string
  steps: readonly EvaluationStepState[]
  votes: readonly Day[]
  decided: boolean
  excellent: number
  limit: number
  overReason: string | null
  graded: number
  /** Graded 合格 or better. */
  qualified: number
}

/** A 述职评议 of the year with the 书记 among those heard. */
export type ReportFact = { pollId: string; name: string; date: Day | null; grade: string | null }

/** A 班子测评 of the branch in the year: the share of the two best grades over all classes, null where nothing is counted yet. */
export type TeamPollFact = { pollId: string; name: string; good: Fraction | null }

/**
 * Everything the items of a branch and year are computed from, as it stands on `today`; nothing here is a figure yet.
 * `day` is today, or the last day of a year that is over: the state of the branch (people, posts, groups) is that of `day`.
 * `start`: nothing is asked of the branch before it (its founding, the start of its records). `people` are the party members
 * who count on `day`, `posts` all of the branch, of every time, each ended where its holder left the branch before. `trained`
 * are days of 集中培训 from half a year before the year on (R8-02: a new 书记 within half a year).
 */
export type ItemFacts = {
  organisation: Organisation
  year: number
  today: Day
  day: Day
  start: Day
  rules: RulesInForce
  setup: SetupFacts
  people: readonly Member[]
  posts: readonly Post[]
  plan: PlanBranch
  periods: YearPeriods
  meetings: readonly MeetingFact[]
  learners: readonly LearnerFact[]
  trained: readonly { memberId: string; date: Day }[]
  /** People on the way into the Party: 积极分子 and 发展对象, and all cases of the year (预备党员 and votes on admission too). */
  admissions: { activists: number; cases: number }
  whereabouts: readonly Whereabouts[]
  suspensions: readonly Suspension[]
  /** The eight steps of the 组织生活会 of the year; null where there is none. */
  life: { meetingId: string; date: Day; steps: readonly StepState[] } | null
  evaluation: EvaluationFact | null
  talks: TalkCoverage
  reports: readonly ReportFact[]
  teamPolls: readonly TeamPollFact[]
  /** Tasks of the branch whose 期限 lies in the year. */
  tasks: readonly Task[]
  rectifications: readonly Rectification[]
  proofs: readonly Proof[]
  marks: readonly ChecklistMark[]
}

/** An item with its points, as the rule that computes it gets it. */
export type AskedItem = Pick<ChecklistItem, 'id' | 'title' | 'parts' | 'partsAs' | 'kind' | 'of'> & { points: Fraction }

/** A named rule: what the records say of an item. It never looks at 清单自评; `measureItem` lays that over it. */
export type ItemRule = (facts: ItemFacts, item: AskedItem) => Measured
