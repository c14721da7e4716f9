import type { DocumentBook, DocumentModel } from '../../../shared/documents/document-model.ts'
import {
  type AppraisalPaperName,
  appraisalPapers,
  ownPapers
} from '../../../shared/features/appraisal/appraisal-papers.ts'
import {
  ballotSummaryDocument,
  teamSummaryDocument
} from '../../../shared/features/appraisal/ballot-summary-document.ts'
import { dutyDocument } from '../../../shared/features/appraisal/duty-document.ts'
import { feedbackDocument } from '../../../shared/features/appraisal/feedback-document.ts'
import { gradeDocument } from '../../../shared/features/appraisal/grade-document.ts'
import { negativeDocument } from '../../../shared/features/appraisal/negative-document.ts'
import { noticeDocument } from '../../../shared/features/appraisal/notice-document.ts'
import { scoreDocument } from '../../../shared/features/appraisal/score-document.ts'
import { summaryFormsDocument } from '../../../shared/features/appraisal/summary-form-document.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { citationOf } from '../../../shared/rulebook/rule.ts'
import { readRosters } from '../meeting/meeting-judgement.ts'
import type { Paper } from '../paper/paper.ts'
import {
  type AppraisalCall,
  type AppraisalWish,
  appraisedOrganisation,
  type JudgedAppraisal,
  judgedAppraisal
} from './appraisal-desk.ts'
import { appraisalOf } from './appraisal-repository.ts'

/** Which paper of an appraisal and how: of one cadre where it may be, with figures of ballots; 'all' binds every one of them. */
export type AppraisalPaperWish = AppraisalWish & {
  paper: AppraisalPaperName | 'all'
  member: string | null
  figures: boolean
}

/** How a paper is made: as `AppraisalPaperWish`. */
export type PaperWay = Pick<AppraisalPaperWish, 'figures'> & { date: Day }

/** A paper of an appraisal as a document. */
export function appraisalDocument(
  paper: AppraisalPaperName,
  { organisation, appraisal, facts, result }: JudgedAppraisal,
  { figures, date }: PaperWay
): DocumentModel {
  const { works, teams, rules } = facts
  const common = { organisation: organisation.name, appraisal, result, date, citation: '' }
  const sources = figures ? citationOf(rules.rule('6.2')) : ''
  switch (paper) {
    case 'forms':
      return summaryFormsDocument(common)
    case 'ballots':
      return ballotSummaryDocument({ ...common, figures, citation: sources })
    case 'team':
      return teamSummaryDocument({ ...common, figures, citation: sources, teams })
    case 'duty':
      return dutyDocument({ ...common, works })
    case 'score':
      return scoreDocument({ ...common, works })
    case 'negative':
      return negativeDocument(common)
    case 'grades':
      return gradeDocument(common)
    case 'notice':
      return noticeDocument({ ...common, rules })
    case 'feedback':
      return feedbackDocument(common)
  }
}

/** The same appraisal with one cadre in it. */
const ofOne = (judged: JudgedAppraisal, memberId: string): JudgedAppraisal => ({
  ...judged,
  result: { ...judged.result, cadres: judged.result.cadres.filter(({ facts }) => facts.memberId === memberId) }
})

const paperOf = (document: DocumentModel): Paper => ({ title: document.meta.title, document })

/** Every paper in one file, each beginning with page one. */
function allPapers(judged: JudgedAppraisal, way: PaperWay): Paper {
  const parts = appraisalPapers.map((paper) => appraisalDocument(paper, judged, way))
  const title = `${judged.appraisal.year}年度领导干部考核材料`
  const book: DocumentBook = { title, date: way.date, numbering: 'each', oddStarts: false, parts }
  return { title, document: appraisalDocument('grades', judged, way), book }
}

/** A paper of the appraisal of an organisation and year, as things stand today. */
export function appraisalPaper(call: AppraisalCall, wish: AppraisalPaperWish): Outcome<Paper> {
  const { store, today } = call
  return store.read((tables) => {
    const rosters = readRosters(tables)
    const organisation = appraisedOrganisation(rosters, store.reach, wish.organisationId)
    if (!organisation.ok) return organisation
    const appraisal = appraisalOf(tables, wish.organisationId, wish.year)
    if (appraisal === null) return failure('appraisal-unknown', `${wish.year} 年度的干部考核还没有开始。`)
    const judged = judgedAppraisal(tables, organisation.value, appraisal, { today, reach: store.reach }, rosters)
    const way: PaperWay = { figures: wish.figures, date: today }
    if (wish.paper === 'all') return success(allPapers(judged, way))
    const single = wish.member !== null && ownPapers.includes(wish.paper) ? ofOne(judged, wish.member) : judged
    if (single.result.cadres.length === 0) return failure('person-unknown', '他不在这次考核里。')
    return success(paperOf(appraisalDocument(wish.paper, single, way)))
  })
}
