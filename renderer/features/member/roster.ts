import type { Outputs } from '../../api/client.ts'

export type RosterRow = Outputs['member']['page'][number]
export type RosterFigures = Outputs['member']['figures']
export type OrganisationNode = Outputs['organisation']['tree'][number]
export type MemberOrder = 'post' | 'stroke' | 'pinyin'

export const rosterViews = ['current', 'full', 'probationary', 'others', 'missing', 'away', 'former'] as const
export type RosterView = (typeof rosterViews)[number]

export const viewNames: Record<RosterView, string> = {
  current: '全部',
  full: '正式',
  probationary: '预备',
  others: '其他',
  missing: '要补信息',
  away: '流动失联',
  former: '原有党员'
}

/** What is listed: an organisation with all below, one view of it, in one order. */
export type RosterQuery = { organisationId: string | null; view: RosterView; order: MemberOrder }

/** What stands in place of an empty view. */
export const emptyWords: Record<RosterView, string> = {
  current: '还没有登记党员',
  full: '没有正式党员',
  probationary: '没有预备党员',
  others: '没有发展对象、积极分子和申请人',
  missing: '信息都已补齐',
  away: '没有流动和失联的党员',
  former: '没有原有党员'
}

/** Per cent of the wanted facts that are there, one decimal, rounded down: “100%” only where nothing is missing. */
export function completeWords({ wantedFacts, missingFacts }: RosterFigures): string | null {
  if (wantedFacts === 0) return null
  if (missingFacts === 0) return '100%'
  return `${(Math.floor(((wantedFacts - missingFacts) * 1000) / wantedFacts) / 10).toFixed(1)}%`
}
