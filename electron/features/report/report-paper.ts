import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { digestParts } from '../../../shared/features/report/digest-parts.ts'
import { evaluationReportParts } from '../../../shared/features/report/evaluation-parts.ts'
import { lifeReportParts } from '../../../shared/features/report/life-report-parts.ts'
import {
  ownText,
  type ReportEdit,
  type ReportName,
  type ReportPart,
  reportTitle,
  withOwnText
} from '../../../shared/features/report/report.ts'
import { reportPaperDocument } from '../../../shared/features/report/report-document.ts'
import { summaryParts } from '../../../shared/features/report/summary-parts.ts'
import { talkReportParts } from '../../../shared/features/report/talk-parts.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Tables } from '../../store/store.ts'
import type { Paper } from '../paper/paper.ts'
import {
  checkedOrganisation,
  checkedReport,
  mayLook,
  type ReportCall,
  reportsFor,
  type ReportWish
} from './report-access.ts'
import { editsOf, saveEdit } from './report-block-repository.ts'
import { branchReport, digestReport, evaluationReport, lifeReport, talkReport } from './report-facts.ts'

/** The key a report's texts are kept under. */
const keyOf = (report: ReportName): string => `report-${report}`

type Maker = (call: ReportCall, tables: Tables, organisation: Organisation, year: number) => Outcome<ReportPart[]>

const mapped = <From>(found: Outcome<From>, make: (value: From) => ReportPart[]): Outcome<ReportPart[]> =>
  found.ok ? success(make(found.value)) : found

const makers: Record<ReportName, Maker> = {
  summary: (call, tables, branch, year) => mapped(branchReport(call, tables, branch, year), summaryParts),
  life: (call, tables, branch, year) => mapped(lifeReport(call, tables, branch, year), lifeReportParts),
  talks: (call, tables, branch, year) => success(talkReportParts(talkReport(call, tables, branch, year))),
  evaluation: (call, tables, branch, year) =>
    success(evaluationReportParts(evaluationReport(call, tables, branch, year), { year, today: call.today })),
  digest: (call, tables, top, year) => success(digestParts(digestReport(call, tables, top, year)))
}

type Made = { organisation: Organisation; parts: ReportPart[]; edits: ReportEdit[] }

function made(call: ReportCall, tables: Tables, wish: ReportWish): Outcome<Made> {
  const organisation = checkedReport(call, tables, wish)
  if (!organisation.ok) return organisation
  const { organisationId, year, report } = wish
  const parts = makers[report](call, tables, organisation.value, year)
  if (!parts.ok) return parts
  const edits = editsOf(tables, { organisationId, year, report: keyOf(report) })
  return success({ organisation: organisation.value, parts: parts.value, edits })
}

/**
 * A report there is for an organisation; `own` counts its blocks with somebody's own text. 自评报告 (`self-check`) is made and
 * kept where the list is: /checklist.
 */
export type ReportLine = { report: ReportName | 'self-check'; title: string; mayLook: boolean; own: number }

/** The reports of an organisation and year, without making any of them. */
export const reportsOf = (
  call: ReportCall,
  { organisationId, year }: { organisationId: string; year: number }
): Outcome<ReportLine[]> =>
  call.store.read((tables) => {
    const found = checkedOrganisation(call, tables, organisationId)
    if (!found.ok) return found
    const ownIn = (report: string): number => editsOf(tables, { organisationId, year, report }).length
    const lines = reportsFor(found.value).map(
      (report): ReportLine => ({
        ...{ report, title: reportTitle(report, found.value.kind), mayLook: mayLook(call, report) },
        own: ownIn(keyOf(report))
      })
    )
    const isOfBranch = lines.some(({ report }) => report === 'summary')
    const selfCheck: ReportLine = {
      ...{
        report: 'self-check',
        title: '标准化规范化建设自查自评报告',
        mayLook: true,
        own: ownIn('checklist-standard')
      }
    }
    return success(isOfBranch ? [...lines, selfCheck] : lines)
  })

/** A block of a report as the page edits it; `own` where somebody put text of his own in place of its paragraphs. */
export type ReportPartView = ReportPart & { own: string | null }

/** A report block by block, each as the records have it, with what was put in its place. */
export const reportBlocksOf = (call: ReportCall, wish: ReportWish): Outcome<ReportPartView[]> =>
  call.store.read((tables) => {
    const found = made(call, tables, wish)
    if (!found.ok) return found
    const { parts, edits } = found.value
    return success(parts.map((part) => ({ ...part, own: part.isGuarded ? null : ownText(edits, part.id) })))
  })

/** Keeps somebody's own text of a block; null goes back to what the records say. */
export function keepBlock(
  call: ReportCall,
  { block, text, ...wish }: ReportWish & { block: string; text: string | null }
): Outcome<null> {
  return call.store.write((tables) => {
    const organisation = checkedReport(call, tables, wish)
    if (!organisation.ok) return organisation
    const { organisationId, year, report } = wish
    const own = text === null || text.trim() === '' ? null : text
    saveEdit(tables, { organisationId, year, report: keyOf(report), block, text: own, changedOn: call.today })
    return success(null)
  })
}

/** A report as a paper, as the records stand today, with the clerk's own text where there is some. */
export const reportPaper = (call: ReportCall, wish: ReportWish): Outcome<Paper> =>
  call.store.read((tables) => {
    const found = made(call, tables, wish)
    if (!found.ok) return found
    const { organisation, parts, edits } = found.value
    const name = reportTitle(wish.report, organisation.kind).replace(/^年度/, '')
    const title = `${organisation.name}${wish.year}年度${name}`
    const document = reportPaperDocument({
      ...{ organisation: organisation.name, title, parts: withOwnText(parts, edits) },
      date: call.today
    })
    return success({ title, document })
  })
