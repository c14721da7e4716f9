import type { MeetingState } from '../../../shared/features/meeting/meeting.ts'

/** 计划 → 已开 → 成稿 → 定稿 → 归档, as shown. */
export const stateNames: Record<MeetingState, string> = {
  planned: '计划',
  held: '已开',
  drafted: '成稿',
  final: '定稿',
  archived: '归档'
}
