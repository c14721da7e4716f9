import { z } from 'zod'
import { isClockTime, partsOf, quarterOf } from '../../kernel/dates.ts'
import { daySchema } from '../organisation/organisation.ts'

/** 会议类型 (rules.md §1.2). One meeting may carry several; each counts once for its type. */
export const meetingTypes = [
  '党员大会',
  '支委会',
  '党小组会',
  '党课',
  '主题党日',
  '组织生活会',
  '民主评议党员'
] as const
export type MeetingType = (typeof meetingTypes)[number]

/** Kinds of agenda item; they decide which threshold of §1.3 applies. */
export const agendaKinds = [
  '一般',
  '接收预备党员',
  '预备党员转正',
  '延长预备期',
  '取消预备党员资格',
  '组织处置',
  '选举',
  '报告'
] as const
export type AgendaKind = (typeof agendaKinds)[number]

export const voteMethods = ['举手', '口头', '无记名', '记名'] as const
export type VoteMethod = (typeof voteMethods)[number]

/** Anything that is not one of the first four is 其他; so is no reason at all. */
export const absenceReasons = ['公差', '病假', '事假', '无故', '其他'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** 主题党日 holds one or more of these (支部工作条例 第16条). */
export const activityContents = ['集中学习', '组织生活', '民主议事', '志愿服务'] as const
export type ActivityContent = (typeof activityContents)[number]

/** 计划 → 已开 → 成稿 → 定稿 → 归档. From `final` on the record is locked. */
export const meetingStates = ['planned', 'held', 'drafted', 'final', 'archived'] as const
export type MeetingState = (typeof meetingStates)[number]
export const isLocked = (meeting: { state: MeetingState }): boolean =>
  meeting.state === 'final' || meeting.state === 'archived'

const timeSchema = z.string().refine(isClockTime, '时间应写成“14:30”这样的形式')
const count = z.number().int().min(0, '票数不能小于 0').max(99999, '票数过大').nullable()
const text = (limit: number) => z.string().max(limit, `不超过 ${limit} 字`)

/** A person as named in a record: `memberId` where the name is somebody on the roster, null where it is text (a guest, the level above). */
export const personSchema = z.object({ name: z.string().min(1).max(50), memberId: z.string().nullable() })
export type Person = z.infer<typeof personSchema>

export const absenceSchema = z.object({ memberId: z.string(), name: z.string(), reason: z.enum(absenceReasons) })
export type Absence = z.infer<typeof absenceSchema>

export const speechSchema = z.object({ speaker: personSchema, text: text(10000) })
export type Speech = z.infer<typeof speechSchema>

/** 学习材料: a title and, where known, the day it was published. */
export const studyMaterialSchema = z.object({ title: text(200), publishedOn: daySchema.nullable() })
export type StudyMaterial = z.infer<typeof studyMaterialSchema>

/** Figures of one vote, all in ballots or hands; null where nothing was recorded. Written opinions count only under R1-22. */
export const voteSchema = z.object({
  method: z.enum(voteMethods).nullable(),
  yes: count,
  no: count,
  abstained: count,
  writtenYes: count,
  writtenNo: count,
  writtenAbstained: count,
  issued: count,
  returned: count
})
export type Vote = z.infer<typeof voteSchema>

/**
 * One item of the agenda, numbered from 1. `vote` is null where the item is not put to a vote. `subject` 被讨论人.
 * `steps` are the steps of the procedure that were gone through, by name (接收, 转正).
 */
export const agendaItemSchema = z.object({
  number: z.number().int().min(1),
  title: z.string().min(1, '议题不能为空').max(200, '议题不超过 200 字'),
  kind: z.enum(agendaKinds),
  presenter: personSchema.nullable(),
  subject: personSchema.nullable(),
  discussion: z.array(speechSchema),
  resolution: text(10000).nullable(),
  vote: voteSchema.nullable(),
  steps: z.array(z.string().max(40)).max(20).default([])
})
export type AgendaItem = z.infer<typeof agendaItemSchema>

/**
 * A meeting or activity, recorded once. `year` 所属年度 may differ from the year of `date` (组织生活会 and the like).
 * Present = expected less `absences`; `statedPresent` is what an imported file claims. `writtenOn` 写成日期 is the user's
 * own statement, `recordedOn` is set by the system and cannot be changed. Types, dates and people may still be missing in a draft.
 * `contents`, `handout` 讲稿, `reportedTo`, `reportedOn` 上报 and `lifeMeetingId` (the 组织生活会 a 民主评议 belongs to) have no
 * column in the ledger: a record of an earlier program, a draft or an export without them is read as having none.
 */
export const meetingSchema = z.object({
  id: z.string(),
  number: z.string().min(1, '会议编号不能为空').max(40, '会议编号不超过 40 个字符'),
  organisationId: z.string(),
  types: z.array(z.enum(meetingTypes)).min(1, '至少选一个会议类型'),
  name: z.string().max(100, '会议名称不超过 100 字').nullable(),
  year: z.number().int().min(1900).max(2100),
  plannedOn: daySchema.nullable(),
  date: daySchema,
  start: timeSchema.nullable(),
  end: timeSchema.nullable(),
  place: text(100).nullable(),
  host: personSchema.nullable(),
  recorder: personSchema.nullable(),
  absences: z.array(absenceSchema),
  statedPresent: z.number().int().min(0).nullable(),
  lateOrEarly: z.array(personSchema),
  guests: z.array(z.string().max(100)),
  lecturer: personSchema.nullable(),
  topic: text(200).nullable(),
  hours: z.number().min(0).max(1000).nullable(),
  theme: text(200).nullable(),
  materials: z.array(studyMaterialSchema),
  minutes: text(100000).nullable(),
  writtenOn: daySchema.nullable(),
  recordedOn: daySchema,
  state: z.enum(meetingStates),
  agenda: z.array(agendaItemSchema).max(99, '议题不超过 99 个'),
  contents: z.array(z.enum(activityContents)).default([]),
  handout: text(100000).nullable().default(null),
  reportedTo: text(100).nullable().default(null),
  reportedOn: daySchema.nullable().default(null),
  lifeMeetingId: z.string().nullable().default(null)
})
export type Meeting = z.infer<typeof meetingSchema>

export const emptyVote: Vote = {
  method: null,
  yes: null,
  no: null,
  abstained: null,
  writtenYes: null,
  writtenNo: null,
  writtenAbstained: null,
  issued: null,
  returned: null
}

/** An item nobody has filled in: not put to a vote, nothing said. */
export const blankItem: Omit<AgendaItem, 'number' | 'title'> = {
  kind: '一般',
  presenter: null,
  subject: null,
  discussion: [],
  resolution: null,
  vote: null,
  steps: []
}

/** Everything a new record does not know yet. */
export const blankMeeting = (): Omit<
  Meeting,
  'id' | 'number' | 'organisationId' | 'types' | 'year' | 'date' | 'recordedOn' | 'state'
> => ({
  name: null,
  plannedOn: null,
  start: null,
  end: null,
  place: null,
  host: null,
  recorder: null,
  absences: [],
  statedPresent: null,
  lateOrEarly: [],
  guests: [],
  lecturer: null,
  topic: null,
  hours: null,
  theme: null,
  materials: [],
  minutes: null,
  writtenOn: null,
  agenda: [],
  contents: [],
  handout: null,
  reportedTo: null,
  reportedOn: null,
  lifeMeetingId: null
})

const quarters = ['一', '二', '三', '四']

/** The name a meeting goes by: its own, else period and type (2026年第四季度党员大会, 2026年3月支委会, 2025年度组织生活会). */
export function meetingTitle(meeting: Pick<Meeting, 'name' | 'types' | 'year' | 'date'>): string {
  if (meeting.name !== null && meeting.name !== '') return meeting.name
  const types = meeting.types.join('、')
  if (meeting.types.some((type) => type === '组织生活会' || type === '民主评议党员'))
    return `${meeting.year}年度${types}`
  const { year, month } = partsOf(meeting.date)
  if (meeting.types.includes('党员大会')) return `${year}年第${quarters[quarterOf(meeting.date) - 1] ?? ''}季度${types}`
  return `${year}年${month}月${types}`
}
