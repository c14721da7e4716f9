import { certaintyNames } from '../../../shared/rulebook/rule.ts'
import type { Outputs } from '../../api/client.ts'

export type Desk = Outputs['checklist']['desk']
export type AreaLine = Desk['score']['areas'][number]
export type ItemLine = AreaLine['items'][number]
export type Missing = Desk['missing'][number]
export type Board = Outputs['checklist']['board']
export type Card = Board['cards'][number]

export const listNames = { standard: '标准化清单', strong: '“四强”党支部', own: '本单位清单' } as const
export type ListKey = keyof typeof listNames
export const isListKey = (text: string | null): text is ListKey => text !== null && Object.hasOwn(listNames, text)

export const deskViewNames = {
  areas: '按方面',
  lost: '只看失分',
  missing: '缺项',
  rectification: '整改',
  review: '考评',
  changes: '改动'
} as const
export type DeskView = keyof typeof deskViewNames
export const isDeskView = (text: string | null): text is DeskView => text !== null && Object.hasOwn(deskViewNames, text)

export const boardViewNames = {
  branches: '各支部',
  compare: '对比',
  progress: '考评进度',
  versions: '清单版本'
} as const
export type BoardView = keyof typeof boardViewNames
export const isBoardView = (text: string | null): text is BoardView =>
  text !== null && Object.hasOwn(boardViewNames, text)

/** 4.00 as 4, 6.35 as it is: for what a figure is held against, so that the figure itself stands out. */
export const plainFigure = (figure: string): string => figure.replace(/\.?0+$/, '')

/** Share of a figure in another as per cent for a drawing; figures themselves are shown as the engine gives them. */
export const widthOf = (part: string, whole: string): number =>
  Number(whole) === 0 ? 0 : Math.min(100, (100 * Number(part)) / Number(whole))

export const isLost = ({ lost }: Pick<ItemLine, 'lost'>): boolean => lost !== '0.00'

type Standing = 'full' | 'part' | 'pending' | 'none'
export const standingOf = (item: Pick<ItemLine, 'status' | 'lost'>): Standing =>
  item.status === 'not-applicable' ? 'none' : item.status === 'pending' ? 'pending' : isLost(item) ? 'part' : 'full'

/** Nothing of an area that counts is scored yet: missing data is no nought. */
export const isAllPending = ({ score, lost, max }: Pick<AreaLine, 'score' | 'lost' | 'max'>): boolean =>
  score === '0.00' && lost === '0.00' && max !== '0.00'

/** What an area says when it is folded. */
export function areaSays({ items }: Pick<AreaLine, 'items'>): string {
  const many = (standing: Standing): number => items.filter((item) => standingOf(item) === standing).length
  const [lost, pending] = [many('part'), many('pending')]
  const says = [...(lost === 0 ? [] : [`失分 ${lost} 项`]), ...(pending === 0 ? [] : [`待核 ${pending} 项`])]
  return says.length === 0 ? '全部齐' : says.join('，')
}

/** Papers and records that speak for an item; a filed proof stands among the records too. */
export const proofCount = ({ links, proofs }: Pick<ItemLine, 'links' | 'proofs'>): number =>
  new Set([...links.map(({ record, id }) => `${record} ${id}`), ...proofs.map(({ id }) => `proof ${id}`)]).size

/** How sure the source of an item is, in words; nothing where it was checked. */
export const doubtOf = ({ certainty }: Pick<ItemLine, 'certainty'>): string | null =>
  certainty === '✔' ? null : certaintyNames[certainty]
