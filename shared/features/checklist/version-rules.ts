import { rounded, sumOf } from '../../kernel/fraction.ts'
import { type Checklist, type ChecklistItem, itemKindNames } from './checklist.ts'
import { ownPoints } from './score-rules.ts'

/** One field of an item that reads otherwise: `field` in words, both sides as a person reads them. */
export type FieldChange = { field: string; before: string; after: string }
export type ChangedItem = { id: string; title: string; changes: FieldChange[] }

/** Points of an area in both lists; null where a list does not have it. */
export type AreaPoints = { code: string; title: string; before: string | null; after: string | null }

export type VersionDifference = {
  added: ChecklistItem[]
  removed: ChecklistItem[]
  changed: ChangedItem[]
  areas: AreaPoints[]
}

type Placed = { area: string; item: ChecklistItem }

const placed = ({ areas }: Pick<Checklist, 'areas'>): Map<string, Placed> =>
  new Map(areas.flatMap(({ title, items }) => items.map((item) => [item.id, { area: title, item }] as const)))

const none = '（无）'
const written = (text: string | null): string => (text === null || text === '' ? none : text)

const partsIn = ({ parts, partsAs }: ChecklistItem): string =>
  parts.length === 0
    ? none
    : parts
        .map((part) => `${part.name}${partsAs === 'gain' ? '得' : '缺扣'} ${rounded(ownPoints(part), 2)} 分`)
        .join('、')

/** What of an item is compared, in the order it is read on paper. */
const fields: readonly (readonly [field: string, read: (one: Placed) => string])[] = [
  ['方面', ({ area }) => area],
  ['项目', ({ item }) => item.title],
  ['标准', ({ item }) => written(item.standard)],
  ['分值', ({ item }) => rounded(ownPoints(item), 2)],
  ['证据', ({ item }) => written(item.proof)],
  ['评分说明', ({ item }) => written(item.scoring)],
  ['取分', ({ item }) => itemKindNames[item.kind]],
  ['算法', ({ item }) => written(item.formula)],
  ['材料', ({ item }) => partsIn(item)],
  ['取自', ({ item }) => written(item.of.join('、'))],
  ['规则', ({ item }) => written(item.rule)],
  ['依据', ({ item }) => written(item.source)],
  ['可信度', ({ item }) => item.mark]
]

const changesOf = (before: Placed, after: Placed): FieldChange[] =>
  fields
    .map(([field, read]) => ({ field, before: read(before), after: read(after) }))
    .filter((change) => change.before !== change.after)

const pointsOf = (list: Pick<Checklist, 'areas'>, code: string): string | null => {
  const area = list.areas.find((one) => one.code === code)
  return area === undefined ? null : rounded(sumOf(area.items.map(ownPoints)), 2)
}

/** Two versions of a list: what came, what went, what reads otherwise, and the points of each area (two digits). */
export function compareChecklists(
  before: Pick<Checklist, 'areas'>,
  after: Pick<Checklist, 'areas'>
): VersionDifference {
  const [old, now] = [placed(before), placed(after)]
  const titles = new Map([...before.areas, ...after.areas].map(({ code, title }) => [code, title]))
  return {
    added: [...now.values()].filter(({ item }) => !old.has(item.id)).map(({ item }) => item),
    removed: [...old.values()].filter(({ item }) => !now.has(item.id)).map(({ item }) => item),
    changed: [...now].flatMap(([id, one]) => {
      const past = old.get(id)
      const changes = past === undefined ? [] : changesOf(past, one)
      return changes.length === 0 ? [] : [{ id, title: one.item.title, changes }]
    }),
    areas: [...titles].map(([code, title]) => {
      return { code, title, before: pointsOf(before, code), after: pointsOf(after, code) }
    })
  }
}
