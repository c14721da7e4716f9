import type { BoardPaperName, ChecklistPaperName } from '../../../shared/features/checklist/checklist-papers.ts'
import {
  comparisonSheet,
  missingSheet,
  problemSheet,
  reviewSheet,
  selfCheckSheet
} from '../../../shared/features/checklist/checklist-sheets.ts'
import { figure } from '../../../shared/features/checklist/checklist-view.ts'
import { comparisonDocument } from '../../../shared/features/checklist/comparison-document.ts'
import { comparisonOf } from '../../../shared/features/checklist/comparison-rules.ts'
import { missingDocument } from '../../../shared/features/checklist/missing-document.ts'
import { problemDocument } from '../../../shared/features/checklist/problem-document.ts'
import { type ReportBlock, reportBlocks, type ReportFacts } from '../../../shared/features/checklist/report-blocks.ts'
import { reportDocument } from '../../../shared/features/checklist/report-document.ts'
import { reviewDocument } from '../../../shared/features/checklist/review-document.ts'
import { reviewTable } from '../../../shared/features/checklist/review-rules.ts'
import { blankSelfCheck, selfCheckDocument } from '../../../shared/features/checklist/self-check-document.ts'
import {
  starDocument,
  starListDocument,
  strongDocument,
  strongListDocument
} from '../../../shared/features/checklist/star-document.ts'
import { type StarRating, strongOf } from '../../../shared/features/checklist/star-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo, withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { ReportEdit } from '../../../shared/features/report/report.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import { editsOf, saveEdit } from '../report/report-block-repository.ts'
import { type ChecklistCall, checkedBranch } from './checklist-access.ts'
import { ratingsOf } from './checklist-board.ts'
import { type ChecklistDesk, type ChecklistWish, scoredDesk } from './checklist-desk.ts'
import type { ListKey } from './checklist-lists.ts'
import { applicable, type BranchScore, branchScores, reviewedTotal } from './checklist-scores.ts'
import { registerPaper } from './register-paper.ts'
import { publishedOn } from './review-repository.ts'

const reportKey = (list: ListKey): string => `checklist-${list}`

/** What the head of a report says of the branch, from the roster and the posts of the day. */
function aboutOf({ facts }: BranchScore): ReportFacts['about'] {
  const { setup, organisation, rules } = facts
  return {
    members: setup.full + setup.probationary,
    full: setup.full,
    groups: setup.groups.length,
    secretary: setup.seats.find(({ titles }) => titles.includes('书记'))?.name ?? null,
    electedOn: organisation.electedOn,
    termEnds: termRunsTo(organisation, rules)
  }
}

type Subject = { tables: Tables; call: ChecklistCall; wish: ChecklistWish; own: BranchScore; desk: ChecklistDesk }

const headOf = ({ call, wish, desk }: Subject) => ({
  organisation: desk.organisation.name,
  year: wish.year,
  list: desk.list.title,
  date: call.today
})

const reportFacts = (subject: Subject): ReportFacts => {
  const { own, desk } = subject
  const { review } = desk.review
  return {
    ...headOf(subject),
    ...{ about: aboutOf(own), score: desk.score, vetoes: desk.vetoes, bonuses: desk.bonuses, missing: desk.missing },
    rectifications: desk.rectifications,
    selfOn: review?.selfOn ?? null,
    meetingOn: review?.meetingOn ?? null
  }
}

function reviewPaper(subject: Subject): Paper {
  const { own, desk } = subject
  const { review, points, finals } = desk.review
  const head = review ?? { reviewers: [], publishedOn: null, finalNote: null }
  const table = reviewTable(head, applicable(own), points, finals)
  const total = reviewedTotal(own, table) ?? table.total
  const facts = { ...headOf(subject), score: desk.score, review: head, table: { ...table, total }, finals }
  const document = reviewDocument(facts)
  return { title: document.meta.title, document, sheet: reviewSheet(facts) }
}

/** Stars of a branch among all of the office, or 四强 by its own figures. */
function starPaper(subject: Subject): Paper {
  const { tables, call, wish, own, desk } = subject
  const [name, total] = [desk.organisation.name, desk.score.total]
  if (wish.list === 'strong') {
    const standardTotal = figure(own.standard.total)
    const document = strongDocument({
      ...headOf(subject),
      branches: [{ name, total, standardTotal, lacks: desk.strong?.lacks ?? [] }]
    })
    return { title: document.meta.title, document }
  }
  const branches = allOrganisations(tables).filter(isBranch)
  const office = branchScores(tables, branches, { key: wish.list, year: wish.year, today: call.today })
  const { stars: steps } = own.list.content
  const rating = ratingsOf(office).find(({ organisationId }) => organisationId === wish.organisationId)
  const document = starDocument({
    ...headOf(subject),
    branches: rating === undefined ? [] : [{ name, total, rating }],
    steps
  })
  return { title: document.meta.title, document }
}

const organisationsBelow = (tables: Tables, id: string): Organisation[] => {
  const all = allOrganisations(tables)
  const within = new Set(withDescendants(all, id))
  return all.filter((one) => within.has(one.id))
}

const titled = (document: Paper['document'], sheet?: Paper['sheet']): Paper =>
  sheet === undefined ? { title: document.meta.title, document } : { title: document.meta.title, document, sheet }

const makers: Record<ChecklistPaperName, (subject: Subject) => Paper> = {
  'self-check': (subject) => {
    const { desk } = subject
    const { vetoes, bonuses, score, review } = desk
    const facts = { ...headOf(subject), score, vetoes, bonuses, meetingOn: review.review?.meetingOn ?? null }
    return titled(selfCheckDocument(facts), selfCheckSheet(facts))
  },
  review: reviewPaper,
  report: (subject) =>
    titled(reportDocument({ ...reportFacts(subject), edits: reportEdits(subject.tables, subject.wish) })),
  problems: (subject) => {
    const facts = { ...headOf(subject), score: subject.desk.score, vetoes: subject.desk.vetoes }
    return titled(problemDocument(facts), problemSheet(facts))
  },
  missing: (subject) => {
    const facts = { ...headOf(subject), missing: subject.desk.missing }
    return titled(missingDocument(facts), missingSheet(facts))
  },
  register: ({ tables, call, wish, desk }) =>
    registerPaper(tables, organisationsBelow(tables, wish.organisationId), {
      ...{ year: wish.year, date: call.today, organisation: desk.organisation.name }
    }),
  star: starPaper,
  blank: (subject) => titled(blankSelfCheck({ ...headOf(subject), list: subject.own.list.content }))
}

const reportEdits = (tables: Tables, { organisationId, year, list }: ChecklistWish): ReportEdit[] =>
  editsOf(tables, { organisationId, year, report: reportKey(list) })

function subjectOf(call: ChecklistCall, tables: Tables, wish: ChecklistWish, known?: BranchScore): Outcome<Subject> {
  const found = scoredDesk(call, wish, known)
  return found.ok ? success({ tables, call, wish, ...found.value }) : found
}

/** A paper of a branch's list, as it stands today; `known` where the branch was measured already. */
export const checklistPaper = (
  call: ChecklistCall,
  wish: ChecklistWish & { paper: ChecklistPaperName },
  known?: BranchScore
): Outcome<Paper> =>
  call.store.read((tables) => {
    const subject = subjectOf(call, tables, wish, known)
    return subject.ok ? success(makers[wish.paper](subject.value)) : subject
  })

/** A block of the report as the page edits it; `own` where somebody put text of his own in its place. */
export type ReportBlockView = ReportBlock & { own: string | null }

/** 自评报告 block by block, each as the records have it, with what was put in its place. */
export const checklistReport = (call: ChecklistCall, wish: ChecklistWish): Outcome<ReportBlockView[]> =>
  call.store.read((tables) => {
    const subject = subjectOf(call, tables, wish)
    if (!subject.ok) return subject
    const edits = reportEdits(tables, wish)
    const ownOf = (id: string): string | null => edits.find(({ block }) => block === id)?.text ?? null
    return success(reportBlocks(reportFacts(subject.value)).map((block) => ({ ...block, own: ownOf(block.id) })))
  })

/** Keeps somebody's own text of a block of the report; null goes back to what the records say. */
export function keepReportBlock(
  call: ChecklistCall,
  { block, text, ...wish }: ChecklistWish & { block: string; text: string | null }
): Outcome<null> {
  return call.store.write((tables) => {
    const branch = checkedBranch(call, tables, wish.organisationId)
    if (!branch.ok) return branch
    const { organisationId, year, list } = wish
    const day = publishedOn(tables, organisationId, year)
    if (day !== null) return failure('review-published', `${year} 年度的考评结果 ${day} 已公布，报告不能再改。`)
    saveEdit(tables, { organisationId, year, report: reportKey(list), block, text, changedOn: call.today })
    return success(null)
  })
}

/** Which branches: all below an organisation, or all within reach; `focus` is held against the median. */
export type BoardWish = { organisationId: string | null; year: number; list: ListKey; focus: string | null }

/** 对比表 or the list of stars of many branches. */
export function boardPaper(call: ChecklistCall, wish: BoardWish & { paper: BoardPaperName }): Outcome<Paper> {
  return call.store.read((tables) => {
    const all = allOrganisations(tables)
    const scope = scopeOf(call.store, all, wish.organisationId)
    if (!scope.ok) return scope
    const top: Organisation | undefined =
      all.find(({ id }) => id === wish.organisationId) ?? all.find(({ parentId }) => parentId === null)
    const { year, list: key, focus } = wish
    if (wish.paper === 'register')
      return success(registerPaper(tables, scope.value, { year, date: call.today, organisation: top?.name ?? '' }))
    const office = branchScores(tables, all.filter(isBranch), { key, year, today: call.today })
    const within = new Set(scope.value.map(({ id }) => id))
    const scores = office.filter(({ facts }) => within.has(facts.organisation.id))
    const [first] = scores
    if (first === undefined) return failure('list-unknown', '没有可以比较的支部。')
    const head = { organisation: top?.name ?? '', year, list: first.list.content.title, date: call.today }
    const ratings = ratingsOf(office)
    if (wish.paper === 'comparison') {
      const compared = scores.map(({ facts, score }) => ({
        ...{ organisationId: facts.organisation.id, label: labelOf(facts.organisation), score }
      }))
      const facts = { ...head, comparison: comparisonOf(compared), ratings: key === 'strong' ? [] : ratings, focus }
      return success(titled(comparisonDocument(facts), comparisonSheet(facts)))
    }
    return success(titled(key === 'strong' ? strongList(head, scores) : starList(head, scores, ratings)))
  })
}

type Head = { organisation: string; year: number; list: string; date: string }

const strongList = (head: Head, scores: readonly BranchScore[]) =>
  strongListDocument({
    ...head,
    branches: scores.map(({ facts, score, standard, vetoes }) => ({
      ...{ name: facts.organisation.name, total: figure(score.total), standardTotal: figure(standard.total) },
      lacks: strongOf({
        ...{ total: score.total, areas: score.areas, standardTotal: standard.total, vetoed: vetoes.length > 0 }
      }).lacks
    }))
  })

const starList = (head: Head, scores: readonly BranchScore[], ratings: readonly StarRating[]) =>
  starListDocument({
    ...head,
    steps: scores[0]?.list.content.stars ?? [],
    branches: scores.flatMap(({ facts, score }) => {
      const rating = ratings.find(({ organisationId }) => organisationId === facts.organisation.id)
      return rating === undefined ? [] : [{ name: facts.organisation.name, total: figure(score.total), rating }]
    })
  })
