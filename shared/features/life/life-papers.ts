import type { DocumentModel } from '../../documents/document-model.ts'
import type { SheetOut } from '../../kernel/cells.ts'
import type { Day } from '../../kernel/dates.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Rectification } from '../rectification/rectification.ts'
import type { Life, LifeTalk } from './life.ts'
import type { LifeStep } from './life-rules.ts'
import { criticismDocument, opinionsDocument, studyRecordDocument, talksDocument } from './life-form-documents.ts'
import { rectificationLedger, rectificationSheet } from './life-rectification-document.ts'
import { reportDocument } from './life-report-document.ts'
import { examinationDocument, outlinesDocument, schemeDocument } from './life-text-documents.ts'

/** The papers of a 组织生活会 besides those of the meeting itself, in the order of the steps. */
export const lifePapers = [
  'scheme',
  'study',
  'opinions',
  'talks',
  'examination',
  'outlines',
  'criticism',
  'rectification',
  'report'
] as const
export type LifePaper = (typeof lifePapers)[number]

export const lifePaperNames: Record<LifePaper, string> = {
  scheme: '组织生活会方案',
  study: '会前学习记录',
  opinions: '征求意见汇总表',
  talks: '谈心谈话登记表',
  examination: '班子对照检查材料',
  outlines: '个人发言提纲',
  criticism: '批评意见表',
  rectification: '问题清单和整改台账',
  report: '组织生活会情况报告'
}

/** Which papers a step gives. */
export const papersOfStep: Record<LifeStep, readonly LifePaper[]> = {
  scheme: ['scheme'],
  study: ['study'],
  opinions: ['opinions'],
  talks: ['talks'],
  examination: ['examination', 'outlines'],
  meeting: ['criticism'],
  rectification: ['rectification'],
  report: ['report']
}

/** A 组织生活会 with all its papers are made of; `studied` are the meetings at which people studied for it. */
export type LifePaperInput = {
  life: Life
  meeting: Meeting
  organisation: Pick<Organisation, 'name'>
  /** 应到 and 实到. */
  counts: { expected: number; present: number }
  rectifications: readonly Rectification[]
  /** 会前谈心谈话 out of the records of talks. */
  talks: readonly LifeTalk[]
  studied: readonly { date: Day; title: string; materials: string }[]
  today: Day
}

const makers: Record<LifePaper, (input: LifePaperInput) => DocumentModel> = {
  scheme: schemeDocument,
  study: studyRecordDocument,
  opinions: opinionsDocument,
  talks: talksDocument,
  examination: examinationDocument,
  outlines: outlinesDocument,
  criticism: criticismDocument,
  rectification: rectificationLedger,
  report: reportDocument
}

/** Any of them can be printed at any time: a table nobody has filled in comes with empty rows, as a blank form. */
export const lifePaperDocument = (paper: LifePaper, input: LifePaperInput): DocumentModel => makers[paper](input)

/** The table of a paper as a sheet, where it is a table. */
export const lifePaperSheet = (paper: LifePaper, input: LifePaperInput): SheetOut | undefined =>
  paper === 'rectification' ? rectificationSheet(input) : undefined

const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** Papers with something on them: what a pack takes. */
export function keptLifePapers({
  life,
  rectifications,
  talks
}: Pick<LifePaperInput, 'life' | 'rectifications' | 'talks'>): LifePaper[] {
  const there: Record<LifePaper, boolean> = {
    scheme: filled(life.scheme),
    study: life.studyMeetings.length + life.studies.length > 0,
    opinions: life.opinions.some(({ text }) => filled(text)),
    talks: talks.length > 0,
    examination: filled(life.examination),
    outlines: life.outlines.some(({ text }) => filled(text)),
    criticism: life.criticisms.some(({ text }) => filled(text)),
    rectification: rectifications.length > 0,
    report: filled(life.report)
  }
  return lifePapers.filter((paper) => there[paper])
}
