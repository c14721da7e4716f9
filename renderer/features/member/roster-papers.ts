import type { RosterPaperKind } from './desk-sheet.tsx'

export const paperNames: Record<RosterPaperKind, string> = {
  roster: '党员名册',
  chart: '组织机构图',
  committee: '支委会名单',
  composition: '党员队伍情况'
}

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
