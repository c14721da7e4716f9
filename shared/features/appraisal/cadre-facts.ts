import type { Day } from '../../kernel/dates.ts'
import type { Rectification } from '../rectification/rectification.ts'

/**
 * A cadre in one 干部测评 as it may be shown: `counted` whether there are ballots, `hidden` why there are no figures of them (too
 * few voted), null where there are. `shares` of the four grades with four digits and `score` with two are those of the poll (§6.2).
 */
export type CadreBallots = {
  pollId: string
  name: string
  date: Day | null
  counted: boolean
  valid: number
  score: string | null
  shares: Readonly<Record<string, string>> | null
  hidden: string | null
  /** 不称职 over a third, and the two best under two thirds; false where nothing is shown. */
  unqualified: boolean
  lacksPositive: boolean
  final: string | null
}

/** A 述职评议 in which he was heard, with the grade people gave. */
export type DutyHearing = { pollId: string; name: string; date: Day | null; final: string | null }

/** A line of a poll that names nobody on the roster, and several of those appraised have that name. */
export type UnmatchedLine = { poll: string; name: string }

/** A 班子测评 of his organisation, shown as a cadre's ballots are. */
export type TeamBallots = Omit<CadreBallots, 'unqualified' | 'lacksPositive'> & {
  team: string
  grades: readonly string[]
  questions: readonly { title: string; score: string }[]
}

/**
 * What the records say of a cadre in the year, as of the day. `attendance` counts meetings he was expected at, `hours` study
 * hours, `talks` talks he took part in, `tasks` the rectifications he is responsible for. `suspended` 停权 and
 * `disposed` 组织处置 of the year in words, `restrictedUntil` the end of an effect that runs into the year.
 */
export type CadreFacts = {
  memberId: string
  name: string
  sex: string
  nation: string | null
  bornOn: Day | null
  education: string | null
  joinedOn: Day | null
  job: string | null
  posts: readonly string[]
  /** The branch he belongs to, by its short name; '' for one who has left. */
  branch: string
  ballots: readonly CadreBallots[]
  hearings: readonly DutyHearing[]
  attendance: { expected: number; present: number; unexcused: number }
  hours: { earned: number; required: number }
  talks: number
  tasks: { all: number; closed: number; overdue: number }
  vetoes: readonly string[]
  suspended: readonly string[]
  disposed: readonly string[]
  restrictedUntil: Day | null
  /** Rectifications opened from what he was told (年度考核反馈). */
  rectifications: readonly Rectification[]
}

/** An area of the 标准化清单 as it is shown, figures with two digits. */
export type AreaScore = { title: string; max: string; score: string; lost: string; pending: string }

/** 党建考核得分 of one branch; `published` is the result people published, null while there is none. */
export type BranchWork = {
  name: string
  list: string
  total: string
  max: string
  lost: string
  pending: string
  bonus: string
  areas: readonly AreaScore[]
  vetoes: readonly string[]
  published: { on: Day; total: string } | null
}
