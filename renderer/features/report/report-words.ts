import type { Outputs } from '../../api/client.ts'
import { type ReportName, reportNames } from '../../../shared/features/report/report.ts'

export type ReportLine = Outputs['report']['list'][number]
export type ReportBlock = Outputs['report']['blocks'][number]
export type ReportTableView = ReportBlock['tables'][number]

export const isReportName = (text: string | null): text is ReportName => reportNames.some((name) => name === text)

/** The report to show: the one the address names, else the first this reader may see that is written here. */
export const chosenOf = (lines: readonly ReportLine[], named: string | null): ReportName | null => {
  const here = lines.flatMap(({ report, mayLook }) => (mayLook && isReportName(report) ? [report] : []))
  return here.find((report) => report === named) ?? here[0] ?? null
}

/** How many records stand behind the figures of a block, each counted once. */
export const recordCount = ({ sources }: Pick<ReportBlock, 'sources'>): number =>
  new Set(sources.flatMap(({ links }) => links.map(({ record, id }) => `${record} ${id}`))).size
