import { missingList } from '../../../shared/features/checklist/need-rules.ts'
import { scoreFigures } from '../../../shared/features/checklist/score-rules.ts'
import { starsOf } from '../../../shared/features/checklist/star-rules.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { ChecklistReport, MissingPaper, PackMissing } from '../../../shared/features/pack/pack.ts'
import {
  groupOfItem,
  type PackGroup,
  volumeFor,
  type VolumeScheme
} from '../../../shared/features/pack/volume-scheme.ts'
import type { Post } from '../../../shared/features/post/post.ts'
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

/** Who sees to papers of a kind where the branch has such a post, else the 书记. */
const seatOf: Partial<Record<PackGroup, Post['title']>> = {
  ...{ roster: '组织委员', admission: '组织委员', 'theme-days': '组织委员', evaluation: '组织委员', life: '组织委员' },
  ...{ study: '宣传委员', service: '宣传委员', rectification: '纪检委员' }
}

function ownerOf({ setup }: BranchScore['facts'], group: PackGroup): string {
  const holder = (title: string) => setup.seats.find(({ titles }) => titles.some((one) => one === title))
  const wanted = seatOf[group]
  const own = wanted === undefined ? undefined : holder(wanted)
  if (own !== undefined && wanted !== undefined) return `${wanted}${own.name}`
  const first = holder('书记')
  return first === undefined ? '书记（未登记）' : `书记${first.name}`
}

/** Who has not been talked with is not for everybody who holds the list (security.md §9): how many is enough. */
const withoutNames = (what: string): string => what.replace(/：.*$/, '')

/** What the list still waits for, the most worth first: of which branch, in which volume, by whom and until when. */
export const missingPapers = (scores: readonly BranchScore[], scheme: VolumeScheme): MissingPaper[] =>
  scores.flatMap(({ facts, score }) =>
    missingList(score).flatMap(({ what, by, place, items }) =>
      items.slice(0, 1).map(({ id, title }): MissingPaper => {
        const group = groupOfItem(id)
        return {
          ...{ organisationId: facts.organisation.id, label: labelOf(facts.organisation) },
          ...{
            volume: volumeFor(scheme, group).number,
            what: place === 'talk' ? withoutNames(what) : what,
            rule: id,
            title,
            by,
            owner: ownerOf(facts, group)
          }
        }
      })
    )
  )

/** `pack.missing` of report.json; a paper is named by its branch where there are several. */
export const packMissing = (missing: readonly MissingPaper[]): PackMissing[] => {
  const isOfMany = new Set(missing.map(({ organisationId }) => organisationId)).size > 1
  return missing.map(({ volume, what, rule, label }) => ({ volume, what: isOfMany ? `${label}：${what}` : what, rule }))
}
