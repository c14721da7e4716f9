import { itemVolume } from '../../../shared/features/checklist/item-volume.ts'
import { missingList } from '../../../shared/features/checklist/need-rules.ts'
import { scoreFigures } from '../../../shared/features/checklist/score-rules.ts'
import { starsOf } from '../../../shared/features/checklist/star-rules.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { ChecklistReport, PackMissing } from '../../../shared/features/pack/pack.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { type BranchScore, branchScores } from '../checklist/checklist-scores.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'

/** The standard list of the branches of a pack as it stands on its day. */
export const packChecklists = (
  tables: Tables,
  branches: readonly Organisation[],
  { year, today }: { year: number; today: Day },
  rosters: Rosters
): BranchScore[] => branchScores(tables, branches, { key: 'standard', year, today }, rosters)

/** `checklist` of report.json; stars are given among the branches of the pack. */
export function checklistReports(scores: readonly BranchScore[]): ChecklistReport[] {
  const rated = scores.map(({ facts, score, vetoes }) => ({
    organisationId: facts.organisation.id,
    total: score.total,
    vetoed: vetoes.length > 0
  }))
  const ratings = new Map(
    starsOf(rated, scores[0]?.list.content.stars ?? []).map((one) => [one.organisationId, one.stars])
  )
  return scores.map(({ facts, score, vetoes }) => ({
    organisation: facts.organisation.code,
    ...scoreFigures(score),
    vetoes: vetoes.map(({ id }) => id),
    stars: ratings.get(facts.organisation.id) ?? 0
  }))
}

/** `pack.missing` of report.json: what the list still waits for, the most worth first; named by its branch where there are several. */
export const packMissing = (scores: readonly BranchScore[]): PackMissing[] =>
  scores.flatMap(({ facts, score }) =>
    missingList(score).flatMap(({ what, items }) =>
      items.slice(0, 1).map(({ id }) => ({
        volume: itemVolume(id),
        what: scores.length > 1 ? `${labelOf(facts.organisation)}：${what}` : what,
        rule: id
      }))
    )
  )
