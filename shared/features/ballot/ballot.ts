import { z } from 'zod'

/**
 * 等次 by kind of ballot: the grades in the order of their keys 1, 2, 3, 4. `member` is 民主评议党员 (R4-03), the others are
 * of 民主测评 and 述职评议 (rules.md §6.1, §6.3, decisions.md).
 */
export const scales = {
  member: ['优秀', '合格', '基本合格', '不合格'],
  team: ['优秀', '良好', '一般', '较差'],
  cadre: ['优秀', '称职', '基本称职', '不称职'],
  duty: ['好', '较好', '一般', '差']
} as const satisfies Record<string, readonly string[]>
export type ScaleId = keyof typeof scales
export const scaleIds = ['member', 'team', 'cadre', 'duty'] as const satisfies readonly ScaleId[]

/** Every scale has so many grades; the last one is the unqualified one. */
export const gradeCount = 4

const figure = z.number().int().min(0, '票数不能是负数').max(100_000, '票数太大，请核对')

/** Totals of one line: ballots per grade, in the order of the scale; `abstained` are those blank or with more than one mark. */
export const lineTallySchema = z.object({ counts: z.array(figure).length(gradeCount), abstained: figure })
export type LineTally = z.infer<typeof lineTallySchema>

export const blankLine: LineTally = { counts: [0, 0, 0, 0], abstained: 0 }

/** Ballots of a line that name one grade: what shares are taken of (rules.md §4.2 `valid`). */
export const validOf = ({ counts }: LineTally): number => counts.reduce((sum, count) => sum + count, 0)

/** Two totals of one line together. */
export const lineSum = (one: LineTally, other: LineTally): LineTally => ({
  counts: one.counts.map((count, index) => count + (other.counts[index] ?? 0)),
  abstained: one.abstained + other.abstained
})

/** A line of a ballot: whom it is about, and under a subject with several questions which one. `key` is unique on the ballot. */
export const ballotLineSchema = z.object({
  key: z.string().min(1),
  subject: z.string(),
  question: z.string().nullable()
})
export type BallotLine = z.infer<typeof ballotLineSchema>

/** What one line of a ballot says: the place of its grade, or null for a blank, or more than one mark. */
export const markSchema = z
  .number()
  .int()
  .min(0)
  .max(gradeCount - 1)
  .nullable()
export type Mark = z.infer<typeof markSchema>

/** A whole ballot, its marks in the order of the lines; `void` where the ballot counts for nobody (整票作废). */
export const ballotSchema = z.object({ marks: z.array(markSchema).max(2000), void: z.boolean() })
export type Ballot = z.infer<typeof ballotSchema>

/** Totals of a count: `ballots` counted, `voided` set aside whole (both together are 收回), and each line by its key. */
export const tallySchema = z.object({
  ballots: figure,
  voided: figure,
  lines: z.record(z.string(), lineTallySchema)
})
export type Tally = z.infer<typeof tallySchema>

/**
 * One clerk's count of the whole pile. There is no other trace of single ballots than the totals. `corrected`: how many times a
 * ballot was put in place of the last one.
 */
export const passSchema = z.object({
  clerk: z.string().max(50),
  tally: tallySchema,
  finished: z.boolean(),
  corrected: z.number().int().min(0).default(0)
})
export type Pass = z.infer<typeof passSchema>

/** What is counted: a round of a 民主评议, or the ballots of one class (票类) of a 民主测评. */
export const countOwners = ['evaluation', 'poll'] as const
export type CountOwner = (typeof countOwners)[number]

/**
 * Counting of one pile. `part` is the id of the round, or the name of the class. `way`: on paper by two clerks, or voted on this
 * PC. `issued` and `returned` are whole ballots (null: not said yet). `confirmedOn` is the day the totals went into the record.
 */
export const countSchema = z.object({
  id: z.string(),
  owner: z.enum(countOwners),
  ownerId: z.string(),
  part: z.string(),
  way: z.enum(['paper', 'desk']),
  scale: z.enum(scaleIds),
  lines: z.array(ballotLineSchema).max(2000),
  issued: figure.nullable(),
  returned: figure.nullable(),
  passes: z.array(passSchema).max(2),
  teller: z.string().max(50).nullable(),
  confirmedOn: z.string().nullable()
})
export type Count = z.infer<typeof countSchema>

/** More came back than were given out: the vote is void and has to be held again (R2-19, rules.md §4.2). */
export const isVoid = ({ issued, returned }: { issued: number | null; returned: number | null }): boolean =>
  issued !== null && returned !== null && returned > issued

/** What others may see of a count belongs to its record: papers of every feature ask for it. */
export { type ShownLine, shownClasses, shownLine } from './secrecy-rules.ts'
