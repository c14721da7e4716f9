import { z } from 'zod'
import { isClockTime } from '../../kernel/dates.ts'
import { personSchema } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'
import { talkKindCodes, talkLevels } from './talk-kinds.ts'

const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)
const timeSchema = z.string().refine(isClockTime, '时间应写成“14:30”这样的形式')

/** 谈话要点 of form F5-1 (rules.md §5.2): 思想, 工作, 学习, 生活, 作风; `other` is what came without a heading. */
export const talkPointsSchema = z.object({
  thought: text(5000).nullable(),
  work: text(5000).nullable(),
  study: text(5000).nullable(),
  life: text(5000).nullable(),
  style: text(5000).nullable(),
  other: text(5000).nullable()
})
export type TalkPoints = z.infer<typeof talkPointsSchema>
export type TalkPoint = keyof TalkPoints

export const talkPointNames: Record<TalkPoint, string> = {
  thought: '思想',
  work: '工作',
  study: '学习',
  life: '生活',
  style: '作风',
  other: '其他'
}
export const talkPoints = Object.keys(talkPointNames) as readonly TalkPoint[]

/** 后续事项: what became of an opinion or a difficulty; `result` is the answer given. Done when `doneOn` is there. */
export const followUpSchema = z.object({
  subject: text(500),
  person: personSchema.nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  result: text(2000).nullable()
})
export type FollowUp = z.infer<typeof followUpSchema>

/** What was said and what came of it: everything that its level protects. `faults` 指出问题, `attitude` 对方表态. */
export const talkContentsSchema = z.object({
  place: text(100).nullable(),
  way: text(20).nullable(),
  recorder: personSchema.nullable(),
  reason: text(500).nullable(),
  points: talkPointsSchema,
  opinions: text(5000).nullable(),
  faults: text(5000).nullable(),
  attitude: text(5000).nullable(),
  difficulties: text(5000).nullable(),
  followUps: z.array(followUpSchema).max(50)
})
export type TalkContents = z.infer<typeof talkContentsSchema>

/** Somebody on the roster. */
export const partnerSchema = z.object({ name: z.string().min(1).max(50), memberId: z.string() })

/**
 * What of a talk counts, and no more. `talker` 谈话人 may be somebody of the level above who is on no roster here, `partner`
 * 谈话对象 never is. `enteredBy` is the account that recorded it, null for one that came from a file.
 */
export const talkHeadSchema = z.object({
  id: z.string(),
  number: z.string().trim().min(1, '请填谈话编号').max(40, '谈话编号不超过 40 个字'),
  organisationId: z.string(),
  kind: z.enum(talkKindCodes),
  year: z.number().int().min(1900, '所属年度应在 1900 到 2100 之间').max(2100, '所属年度应在 1900 到 2100 之间'),
  date: daySchema,
  start: timeSchema.nullable(),
  end: timeSchema.nullable(),
  talker: personSchema,
  partner: partnerSchema,
  level: z.enum(talkLevels),
  writtenOn: daySchema.nullable(),
  recordedOn: daySchema,
  enteredBy: z.string().nullable()
})
export type TalkHead = z.infer<typeof talkHeadSchema>

/** A talk that may be read. */
export const talkSchema = talkHeadSchema.extend({ contents: talkContentsSchema })
export type Talk = z.infer<typeof talkSchema>

/**
 * A talk as the store keeps it: `contents` for L1 and L2; for L3 null, and `sealed` holds them encrypted under the L3 key
 * (security.md §9), base64.
 */
export const storedTalkSchema = talkHeadSchema.extend({
  contents: talkContentsSchema.nullable(),
  sealed: z.string().nullable()
})
export type StoredTalk = z.infer<typeof storedTalkSchema>

export const blankPoints: TalkPoints = { thought: null, work: null, study: null, life: null, style: null, other: null }
export const blankContents: TalkContents = {
  place: null,
  way: '面谈',
  recorder: null,
  reason: null,
  points: blankPoints,
  opinions: null,
  faults: null,
  attitude: null,
  difficulties: null,
  followUps: []
}

/** True for one of the two. */
export const isParty = ({ talker, partner }: Pick<TalkHead, 'talker' | 'partner'>, memberId: string): boolean =>
  talker.memberId === memberId || partner.memberId === memberId
