import { registerRates } from '../../../shared/features/checklist/register-rules.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { isOfYear, type Rectification } from '../../../shared/features/rectification/rectification.ts'
import type { BranchReport, EvaluatedYear } from '../../../shared/features/report/branch-report.ts'
import type { DigestBranch, DigestReport } from '../../../shared/features/report/digest-report.ts'
import type { LifeReport } from '../../../shared/features/report/life-report-parts.ts'
import { peopleYear } from '../../../shared/features/report/people-rules.ts'
import type { TalkReport } from '../../../shared/features/report/talk-parts.ts'
import { makeDay } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { type Shown, shownAlerts } from '../alert/alert-desk.ts'
import { ratingsOf } from '../checklist/checklist-board.ts'
import { scoredDesk } from '../checklist/checklist-desk.ts'
import { type BranchScore, branchScores } from '../checklist/checklist-scores.ts'
import { judgedEvaluation } from '../evaluation/evaluation-year.ts'
import { readRosters, type Rosters } from '../meeting/meeting-judgement.ts'
import { attendanceOfYear } from '../meeting/meeting-ledger.ts'
import { membersOf } from '../member/member-repository.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { dueOnPaper, statisticsOf, talkYear } from '../talk/talk-year.ts'
import { tasksOf } from '../task/task-repository.ts'
import type { ReportCall } from './report-access.ts'

/** The list reports go by: the one every office has. */
const list = 'standard'

const unmeasured = (year: number) => failure('list-unknown', `${year} 年度没有标准化清单，不能生成报告。`, 'year')

const insideOf = ({ organisations }: Rosters, id: string): Organisation[] => {
  const inside = new Set(withDescendants(organisations, id))
  return organisations.filter((one) => inside.has(one.id))
}

/** Red warnings of the organisations as this reader may see them. */
const redOnes = (
  call: ReportCall,
  tables: Tables,
  scope: readonly Organisation[],
  year: number,
  rosters: Rosters
): Shown[] =>
  shownAlerts({ ...call, may: { ...call.may, settings: false } }, tables, scope, year, rosters).filter(
    ({ view }) => view.level === 'red'
  )

/** Branches measured by the standard list, those the caller has measured taken from him. */
function scoresOf(
  { known, today }: ReportCall,
  tables: Tables,
  branches: readonly Organisation[],
  year: number,
  rosters: Rosters
): BranchScore[] {
  const measured = new Map((known?.scores ?? []).map((one) => [one.facts.organisation.id, one]))
  const others = branches.filter(({ id }) => !measured.has(id))
  const rest = others.length === 0 ? [] : branchScores(tables, others, { key: list, year, today }, rosters)
  for (const one of rest) measured.set(one.facts.organisation.id, one)
  return branches.flatMap(({ id }) => measured.get(id) ?? [])
}

const evaluatedYear = (
  tables: Tables,
  branch: Organisation,
  { year, today }: { year: number; today: string },
  rosters: Rosters
): EvaluatedYear => {
  const { evaluation, result } = judgedEvaluation(tables, branch, { year, today }, rosters)
  return { evaluation, result }
}

/** What a branch's 年度工作总结 is written from. */
export function branchReport(
  call: ReportCall,
  tables: Tables,
  branch: Organisation,
  year: number
): Outcome<BranchReport> {
  const { today, may } = call
  const rosters = call.known?.rosters ?? readRosters(tables)
  const [own] = scoresOf(call, tables, [branch], year, rosters)
  if (own === undefined) return unmeasured(year)
  const found = scoredDesk(call, { organisationId: branch.id, year, list }, own)
  if (!found.ok) return found
  const { facts } = own
  const { desk } = found.value
  const inside = insideOf(rosters, branch.id)
  const scope = inside.map(({ id }) => id)
  const { review, total } = desk.review
  return success({
    facts,
    people: peopleYear(membersOf(tables, scope), { scope, year, day: facts.day }),
    ...{ score: desk.score, missing: desk.missing },
    evaluated: evaluatedYear(tables, branch, { year, today }, rosters),
    warnings: redOnes(call, tables, inside, year, rosters).map(({ view }) => view),
    rectifications: facts.rectifications.filter((one) => isOfYear(one, year)),
    rates: registerRates(rectificationsOf(tables, scope), year, today),
    tasks: tasksOf(tables, [branch.id]),
    published: review?.publishedOn == null ? null : { on: review.publishedOn, total },
    may
  })
}

/** The same with who attended what. */
export function lifeReport(call: ReportCall, tables: Tables, branch: Organisation, year: number): Outcome<LifeReport> {
  const report = branchReport(call, tables, branch, year)
  return report.ok
    ? success({ ...report.value, attendance: attendanceOfYear(tables, branch, year, call.today, call.known?.rosters) })
    : report
}

/** What is told of a branch's talks: never what was said. */
export function talkReport(
  { reader, today, known }: ReportCall,
  tables: Tables,
  branch: Organisation,
  year: number
): TalkReport {
  const own = talkYear(tables, branch, { year, today }, known?.rosters)
  return {
    coverage: own.coverage,
    statistics: statisticsOf({ reader, today }, tables, own, year),
    due: dueOnPaper(own, reader),
    plans: own.plans
  }
}

/** The 民主评议 of a branch, with the day it is told on. */
export const evaluationReport = (
  { today, known }: ReportCall,
  tables: Tables,
  branch: Organisation,
  year: number
): EvaluatedYear => evaluatedYear(tables, branch, { year, today }, known?.rosters ?? readRosters(tables))

/** What a 党委 or 党总支 reports of its branches, those out of reach left out. Stars go by all branches of the office. */
export function digestReport(call: ReportCall, tables: Tables, top: Organisation, year: number): DigestReport {
  const { today, may, store } = call
  const rosters = call.known?.rosters ?? readRosters(tables)
  const inside = insideOf(rosters, top.id).filter(({ id }) => inReach(store.reach, id))
  const office = scoresOf(call, tables, rosters.organisations.filter(isBranch), year, rosters)
  const ratings = new Map(ratingsOf(office).map((one) => [one.organisationId, one]))
  const within = new Set(inside.map(({ id }) => id))
  const warnings = Map.groupBy(redOnes(call, tables, inside, year, rosters), ({ view }) => view.organisationId)
  const tasks = Map.groupBy(tasksOf(tables, [...within]), ({ organisationId }) => organisationId)
  const turns: Rectification[] = rectificationsOf(tables, [...within])
  const lastDay = makeDay(year, 12, 31)
  return {
    ...{ organisation: top, year, today, day: today < lastDay ? today : lastDay, may },
    rates: registerRates(turns, year, today),
    branches: office
      .filter(({ facts }) => within.has(facts.organisation.id))
      .map(({ facts, score, vetoes }): DigestBranch => {
        const { organisation } = facts
        const own = insideOf(rosters, organisation.id).map(({ id }) => id)
        return {
          ...{ organisationId: organisation.id, label: labelOf(organisation), facts, score, vetoes: vetoes.length },
          rating: ratings.get(organisation.id) ?? null,
          evaluated: evaluatedYear(tables, organisation, { year, today }, rosters),
          warnings: own.flatMap((id) => (warnings.get(id) ?? []).map(({ view }) => view)),
          rectifications: facts.rectifications.filter((one) => isOfYear(one, year)),
          tasks: own.flatMap((id) => tasks.get(id) ?? [])
        }
      })
  }
}
