import type { DocumentModel } from '../../documents/document-model.ts'
import type { Day } from '../../kernel/dates.ts'
import { activityDocument } from './activity-document.ts'
import { type Meeting, meetingTitle, type MeetingType } from './meeting.ts'
import { handoutDocument } from './handout-document.ts'
import { meetingDocument } from './meeting-document.ts'
import type { MeetingPaperInput } from './meeting-paper-lines.ts'
import { noticeDocument } from './notice-document.ts'
import { signInDocument } from './sign-in-document.ts'
import { settledItems, summaryDocument } from './summary-document.ts'

/** The papers one meeting record can give, in the order they are needed. */
export const meetingPapers = ['notice', 'sign-in', 'minutes', 'lecture', 'handout', 'theme-day', 'summary'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

/** Papers that make sense with nothing on them yet: a 讲稿 does not. */
export const blankPapers = meetingPapers.filter((paper) => paper !== 'handout')
export type BlankPaper = (typeof blankPapers)[number]

export const meetingPaperNames: Record<MeetingPaper, string> = {
  notice: '会议通知',
  'sign-in': '签到表',
  minutes: '会议记录',
  lecture: '党课记录',
  handout: '党课讲稿',
  'theme-day': '主题党日活动记录',
  summary: '会议纪要'
}

/** A paper with its meeting's title; what one ends and the other begins with stands once: 2026年4月党课记录, not 党课党课记录. */
export function meetingPaperTitle(meeting: Meeting, paper: MeetingPaper): string {
  const [title, name] = [meetingTitle(meeting), meetingPaperNames[paper]]
  const shared = meeting.types.find((type) => title.endsWith(type) && name.startsWith(type)) ?? ''
  return title + name.slice(shared.length)
}

const onForms: readonly MeetingType[] = ['党课', '主题党日']

/** Why a paper cannot be made of a record; null where it can. A 党课 or 主题党日 that is nothing else has its own form. */
export function whyNoPaper(meeting: Meeting, paper: MeetingPaper): string | null {
  const { types } = meeting
  if (paper === 'lecture') return types.includes('党课') ? null : '这次会议的类型里没有党课。'
  if (paper === 'handout') return (meeting.handout ?? '').trim() === '' ? '还没有写讲稿。' : null
  if (paper === 'theme-day') return types.includes('主题党日') ? null : '这次会议的类型里没有主题党日。'
  if (paper === 'minutes')
    return types.every((type) => onForms.includes(type)) ? `${types[0] ?? ''}用自己的记录表。` : null
  if (paper === 'summary')
    return settledItems(meeting).length > 0 ? null : '纪要只写议定事项，这次会议还没有一个议题写了决议或作了表决。'
  return null
}

/** Papers that make sense for the record as it stands; the first one with the record itself is what its editor shows. */
export const papersOf = (meeting: Meeting): MeetingPaper[] =>
  meetingPapers.filter((paper) => whyNoPaper(meeting, paper) === null)

/** The paper in which the meeting itself is recorded. */
export const recordPaperOf = (meeting: Meeting): MeetingPaper =>
  papersOf(meeting).find((paper) => paper === 'minutes' || paper === 'lecture' || paper === 'theme-day') ?? 'minutes'

/** Papers that are kept of a meeting that was held: its record, then the sign-in sheet. */
export const keptPapersOf = (meeting: Meeting): MeetingPaper[] => {
  const there = papersOf(meeting)
  return (['minutes', 'lecture', 'handout', 'theme-day', 'sign-in'] as const).filter((paper) => there.includes(paper))
}

const makers: Record<MeetingPaper, (input: MeetingPaperInput & { today: Day }) => DocumentModel> = {
  notice: noticeDocument,
  'sign-in': signInDocument,
  minutes: meetingDocument,
  lecture: (input) => activityDocument(input, '党课记录'),
  handout: handoutDocument,
  'theme-day': (input) => activityDocument(input, '主题党日活动记录'),
  summary: summaryDocument
}

/** A paper of a record, as data; ask only for one that `whyNoPaper` has nothing against. */
export const meetingPaperDocument = (paper: MeetingPaper, input: MeetingPaperInput & { today: Day }): DocumentModel =>
  makers[paper](input)
