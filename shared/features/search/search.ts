import { addDays, type Day } from '../../kernel/dates.ts'

/**
 * What search goes through, in the order it is shown. The place in the list, counted from 1, is `kind` of the view
 * `search_text`: new kinds go to the end. Of 谈心谈话 only L1 is in it, for those who may read every one of that level; ID
 * numbers are absent, and so are what is inside attachments and earlier versions of a record.
 */
export const searchKinds = [
  'member',
  'organisation',
  'meeting',
  'task',
  'study',
  'rectification',
  'plan',
  'attachment',
  'exemption',
  'talk',
  'evaluation',
  'poll',
  'appraisal'
] as const
export type SearchKind = (typeof searchKinds)[number]

/** How a kind is told to a person. */
export const searchKindNames: Record<SearchKind, string> = {
  member: '党员',
  organisation: '党组织',
  meeting: '会议与活动',
  task: '任务',
  study: '学时',
  rectification: '整改',
  plan: '计划',
  attachment: '附件',
  exemption: '不计入应到',
  talk: '谈心谈话',
  evaluation: '民主评议',
  poll: '民主测评',
  appraisal: '干部考核'
}

/** Text with the places that matched: from, and up to but without, in UTF-16 units; in order, never touching. */
export type MarkedText = { text: string; ranges: [from: number, to: number][] }

/** One record that was found. `excerpt` is null where nothing but the title is there to show. */
export type SearchHit = {
  kind: SearchKind
  id: string
  title: MarkedText
  excerpt: MarkedText | null
  date: Day | null
  organisation: string
  organisationId: string | null
  /** A member who has left. */
  former: boolean
  /** Whose file, or which meeting, the record belongs to: where opening it leads when it has no screen of its own. */
  memberId: string | null
  meetingId: string | null
}

/** Where in the index a hit stands. Numbers are kind * 2^44 + day * 2^24 + a number within the day. */
export const kindOfNumber = (number: number): SearchKind | undefined => searchKinds[Math.floor(number / 2 ** 44) - 1]
export const dayNumberOf = (number: number): number => Math.floor(number / 2 ** 24) % 2 ** 20

/** Numbers below this are no day: 1 a member on the roster, 0 everything else. */
const firstDay = 20
export const dateOfNumber = (dayNumber: number): Day | null =>
  dayNumber < firstDay ? null : addDays('1900-01-01', dayNumber - firstDay)
