import { type ChecklistItem, itemsOf, type VetoFinding } from '../../../shared/features/checklist/checklist.ts'
import { measureChecklist } from '../../../shared/features/checklist/checklist-rules.ts'
import type { ItemFacts } from '../../../shared/features/checklist/item-facts.ts'
import type { Measured } from '../../../shared/features/checklist/item-result.ts'
import type { ReviewItem, ReviewTable } from '../../../shared/features/checklist/review-rules.ts'
import { type Score, scoreChecklist } from '../../../shared/features/checklist/score-rules.ts'
import { vetoesOf as vetoesFound, type Vetoed } from '../../../shared/features/checklist/veto-rules.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type Fraction, rounded } from '../../../shared/kernel/fraction.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import { itemFacts } from './checklist-facts.ts'
import { type ListKey, listFor, type ListOfYear, vetoesIn } from './checklist-lists.ts'
import { bonusesOf, vetoesOf } from './checklist-repository.ts'

/** A branch measured by a list: `standard` its score by the standard list, which 四强 goes by. */
export type BranchScore = {
  facts: ItemFacts
  list: ListOfYear
  items: ChecklistItem[]
  score: Score
  standard: Score
  stated: VetoFinding[]
  vetoes: Vetoed[]
}

/** Branches measured by a list of a year as they stand today; nothing where the office has no such list. */
export function branchScores(
  tables: Tables,
  branches: readonly Organisation[],
  { key, year, today }: { key: ListKey; year: number; today: Day },
  rosters?: Rosters
): BranchScore[] {
  const [list, standard] = [listFor(tables, key, year), listFor(tables, 'standard', year)]
  if (list === null || standard === null) return []
  const ids = branches.map(({ id }) => id)
  const bonuses = Map.groupBy(bonusesOf(tables, ids, year), ({ organisationId }) => organisationId)
  const stated = Map.groupBy(vetoesOf(tables, ids, year), ({ organisationId }) => organisationId)
  return itemFacts(tables, branches, { year, today }, rosters).map((facts) => {
    const { id } = facts.organisation
    const measured = measureChecklist(facts, standard.content)
    const own = bonuses.get(id) ?? []
    const standardScore = scoreChecklist(standard.content, measured, own)
    const score =
      key === 'standard'
        ? standardScore
        : scoreChecklist(
            list.content,
            measureChecklist(facts, list.content, { checklist: standard.content, measured }),
            own
          )
    const findings = stated.get(id) ?? []
    // Vetoes are those of the standard list, whatever list is looked at.
    const vetoes = vetoesFound(facts, vetoesIn(key === 'own' ? [standard, list] : [standard]), findings)
    return { facts, list, items: itemsOf(list.content), score, standard: standardScore, stated: findings, vetoes }
  })
}

/** The items that can win points with this branch, with the most each can: those a reviewer gives points for. */
export const applicable = ({ score }: Pick<BranchScore, 'score'>): ReviewItem[] =>
  score.areas.flatMap(({ items }) =>
    items
      .filter(({ max }) => max.parts > 0n)
      .map(({ id, title, max }) => ({ id, title, points: Number(rounded(max, 2)) }))
  )

/** The total of final points, by the same reckoning as the program's own: what is not applicable leaves its points to the others. */
export function reviewedTotal(
  { score, list }: Pick<BranchScore, 'score' | 'list'>,
  table: ReviewTable
): Fraction | null {
  const finals = new Map(table.lines.map(({ item, final }) => [item.id, final]))
  if (![...finals.values()].some((final) => final !== null)) return null
  const measured = score.areas.flatMap(({ items }) =>
    items.map(({ id, measured: own }): [string, Measured] => {
      const final = finals.get(id) ?? null
      if (own.status === 'not-applicable') return [id, own]
      return [id, { ...own, ...(final === null ? { status: 'pending' } : { status: 'scored', score: final }) }]
    })
  )
  return scoreChecklist(list.content, new Map(measured)).total
}
