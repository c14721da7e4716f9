import type { Outputs } from '../../api/client.ts'

export type RosterRow = Outputs['member']['list'][number]
export type OrganisationNode = Outputs['organisation']['tree'][number]
export type MemberOrder = 'post' | 'stroke' | 'pinyin'

export const rosterViews = ['all', 'full', 'probationary', 'incomplete', 'gone'] as const
export type RosterView = (typeof rosterViews)[number]

export const viewNames: Record<RosterView, string> = {
  all: '全部',
  full: '正式',
  probationary: '预备',
  incomplete: '要补信息',
  gone: '已离开'
}

/** Today in one of the organisations shown; somebody who moved on to another organisation of this store counts as gone. */
const isHere = (row: RosterRow, shown: ReadonlySet<string>): boolean =>
  !row.former && (shown.has(row.organisationId) || (row.groupId !== null && shown.has(row.groupId)))

const belongs: Record<RosterView, (row: RosterRow, here: boolean) => boolean> = {
  all: (_row, here) => here,
  full: (row, here) => here && row.category === '正式党员',
  probationary: (row, here) => here && row.category === '预备党员',
  incomplete: (row, here) => here && row.missing.length > 0,
  gone: (_row, here) => !here
}

export type Roster = Record<RosterView, RosterRow[]>

/** The rows of every view at once, so that each view can say how many it holds. `shown` is the organisation and all below. */
export function sortIntoViews(rows: readonly RosterRow[], shown: ReadonlySet<string>): Roster {
  const views: Roster = { all: [], full: [], probationary: [], incomplete: [], gone: [] }
  for (const row of rows) {
    const here = isHere(row, shown)
    for (const view of rosterViews) if (belongs[view](row, here)) views[view].push(row)
  }
  return views
}

/** The view in which a person stands: the one on screen if possible. */
export const viewShowing = (views: Roster, id: string, current: RosterView): RosterView =>
  [current, ...rosterViews].find((view) => views[view].some((row) => row.id === id)) ?? current

/** Index of the row the typed letters mean: initials first, then full pinyin; the same letter again goes to the next. */
export function jumpTo(rows: readonly RosterRow[], letters: string, from: number): number {
  const again =
    letters.length > 1 && new Set(letters).size === 1 && !rows.some((row) => row.initials.startsWith(letters))
  const wanted = again ? letters.slice(0, 1) : letters
  const start = wanted.length === 1 ? from + 1 : Math.max(0, from)
  const turned = rows.map((_row, index) => (start + index) % rows.length)
  const matches = (key: 'initials' | 'pinyin') => turned.find((index) => rows[index]?.[key].startsWith(wanted))
  return matches('initials') ?? matches('pinyin') ?? -1
}

/** 全部 18 人中缺信息的 in words, for an empty view. */
export const emptyWords: Record<RosterView, string> = {
  all: '还没有登记党员',
  full: '没有正式党员',
  probationary: '没有预备党员',
  incomplete: '信息都已补齐',
  gone: '没有已离开的党员'
}
