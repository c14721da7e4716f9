import type { CellContent, Run } from '../../documents/document-model.ts'
import { type Day, partsOf } from '../../kernel/dates.ts'
import type { Appraisal } from './appraisal.ts'
import type { BranchWork, CadreFacts } from './cadre-facts.ts'
import type { AppraisalResult } from './result-rules.ts'

/** What every paper of an appraisal is made from; `citation` is where warnings come from, as it is printed. */
export type AppraisalPaper = {
  organisation: string
  appraisal: Appraisal
  result: AppraisalResult
  date: Day
  citation: string
}

export const yearTitle = ({ appraisal }: Pick<AppraisalPaper, 'appraisal'>, name: string): string =>
  `${appraisal.year}年度${name}`

/** 1976年3月. */
export const monthOf = (day: Day | null): string =>
  day === null ? '' : `${partsOf(day).year}年${partsOf(day).month}月`

/** Sentences are kept as a screen shows them; paper has no space between Chinese and digits. */
export const onPaper = (text: string): string =>
  text
    .replace(/ ?(\d{4})-(\d{2})-(\d{2}) ?/gu, (_all, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)
    .replace(/([\d%]) +(?=\p{Script=Han})/gu, '$1')
    .replace(/(\p{Script=Han}) +(?=\d)/gu, '$1')

/** What was said, and under it where to sign. */
export const signed = (text: CellContent, words: string): CellContent => {
  const said: readonly (readonly Run[])[] =
    typeof text === 'string' ? [[{ text: text === '' ? '\u3000' : text }]] : text
  return [...said, [{ text: '\u3000' }], [{ text: words }]]
}

/** Hours with at most two digits. */
const figure = (hours: number): string => String(Math.round(hours * 100) / 100)

/** A cadre's year in figures from the records, one sentence each; what has no records is left out. */
export function yearInFigures({ attendance, hours, talks, tasks }: CadreFacts): string[] {
  const { expected, present, unexcused } = attendance
  const away = unexcused === 0 ? '' : `，无故缺席${unexcused}次`
  return [
    ...(expected === 0 ? [] : [`参加组织生活应到${expected}次，实到${present}次${away}。`]),
    ...(hours.required === 0 && hours.earned === 0
      ? []
      : [`教育学时${figure(hours.earned)}学时${hours.required === 0 ? '' : `，要求${figure(hours.required)}学时`}。`]),
    ...(talks === 0 ? [] : [`参加谈心谈话${talks}次。`]),
    ...(tasks.all === 0
      ? []
      : [
          `负责整改${tasks.all}条，完成${tasks.closed}条${tasks.overdue === 0 ? '' : `，逾期没有完成${tasks.overdue}条`}。`
        ])
  ]
}

/** The branch's 党建考核 in a sentence, as published where it is. */
export const workInWords = ({ name, total, max, published }: BranchWork): string =>
  published === null
    ? `${name}标准化清单得分${total}分（满分${max}分）。`
    : `${name}党建考核得分${published.total}分（满分${max}分）。`
