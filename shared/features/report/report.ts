import type { ChartSpec } from '../../documents/chart.ts'
import type { CellAlign } from '../../documents/document-model.ts'
import type { OrganisationKind } from '../organisation/organisation.ts'
import type { RecordLink } from '../checklist/item-result.ts'

/** Reports written from the records: of a branch the first four, of a 党委 or 党总支 the last. */
export const reportNames = ['summary', 'life', 'talks', 'evaluation', 'digest'] as const
export type ReportName = (typeof reportNames)[number]

/** What a report is called; its paper has the year in front of it. */
export const reportTitle = (name: ReportName, kind: OrganisationKind): string =>
  ({
    summary: '年度工作总结',
    life: '组织生活情况报告',
    talks: '谈心谈话情况报告',
    evaluation: '民主评议党员情况报告',
    digest: `${kind}工作汇总报告`
  })[name]

/** Records behind a figure; `of` is the sentence or the line of a table that tells it. */
export type ReportSource = { of: string; links: RecordLink[] }

/**
 * A table of a block. `heat` goes by the rows: shares in per cent of the cells that are to be compared, null in others;
 * `note` stands under the table.
 */
export type ReportTable = {
  title: string
  columns: { title: string; width: number; align?: CellAlign }[]
  rows: string[][]
  heat?: (number | null)[][]
  note?: string
}

/**
 * A block of a report: paragraphs parted by line ends, then tables and charts. `sources` are the records its figures come
 * from. `isGuarded`: something was left out of it that this reader may not see, so nobody's own text is shown either.
 */
export type ReportPart = {
  id: string
  heading: string
  text: string
  tables: ReportTable[]
  charts: ChartSpec[]
  sources: ReportSource[]
  isGuarded: boolean
}

/** A clerk's own text in place of the paragraphs of a block. */
export type ReportEdit = { block: string; text: string }

/** The text somebody put in place of a block; one of nothing but blanks is none. */
export const ownText = (edits: readonly ReportEdit[], block: string): string | null => {
  const text = edits.find((one) => one.block === block)?.text.trim() ?? ''
  return text === '' ? null : text
}

/** Blocks with the clerk's own text in place of their paragraphs; tables and charts stay from the records. */
export const withOwnText = (parts: readonly ReportPart[], edits: readonly ReportEdit[]): ReportPart[] =>
  parts.map((part) => {
    const text = part.isGuarded ? null : ownText(edits, part.id)
    return text === null ? part : { ...part, text }
  })

/** One paragraph with the records it was counted from. */
export type Said = { says: string; links?: RecordLink[] }

type Beside = { tables?: ReportTable[]; charts?: ChartSpec[]; sources?: ReportSource[]; isGuarded?: boolean }

/** A block of what is said: what has nothing to say (null) is left out. */
export function partOf(id: string, heading: string, all: readonly (Said | null)[], beside: Beside = {}): ReportPart {
  const { tables = [], charts = [], sources = [], isGuarded = false } = beside
  const told = all.filter((one) => one !== null)
  return {
    ...{ id, heading, tables, charts, isGuarded },
    text: told.map(({ says }) => says).join('\n'),
    sources: [
      ...told.flatMap(({ says, links = [] }) => (links.length === 0 ? [] : [{ of: says, links }])),
      ...sources.filter(({ links }) => links.length > 0)
    ]
  }
}
