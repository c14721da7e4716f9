import type { Checklist, ChecklistItem } from '../../../shared/features/checklist/checklist.ts'
import { ownPrefix } from '../../../shared/features/checklist/checklist-reading.ts'
import { rounded, sumOf, typed } from '../../../shared/kernel/fraction.ts'

/** Which item of a list: the places of its area and of itself. */
export type Spot = { area: number; item: number }

const changedAt = <One>(list: readonly One[], at: number, change: (one: One) => One): One[] =>
  list.map((one, index) => (index === at ? change(one) : one))

const changeItems = (
  list: Checklist,
  area: number,
  change: (items: readonly ChecklistItem[]) => ChecklistItem[]
): Checklist => ({
  ...list,
  areas: changedAt(list.areas, area, (one) => ({ ...one, items: change(one.items) }))
})

export const changeItem = (list: Checklist, { area, item }: Spot, part: Partial<ChecklistItem>): Checklist =>
  changeItems(list, area, (items) => changedAt(items, item, (one) => ({ ...one, ...part })))

export const removeItem = (list: Checklist, { area, item }: Spot): Checklist =>
  changeItems(list, area, (items) => items.filter((_one, index) => index !== item))

/** One place up or down inside its area; at the ends it stays. */
export const moveItem = (list: Checklist, { area, item }: Spot, by: 1 | -1): Checklist =>
  changeItems(list, area, (items) => {
    const one = items[item]
    const goal = item + by
    if (one === undefined || goal < 0 || goal >= items.length) return [...items]
    return items.toSpliced(item, 1).toSpliced(goal, 0, one)
  })

/** The first number of an area nobody has in the whole list; those without a letter before them are the program's. */
function freeId({ key, areas }: Checklist, code: string): string {
  const taken = new Set(areas.flatMap(({ items }) => items.map(({ id }) => id)))
  const series = key === 'own' ? `${ownPrefix}${code}` : code
  let number = 1
  while (taken.has(`${series}${number}`)) number += 1
  return `${series}${number}`
}

const blankItem = (id: string): ChecklistItem => ({
  ...{ id, title: '', standard: '', points: 1, proof: '', scoring: '', kind: 'M', formula: null, parts: [] },
  ...{ partsAs: 'gain', of: [], rule: null, source: '本单位清单', mark: '地' }
})

/** A new item, judged by hand, at the end of an area. */
export const addItem = (list: Checklist, area: number): Checklist =>
  changeItems(list, area, (items) => [...items, blankItem(freeId(list, list.areas[area]?.code ?? ''))])

/** A new area with one item, under the first letter that is free. */
export function addArea(list: Checklist): Checklist {
  const codes = new Set(list.areas.map(({ code }) => code))
  const code = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !codes.has(letter)) ?? `Z${list.areas.length}`
  const grown = { ...list, areas: [...list.areas, { code, title: '', items: [] }] }
  return addItem(grown, list.areas.length)
}

export const changeArea = (list: Checklist, at: number, title: string): Checklist => ({
  ...list,
  areas: changedAt(list.areas, at, (one) => ({ ...one, title }))
})

export const removeArea = (list: Checklist, at: number): Checklist => ({
  ...list,
  areas: list.areas.filter((_one, index) => index !== at)
})

/** Points of items together, exact, as they are shown. */
export const pointsIn = (items: readonly Pick<ChecklistItem, 'points'>[]): string =>
  rounded(sumOf(items.map(({ points }) => typed(points))), 2)
