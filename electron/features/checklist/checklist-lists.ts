import {
  type Checklist,
  type ChecklistItem,
  checklistSchema,
  itemsOf,
  type Veto
} from '../../../shared/features/checklist/checklist.ts'
import { type ChecklistVersion, listOfYear } from '../../../shared/features/checklist/checklist-version.ts'
import type { MarkedItem } from '../../../shared/features/ledger/ledger.ts'
import standard from '../../../resources/checklists/standard.json' with { type: 'json' }
import strong from '../../../resources/checklists/strong.json' with { type: 'json' }
import type { Tables } from '../../store/store.ts'
import { versionsOf } from './checklist-repository.ts'

/** The lists an office may go by: 标准化规范化 (§7.2), 四强 (§7.3), and its own where it has one. */
export const listKeys = ['standard', 'strong', 'own'] as const
export type ListKey = (typeof listKeys)[number]

/** The lists the program brings. */
export const brought: Record<'standard' | 'strong', Checklist> = {
  standard: checklistSchema.parse(standard),
  strong: checklistSchema.parse(strong)
}

/** Numbers of items the lists of the program use; an own list has others, for marks and proofs go by the number. */
export const takenNumbers: ReadonlySet<string> = new Set(
  [brought.standard, brought.strong].flatMap((list) => itemsOf(list).map(({ id }) => id))
)

export type ListOfYear = { key: ListKey; content: Checklist; version: ChecklistVersion | null }

/** The list of a year as the office has it; null for an own list it has not. */
export function listFor(tables: Tables, key: ListKey, year: number): ListOfYear | null {
  const versions = versionsOf(tables)
  if (key !== 'own') return { key, ...listOfYear(versions, brought[key], year) }
  const [latest] = versions.filter((one) => one.key === 'own' && one.year <= year)
  return latest === undefined ? null : { key, ...listOfYear(versions, latest.content, year) }
}

/** The items a file of 清单自评 may speak of: those of the standard list as it is now, and of an own one. */
export function markedItems(tables: Tables): MarkedItem[] {
  const lists = listsOf(tables, 2100).filter(({ key }) => key !== 'strong')
  const items = new Map(lists.flatMap(({ content }) => itemsOf(content)).map((item) => [item.id, item]))
  const all = [...items.values()]
  return all.map((item) => ({ id: item.id, title: item.title, most: mostPoints(all, item), kind: item.kind }))
}

/** The most an item can win, in points: where a branch has no 党小组, 党员大会 takes over what 党小组会 is worth. */
export function mostPoints(items: readonly ChecklistItem[], { points, formula }: ChecklistItem): number {
  const groups = items.find((one) => one.formula === 'group-meetings')?.points ?? 0
  return formula === 'general-meetings' ? points + groups : points
}

/** Every list that holds in a year, by which items marks and proofs may be filed. */
export const listsOf = (tables: Tables, year: number): ListOfYear[] =>
  listKeys.flatMap((key) => listFor(tables, key, year) ?? [])

/** The vetoes of lists, each once: an own list brings those of the standard one with it. */
export function vetoesIn(lists: readonly ListOfYear[]): Veto[] {
  const all = lists.flatMap(({ content }) => content.vetoes)
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
}
