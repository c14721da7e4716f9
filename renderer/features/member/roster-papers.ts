import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { RosterPaperKind } from './desk-sheet.tsx'

const names: Record<RosterPaperKind, string> = {
  roster: '党员名册',
  chart: '组织机构图',
  committee: '支委会名单',
  composition: '党员队伍情况'
}

export const rosterPaperKinds = Object.keys(names) as RosterPaperKind[]

/** The name of a paper as it stands on it: above the branches a committee is 班子. */
export const paperName = (paper: RosterPaperKind, { kind }: Pick<Organisation, 'kind'>): string =>
  paper === 'committee' && !isBranch({ kind }) ? '班子成员名单' : names[paper]

/** How a paper is wanted. */
export type PaperWish = {
  order: 'post' | 'stroke'
  citizenId: 'none' | 'masked' | 'full'
  withFormer: boolean
  withGroups: boolean
}

export const usualWish: PaperWish = { order: 'post', citizenId: 'none', withFormer: false, withGroups: true }

/** The part of an address after the question mark: only what the paper knows. */
export function wishQuery(paper: RosterPaperKind, wish: PaperWish): string {
  const parts: Record<RosterPaperKind, Record<string, string>> = {
    roster: { order: wish.order, citizenId: wish.citizenId },
    chart: { withGroups: String(wish.withGroups) },
    committee: { withFormer: String(wish.withFormer) },
    composition: {}
  }
  return new URLSearchParams(parts[paper]).toString()
}
