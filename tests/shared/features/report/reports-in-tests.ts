import type { AlertView } from '../../../../shared/features/alert/alert-view.ts'
import type { ItemFacts } from '../../../../shared/features/checklist/item-facts.ts'
import type { BranchReport } from '../../../../shared/features/report/branch-report.ts'
import type { PeopleYear } from '../../../../shared/features/report/people-rules.ts'
import type { ReportPart } from '../../../../shared/features/report/report.ts'
import { asFact, someFacts, someMeetings } from '../../../factories/checklist-facts.ts'
import { aScoreView, reportFacts } from '../checklist/checklist-papers-in-tests.ts'
import { evaluated } from '../evaluation/evaluation-facts.ts'

export const nobody: PeopleYear = {
  before: { 发展对象: [], 入党积极分子: [], 入党申请人: [] },
  ...{ came: [], went: [], admitted: [], turnedFull: [] }
}

export const aWarning = (part: Partial<AlertView> = {}): AlertView => ({
  ...{ code: 'W02', organisation: 'ZB01', organisationId: 'zb', label: '机关第一党支部', title: '月支委会' },
  ...{ level: 'red', subject: '2026年5月支委会', topic: '2026年5月支委会', due: '2026-05-31', place: 'meeting' },
  rule: { id: 'R1-12', document: '支部工作条例', article: '第12条', mark: '✔' },
  message: '2026 年 5 月支委会还没有记录，应不晚于 2026-05-31；已经开过的请补录。',
  ...part
})

/** The year over, ten people, every meeting held but the 支委会 of May, at which nobody was missing. */
export const theFacts = (part: Parameters<typeof someFacts>[0] = {}): ItemFacts =>
  someFacts({
    meetings: someMeetings(2026)
      .filter(({ date }) => date !== '2026-05-05')
      .map((one) => asFact(one)),
    ...part
  })

/** A branch with the scores of the papers of lists. */
export const aReport = (part: Partial<BranchReport> = {}): BranchReport => ({
  ...{ facts: theFacts(), people: nobody, score: aScoreView, missing: reportFacts.missing, warnings: [], tasks: [] },
  evaluated: evaluatedYear({ evaluation: {} }),
  ...{ rectifications: [], rates: { closing: { inTime: 0, counted: 0 }, recurrence: { again: 0, closed: 0 } } },
  ...{ published: null, may: { talks: true, grades: true } },
  ...part
})

/** An evaluation with what the rules make of it. */
export function evaluatedYear(setting: Parameters<typeof evaluated>[0]): BranchReport['evaluated'] {
  const { evaluation, result } = evaluated(setting)
  return { evaluation, result }
}

export function partIn(parts: readonly ReportPart[], id: string): ReportPart {
  const found = parts.find((part) => part.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

/** The records a part traces a figure to, by its first words. */
export const linksOf = (part: ReportPart, of: string) =>
  part.sources.find((one) => one.of.startsWith(of))?.links.map(({ record, id }) => `${record} ${id}`) ?? []
