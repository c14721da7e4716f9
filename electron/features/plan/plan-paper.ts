import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { coverageDocument, coverageSheet } from '../../../shared/features/plan/coverage-document.ts'
import { coverageOf } from '../../../shared/features/plan/coverage-rules.ts'
import type { CalendarLine } from '../../../shared/features/plan/plan.ts'
import { planDocument, planSheet } from '../../../shared/features/plan/plan-document.ts'
import { yearPeriods } from '../../../shared/features/plan/wanted-rules.ts'
import { type Day, makeDay, yearOf } from '../../../shared/kernel/dates.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { readOfficeSettings } from '../setting/setting-service.ts'
import { calendarLines } from './plan-calendar.ts'
import { planBranches, scopeOf } from './plan-facts.ts'

/** 年度会议计划 and 组织生活覆盖表. */
export const planPapers = ['year', 'coverage'] as const
export type PlanPaperName = (typeof planPapers)[number]

export type PlanPaperWish = { organisationId: string | null; year: number; type: MeetingType | null }

/** What was planned: entries, and meetings with a planned day or still ahead. Others were held without a plan. */
const isPlanned = ({ plannedOn, state }: CalendarLine): boolean =>
  plannedOn !== null || state === 'planned' || state === 'overdue'

/** The branch a line belongs to: its own organisation, or the branch above a group. */
function partsOf(scope: readonly Organisation[], lines: readonly CalendarLine[]) {
  const byId = new Map(scope.map((one) => [one.id, one]))
  const homeOf = (id: string): string => {
    const organisation = byId.get(id)
    return organisation?.kind === '党小组' && organisation.parentId !== null && byId.has(organisation.parentId)
      ? organisation.parentId
      : id
  }
  const own = Map.groupBy(lines, ({ organisationId }) => homeOf(organisationId))
  const homes = scope.filter((one) => isBranch(one) || own.has(one.id))
  return homes.map((one) => ({ label: labelOf(one), lines: own.get(one.id) ?? [] }))
}

function yearPaper(tables: Tables, scope: Organisation[], name: string, { year }: PlanPaperWish, today: Day): Paper {
  // What was planned for the turn of the year may have been held on the other side of it.
  const span = { from: makeDay(year - 1, 10, 1), to: makeDay(year + 1, 3, 31) }
  const lines = calendarLines(tables, scope, span, today).filter(
    (line) => isPlanned(line) && yearOf(line.plannedOn ?? line.day) === year
  )
  const paper = { organisation: name, year, date: today, parts: partsOf(scope, lines) }
  return { title: `${year}年度会议计划`, document: planDocument(paper), sheet: planSheet(paper) }
}

function coveragePaper(tables: Tables, scope: Organisation[], name: string, wish: PlanPaperWish, today: Day): Paper {
  const { year, type } = wish
  const last = makeDay(year, 12, 31)
  const coverage = coverageOf(planBranches(tables, scope, year), yearPeriods(year, today, ruleBookOf(tables)), type)
  const paper = { organisation: name, date: today < last ? today : last, type, coverage }
  const document = coverageDocument(paper)
  return { title: document.meta.title, document, sheet: coverageSheet(paper) }
}

/** One of the papers, of an organisation with those below it, or of all within reach. */
export function planPaper(store: Store, name: PlanPaperName, wish: PlanPaperWish, today: Day): Outcome<Paper> {
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const scope = scopeOf(store, organisations, wish.organisationId)
    if (!scope.ok) return scope
    const chosen = organisations.find(({ id }) => id === wish.organisationId)
    const head = chosen?.name ?? readOfficeSettings(tables).unit
    const make = name === 'year' ? yearPaper : coveragePaper
    return success(make(tables, scope.value, head, wish, today))
  })
}
