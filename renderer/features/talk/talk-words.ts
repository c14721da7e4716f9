import type { TalkTally } from '../../../shared/features/talk/coverage-rules.ts'
import type { DueTalk } from '../../../shared/features/talk/due-rules.ts'
import { type TalkKind, talkKindName, type TalkLevel } from '../../../shared/features/talk/talk-kinds.ts'
import { type Day, partsOf, weekdayName } from '../../../shared/kernel/dates.ts'

export type TalkView = 'map' | 'records' | 'plan' | 'figures'

export const talkViewNames: Record<TalkView, string> = {
  map: '覆盖表',
  records: '谈话记录',
  plan: '谈话计划',
  figures: '统计'
}
export const talkViews = Object.keys(talkViewNames) as readonly TalkView[]

/** 5-20, as it stands in a cell of the matrix. */
export const shortDay = (day: Day): string => `${partsOf(day).month}-${day.slice(8)}`

/** 11 月 5 日. */
export const dayInWords = (day: Day): string => `${partsOf(day).month} 月 ${partsOf(day).day} 日`

export const dayAndWeekday = (day: Day): string => `${dayInWords(day)} ${weekdayName(day)}`

/** 书记, 副书记, 纪检: a post beside a name, without 委员 where that goes without saying. */
export const postWord = (title: string): string => (title === '委员' ? title : title.replace(/委员$/, ''))

export const levelWords: Record<TalkLevel, string> = { L1: '一级', L2: '二级', L3: '三级' }

/** A kind where there is little room. */
export const kindWord = (kind: TalkKind): string => (kind === 'T02' ? '会前谈话' : talkKindName(kind))

/** How many are short: “差 2 对”, “齐”, or that nothing is asked. */
export function shortOf({ covered, total }: TalkTally, unit: string): string {
  if (total === 0) return '不要求'
  return covered === total ? '齐' : `差 ${total - covered} ${unit}`
}

/** The tag of somebody to be talked with: 必谈, the days left, or how long it is past. */
export function dueTag({ must, daysLeft }: Pick<DueTalk, 'must' | 'daysLeft'>): {
  text: string
  tone: 'red' | 'amber' | 'blue'
} {
  if (daysLeft !== null && daysLeft < 0) return { text: `${must ? '必谈，' : ''}逾期 ${-daysLeft} 天`, tone: 'red' }
  if (must) return { text: '必谈', tone: 'amber' }
  if (daysLeft === null) return { text: '待谈', tone: 'blue' }
  return { text: daysLeft === 0 ? '今天' : `${daysLeft} 天`, tone: daysLeft <= 7 ? 'amber' : 'blue' }
}
