import {
  appraisalKind,
  type AppraisalPaperName,
  isGuarded
} from '../../../shared/features/appraisal/appraisal-papers.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { Tables } from '../../store/store.ts'
import { type JudgedAppraisal, judgedAppraisal } from '../appraisal/appraisal-desk.ts'
import { appraisalDocument, type PaperWay } from '../appraisal/appraisal-paper.ts'
import { appraisalOf } from '../appraisal/appraisal-repository.ts'
import type { Rosters } from '../meeting/meeting-judgement.ts'
import type { Made } from './pack-documents.ts'

/** What of an appraisal is worth keeping as far as it has come: a form nobody wrote in is none. */
function keptPapers({ appraisal, facts, result }: JudgedAppraisal): AppraisalPaperName[] {
  const some = (test: (one: JudgedAppraisal['result']['cadres'][number]) => boolean): boolean =>
    result.cadres.some(test)
  const kept: [AppraisalPaperName, boolean][] = [
    ['forms', some(({ entry }) => entry.summary !== null)],
    ['ballots', some((one) => one.facts.ballots.length > 0)],
    ['team', facts.teams.length > 0],
    ['duty', some(({ entry }) => entry.duty !== null)],
    ['score', facts.works.length > 0],
    ['negative', some(({ negatives }) => negatives.some(({ answered }) => answered))],
    ['grades', some(({ entry }) => entry.grade !== null)],
    ['notice', appraisal.noticeFrom !== null],
    ['feedback', appraisal.feedbackOn !== null || some(({ entry }) => entry.feedback !== null)]
  ]
  return kept.flatMap(([paper, isKept]) => (isKept ? [paper] : []))
}

/** Of what each writes himself only those who did. */
function withTexts(judged: JudgedAppraisal, name: AppraisalPaperName): JudgedAppraisal {
  if (name !== 'forms' && name !== 'duty') return judged
  const field = name === 'forms' ? 'summary' : 'duty'
  const cadres = judged.result.cadres.filter(({ entry }) => entry[field] !== null)
  return { ...judged, result: { ...judged.result, cadres } }
}

/**
 * What is kept of the appraisal of an organisation's cadres. A pack is handed on: no paper of it has figures of ballots. Without
 * `tally` (whoever has it made may not see tallies) only the papers everybody who sees grades may have.
 */
export function appraisalPapers(
  tables: Tables,
  organisation: Organisation,
  { year, today }: { year: number; today: Day },
  rosters: Rosters,
  tally: boolean
): Made[] {
  const appraisal = appraisalOf(tables, organisation.id, year)
  if (appraisal === null) return []
  const judged = judgedAppraisal(tables, organisation, appraisal, { today, reach: null }, rosters)
  const way: PaperWay = { figures: false, date: today }
  const kept = keptPapers(judged).filter((name) => tally || !isGuarded(name))
  return kept.map((name): Made => {
    const document = appraisalDocument(name, withTexts(judged, name), way)
    const paper = { title: document.meta.title, document }
    return { kind: appraisalKind(name), group: 'appraisal', date: document.meta.date, records: [appraisal.id], paper }
  })
}
