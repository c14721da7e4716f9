import { z } from 'zod'
import { lineTallySchema, type ScaleId, scaleIds } from '../ballot/ballot.ts'
import { daySchema } from '../organisation/organisation.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)
const figure = z.number().int('请填整数').min(0, '不能是负数').max(100_000, '数太大，请核对')
const points = z.number().min(0, '得分不能是负数').max(100, '得分不超过 100')

/** 种类 of 民主测评 (rules.md §6), by name. */
export const pollKinds = ['班子测评', '干部测评', '述职评议'] as const
export type PollKind = (typeof pollKinds)[number]

/** The grades a kind uses unless another scale is chosen (rules.md §6.1, §6.3). */
export const scaleOfKind: Record<PollKind, ScaleId> = { 班子测评: 'team', 干部测评: 'cadre', 述职评议: 'duty' }

/**
 * 票类: who votes, A, B and C, or 上评 and 下评 (§12.8); '' where there is one class only. `weight` is in hundredths of a
 * per cent (4000 = 40 %); weights that do not add up to 10,000 are scaled (decisions.md).
 */
export const pollClassSchema = z.object({
  name: text(20),
  weight: z.number().int().min(0, '权重不能是负数').max(1_000_000, '权重太大，请核对'),
  issued: figure.nullable(),
  returned: figure.nullable()
})
export type PollClass = z.infer<typeof pollClassSchema>

/** One point asked about a subject besides the overall grade. */
export const questionSchema = z.object({
  id: z.string(),
  title: z.string().min(1, '请填测评内容').max(60, '不超过 60 字')
})
export type Question = z.infer<typeof questionSchema>

/**
 * The totals of one class for one subject: the overall grade, and each question by its id. `issued` and `returned` are of
 * this subject's ballots (null: those of the class).
 */
export const pollResultSchema = z.object({
  className: z.string(),
  issued: figure.nullable(),
  returned: figure.nullable(),
  overall: lineTallySchema,
  questions: z.record(z.string(), lineTallySchema)
})
export type PollResult = z.infer<typeof pollResultSchema>

/**
 * Who is appraised: a team, a cadre, a secretary. `memberId` where he is on a roster here. `workScore` 年度党建考核得分 and
 * `dailyScore` 日常了解, 0 to 100, for the comprehensive form F6-2; `negative` 负面事项, `opinion` 党委评价意见. `final` the
 * grade people decided on, with its `reason`.
 */
export const pollSubjectSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1, '请填被测评对象').max(50, '不超过 50 字'),
  memberId: z.string().nullable(),
  post: text(100).nullable(),
  results: z.array(pollResultSchema).max(12),
  workScore: points.nullable(),
  dailyScore: points.nullable(),
  negative: text(1000).nullable(),
  opinion: text(1000).nullable(),
  final: text(20).nullable(),
  reason: text(1000).nullable()
})
export type PollSubject = z.infer<typeof pollSubjectSchema>

/** 民主测评 of 班子 or 干部, or a 述职评议. `quota` is the number of best grades the level above gave (null: by share, §6.2). */
export const pollSchema = z.object({
  id: z.string(),
  number: z.string().trim().min(1, '请填测评编号').max(40, '测评编号不超过 40 个字'),
  name: z.string().trim().min(1, '请填测评名称').max(100, '测评名称不超过 100 个字'),
  organisationId: z.string(),
  year: z.number().int().min(1900, '年度应在 1900 到 2100 之间').max(2100, '年度应在 1900 到 2100 之间'),
  kind: z.enum(pollKinds),
  scale: z.enum(scaleIds),
  date: daySchema.nullable(),
  meetingId: z.string().nullable(),
  classes: z.array(pollClassSchema).min(1, '至少要有一个票类').max(12),
  questions: z.array(questionSchema).max(30),
  subjects: z.array(pollSubjectSchema).max(500),
  quota: figure.nullable(),
  overReason: text(1000).nullable(),
  finishedOn: daySchema.nullable(),
  recordedOn: daySchema
})
export type Poll = z.infer<typeof pollSchema>

/** A subject of whom nothing is known but the name. */
export const blankSubject: Omit<PollSubject, 'id' | 'name'> = {
  memberId: null,
  post: null,
  results: [],
  workScore: null,
  dailyScore: null,
  negative: null,
  opinion: null,
  final: null,
  reason: null
}

/** The questions of a form: F4-5 for a 班子, F6-1 for a 述职; none for a 干部. */
export const formQuestions: Record<PollKind, readonly string[]> = {
  班子测评: ['组织领导', '政治引领', '组织生活', '党员管理', '服务群众', '作风'],
  干部测评: [],
  述职评议: ['履行第一责任人职责', '政治引领', '组织体系', '组织生活', '党员队伍', '党业融合', '问题整改']
}

/** The classes a new one starts with: A 40 %, B 30 %, C 30 % (§6.2), or 上评 60 % and 下评 40 % (§12.8). */
export const startingClasses: Record<PollKind, readonly Pick<PollClass, 'name' | 'weight'>[]> = {
  班子测评: [{ name: '', weight: 10_000 }],
  干部测评: [
    { name: 'A', weight: 4000 },
    { name: 'B', weight: 3000 },
    { name: 'C', weight: 3000 }
  ],
  述职评议: [
    { name: '上评', weight: 6000 },
    { name: '下评', weight: 4000 }
  ]
}
