import { z } from 'zod'
import { lineTallySchema, scales } from '../ballot/ballot.ts'
import { personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)
const figure = z.number().int('请填整数').min(0, '不能是负数').max(100_000, '数太大，请核对')

/** 等次 of 民主评议党员 (R4-03). */
export const evaluationGrades = scales.member
export type EvaluationGrade = (typeof evaluationGrades)[number]
export const gradeSchema = z.enum(evaluationGrades)

/** What N of R4-04 is: the full members who are graded (stricter, the default), all members, or a number the 党委 gave. */
export const limitBases = ['graded', 'members', 'quota'] as const
export type LimitBase = (typeof limitBases)[number]
export const limitBaseNames: Record<LimitBase, string> = {
  graded: '参加评定等次的正式党员数',
  members: '支部党员总数',
  quota: '党委核定的名额'
}

/** Who decides on grades (R4-02). */
export const deciders = ['支委会', '党员大会'] as const

/**
 * A vote of 民主测评: one, or several on different days where groups vote apart. `groupId` is the 党小组 whose members are on
 * the ballots, null for the whole branch. `expected` 应到 as stated; `issued`, `returned` whole ballots; null: not said.
 */
export const roundSchema = z.object({
  id: z.string(),
  date: daySchema,
  meetingId: z.string().nullable(),
  groupId: z.string().nullable(),
  expected: figure.nullable(),
  issued: figure.nullable(),
  returned: figure.nullable()
})
export type Round = z.infer<typeof roundSchema>

/** 帮教台账 of one person (F4-6): 主要问题, 帮教人, 措施, 期限, 季度记录 and 结果. Closed when `closedOn` is there. */
export const helpPlanSchema = z.object({
  problem: text(2000).nullable(),
  helper: personSchema.nullable(),
  measures: text(2000).nullable(),
  dueOn: daySchema.nullable(),
  quarters: z.array(z.object({ on: daySchema, text: text(2000) })).max(40),
  result: text(2000).nullable(),
  closedOn: daySchema.nullable()
})
export type HelpPlan = z.infer<typeof helpPlanSchema>

/**
 * One member in the evaluation. `counts` are the totals of all rounds (null: nothing counted yet); `selfReview` 自评,
 * `selfOn` the day it was handed in (also on paper); `peerOpinions` 互评意见. `final` 组织评定 with its `reason`; `toldOn`
 * the day the result was told (R4-07), `ownOpinion` what the person said to it, `superiorOpinion` 上级党委意见.
 */
export const entrySchema = z.object({
  id: z.string(),
  memberId: z.string(),
  counts: lineTallySchema.nullable(),
  selfReview: text(5000).nullable(),
  selfOn: daySchema.nullable(),
  peerOpinions: text(5000).nullable(),
  final: gradeSchema.nullable(),
  reason: text(1000).nullable(),
  toldOn: daySchema.nullable(),
  ownOpinion: text(1000).nullable(),
  superiorOpinion: text(1000).nullable(),
  note: text(500).nullable(),
  help: helpPlanSchema.nullable()
})
export type Entry = z.infer<typeof entrySchema>

/**
 * 民主评议党员 of a branch in a year (所属年度, often held in the spring after). `peerOn` is the day of the 互评 at
 * `peerMeetingId`; `decidedOn` that of the 组织评定. `overReason` says why there are more 优秀 than R4-04 allows and is
 * printed. `finishedOn`: grades are settled, nothing changes any more until it is reopened.
 */
export const evaluationSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  year: z.number().int().min(1900, '年度应在 1900 到 2100 之间').max(2100, '年度应在 1900 到 2100 之间'),
  base: z.enum(limitBases),
  quota: figure.nullable(),
  overReason: text(1000).nullable(),
  peerOn: daySchema.nullable(),
  peerMeetingId: z.string().nullable(),
  decidedBy: z.enum(deciders).nullable(),
  decidedOn: daySchema.nullable(),
  decisionMeetingId: z.string().nullable(),
  finishedOn: daySchema.nullable(),
  recordedOn: daySchema,
  rounds: z.array(roundSchema),
  entries: z.array(entrySchema)
})
export type Evaluation = z.infer<typeof evaluationSchema>

/** Somebody of whom nothing is recorded yet. */
export const blankEntry: Omit<Entry, 'id' | 'memberId'> = {
  counts: null,
  selfReview: null,
  selfOn: null,
  peerOpinions: null,
  final: null,
  reason: null,
  toldOn: null,
  ownOpinion: null,
  superiorOpinion: null,
  note: null,
  help: null
}

export const blankHelp: HelpPlan = {
  problem: null,
  helper: null,
  measures: null,
  dueOn: null,
  quarters: [],
  result: null,
  closedOn: null
}

/** An evaluation that has just begun. */
export const blankEvaluation: Omit<Evaluation, 'id' | 'organisationId' | 'year' | 'recordedOn'> = {
  base: 'graded',
  quota: null,
  overReason: null,
  peerOn: null,
  peerMeetingId: null,
  decidedBy: null,
  decidedOn: null,
  decisionMeetingId: null,
  finishedOn: null,
  rounds: [],
  entries: []
}
