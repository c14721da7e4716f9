import type { PackGroup } from '../../../shared/features/pack/volume-scheme.ts'
import type { ReportName } from '../../../shared/features/report/report.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import type { Store } from '../../store/store.ts'
import { checklistPaper } from '../checklist/checklist-paper.ts'
import type { Paper } from '../paper/paper.ts'
import type { ReportCall } from '../report/report-access.ts'
import { reportPaper } from '../report/report-paper.ts'
import type { Made } from './pack-documents.ts'
import { handedOn } from './pack-talks.ts'

/** What there is to report on of an organisation and year. */
export type ReportGround = {
  isBranch: boolean
  meetings: boolean
  talks: boolean
  evaluation: boolean
  review: boolean
}

type Known = NonNullable<ReportCall['known']>

/** Who reads is not known: a pack is handed on, and nothing is written by making it. */
const callOf = (store: Store, today: Day, talks: boolean, known: Known): ReportCall => ({
  known,
  ...{ store, today, now: '', newId: () => '', accountName: '', reader: handedOn },
  may: { write: false, settle: false, talks, grades: true }
})

/** Reports and checklists of an organisation, written from its records with the clerk's own text in them. */
export function reportPapers(
  store: Store,
  place: { organisationId: string; year: number },
  day: Day,
  ground: ReportGround,
  known: Known
): Made[] {
  const made = (kind: string, group: PackGroup, paper: Outcome<Paper>): Made[] =>
    paper.ok ? [{ kind, group, date: day, records: [], paper: paper.value }] : []
  const report = (name: ReportName, group: PackGroup, isThere: boolean): Made[] =>
    isThere
      ? made(
          `report-${name}`,
          group,
          reportPaper(callOf(store, day, name === 'talks', known), { ...place, report: name })
        )
      : []
  const list = (paper: 'self-check' | 'review' | 'report', isThere: boolean): Made[] =>
    isThere
      ? made(
          `checklist-${paper}`,
          'checklist',
          checklistPaper(callOf(store, day, false, known), { ...place, list: 'standard', paper }, score)
        )
      : []
  const score = known.scores.find(({ facts }) => facts.organisation.id === place.organisationId)
  const { isBranch, meetings, talks, evaluation, review } = ground
  return [
    ...report('summary', 'reports', isBranch && meetings),
    ...report('digest', 'reports', !isBranch),
    ...report('life', 'life', isBranch && meetings),
    ...report('talks', 'talks', isBranch && talks),
    ...report('evaluation', 'evaluation', isBranch && evaluation),
    ...list('self-check', isBranch && meetings),
    ...list('review', isBranch && review),
    ...list('report', isBranch && meetings)
  ]
}
