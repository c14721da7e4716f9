import { z } from 'zod'
import { type Day, isClockTime } from '../../kernel/dates.ts'
import type { FrequencyRuleId } from '../../rulebook/frequency-rules.ts'
import { type MeetingState, type MeetingType, meetingTypes } from '../meeting/meeting.ts'
import { daySchema } from '../organisation/organisation.ts'

const text = (name: string, limit: number) => z.string().max(limit, `${name}不超过 ${limit} 字`).nullable()

/**
 * One line of a year plan: what is intended, no record of what was. `meetingId` is the meeting it became; it is null
 * again when that meeting is deleted.
 */
export const planEntrySchema = z.object({
  id: z.string(),
  organisationId: z.string().min(1, '请选择党组织'),
  types: z.array(z.enum(meetingTypes)).min(1, '至少选一个会议类型').max(meetingTypes.length),
  plannedOn: daySchema,
  start: z.string().refine(isClockTime, '时间应写成“14:30”这样的形式').nullable(),
  place: text('地点', 100),
  subject: text('主题或议题', 200),
  note: text('备注', 500),
  meetingId: z.string().nullable()
})
export type PlanEntry = z.infer<typeof planEntrySchema>

/** An entry that is not kept yet. */
export const newEntrySchema = planEntrySchema.omit({ id: true, meetingId: true })
export type NewEntry = z.infer<typeof newEntrySchema>

export const blankEntry = (organisationId: string, plannedOn: Day, types: MeetingType[] = ['党员大会']): PlanEntry => ({
  ...{ id: '', organisationId, types, plannedOn },
  ...{ start: null, place: null, subject: null, note: null, meetingId: null }
})

/** As many entries may be taken in one act, so that nobody waits for it and it can be looked through. */
export const mostEntries = 2000

/** Where a line of the calendar stands: an intention, one whose day went by without a record, or the state of its record. */
export type CalendarState = MeetingState | 'overdue'

export const calendarStateNames: Record<CalendarState, string> = {
  overdue: '逾期未记',
  planned: '计划',
  held: '已开',
  drafted: '成稿',
  final: '定稿',
  archived: '归档'
}

/** One line of the calendar. Without `meetingId` it is an intention only, without `entryId` a meeting nobody planned here. */
export type CalendarLine = {
  entryId: string | null
  meetingId: string | null
  organisationId: string
  /** What the organisation is called on screen. */
  organisation: string
  types: MeetingType[]
  title: string
  day: Day
  /** The day it was planned for, where one is known; it may have been held on another. */
  plannedOn: Day | null
  start: string | null
  place: string | null
  subject: string | null
  note: string | null
  state: CalendarState
}

/** One character for each type, where a cell has room for no more. */
export const shortTypes: Record<MeetingType, string> = {
  党员大会: '会',
  支委会: '委',
  党小组会: '组',
  党课: '课',
  主题党日: '日',
  组织生活会: '生',
  民主评议党员: '评'
}

/** The rule that asks for each type. */
export const ruleOfType: Record<MeetingType, FrequencyRuleId> = {
  党员大会: 'R1-11',
  支委会: 'R1-12',
  党小组会: 'R1-13',
  党课: 'R1-15a',
  主题党日: 'R1-14',
  组织生活会: 'R1-16',
  民主评议党员: 'R1-17'
}
