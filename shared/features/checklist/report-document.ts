import type { ChartSpec } from '../../documents/chart.ts'
import type { Block, DocumentModel } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { ScoreView } from './checklist-view.ts'
import type { ReportEdit } from '../report/report.ts'
import { type ReportBlock, reportBlocks, type ReportFacts, withEdits } from './report-blocks.ts'
import { areaTable, onPaper } from './self-check-document.ts'

export type ReportPaper = ReportFacts & { edits: readonly ReportEdit[] }

/** Nought has no part in a column: its label would stand on that of its neighbour. */
const part = (points: string): number | null => (Number(points) === 0 ? null : Number(points))

/** Won, lost and open points of each area upon each other. */
export const areaChart = ({ areas }: Pick<ScoreView, 'areas'>): ChartSpec => ({
  kind: 'stackedBar',
  title: '各方面得分、失分和待核',
  categories: areas.map(({ title }) => onPaper(title)),
  series: [
    { name: '得分', values: areas.map(({ score }) => part(score)) },
    { name: '失分', values: areas.map(({ lost }) => part(lost)) },
    { name: '待核', values: areas.map(({ pending }) => part(pending)) }
  ],
  decimals: 2
})

const paragraphs = (text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))

const partBlocks = ({ id, heading, text }: ReportBlock, index: number, score: ScoreView): Block[] => [
  { kind: 'heading', level: 1, text: numbered(1, index + 1, heading) },
  ...paragraphs(text),
  ...(id === 'scores' ? [areaTable(score), { kind: 'chart' as const, spec: areaChart(score), lines: 9 }] : [])
]

/** 自评报告: written from the records, with the clerk's own text where there is some; table and chart stay from the records. */
export function reportDocument({ edits, ...facts }: ReportPaper): DocumentModel {
  const { organisation, year, list, date, score } = facts
  const title = `${organisation}${year}年度标准化规范化建设自查自评报告`
  return {
    profile: 'gb9704',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      ...withEdits(reportBlocks(facts), edits).flatMap((block, index) => partBlocks(block, index, score)),
      { kind: 'signOff', issuer: organisation, date: dayOnPaper(date), sealed: true }
    ]
  }
}
