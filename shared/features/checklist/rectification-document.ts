import type { CellContent, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { fraction } from '../../kernel/fraction.ts'
import { type Rectification, rectificationState, type RectificationState } from '../rectification/rectification.ts'
import { figure } from './checklist-view.ts'
import type { RegisterRates } from './register-rules.ts'
import { dayIn } from '../talk/talk-form.ts'
import { type ChecklistPaper, inYear, itemName, onPaper } from './self-check-document.ts'

/**
 * A problem with `title`, that of its item; '' where it hangs on none. `source` where the record says no more than the meeting,
 * `branch` on a paper of several branches, else ''. `recurs`: its item had its points back and lost them again.
 */
export type RectificationLine = {
  rectification: Rectification
  title: string
  source: string
  branch: string
  recurs: boolean
}

export type RectificationPaper = Omit<ChecklistPaper, 'list'> & {
  lines: readonly RectificationLine[]
  rates: RegisterRates
}

export const stateNames: Record<RectificationState, string> = { closed: '已完成', overdue: '逾期', open: '整改中' }

/** B5支委会, or '' for a problem of no item. */
export const lineItem = ({ rectification: { item }, title }: RectificationLine): string =>
  item === null ? '' : itemName({ id: item, title })

export const lineSource = ({ rectification, source }: RectificationLine): string => rectification.source ?? source

const told = (words: string | null, year: number): CellContent => typedText(inYear(words ?? '', year))

/** The end of a turn: the day it was closed, or that it went to the level above. */
function ending({ closedOn, passedUpOn }: Rectification, state: RectificationState, year: number): string {
  if (closedOn !== null) return dayIn(year, closedOn)
  return passedUpOn === null ? stateNames[state] : `${dayIn(year, passedUpOn)}报上级督办`
}

const rowOf = (
  line: RectificationLine,
  index: number,
  { year, date }: Pick<RectificationPaper, 'year' | 'date'>
): GridCell[] => {
  const { rectification: one } = line
  const origin = [line.branch, onPaper(lineSource(line)), lineItem(line)].filter((words) => words !== '').join('\n')
  return [
    `${index + 1}`,
    typedText(`${inYear(one.problem, year)}${line.recurs ? '（复发）' : ''}`),
    origin,
    told(one.target, year),
    told(one.measure, year),
    [one.person?.name ?? '', one.dueOn === null ? '' : dayIn(year, one.dueOn)]
      .filter((words) => words !== '')
      .join('\n'),
    one.progress.map(({ on, text }) => `${dayIn(year, on)}：${inYear(text, year)}`).join('\n'),
    told(one.remeasured, year),
    `${ending(one, rectificationState(one, date), year)}\n第${one.cycle}轮`
  ]
}

/** How many were closed in time and came back (rules.md §12.5), as one sentence; '' where nothing can be counted yet. */
function ratesInWords({ closing, recurrence }: RegisterRates): string {
  const said = [
    ...(closing.counted === 0
      ? []
      : [
          `到期和已关闭的${closing.counted}个，按期关闭${closing.inTime}个，按期关闭率${percent(closing.inTime, closing.counted)}`
        ]),
    ...(recurrence.closed === 0
      ? []
      : [
          `清单项目的问题关闭${recurrence.closed}个，12个月内复发${recurrence.again}个，复发率${percent(recurrence.again, recurrence.closed)}`
        ])
  ]
  return said.map((sentence) => `${sentence}。`).join('')
}

const percent = (part: number, whole: number): string => `${figure(fraction(part * 100, whole))}%`

/** Rows to fill in by hand where nothing is recorded. */
const emptyRows = 8

/** 整改台账, turned: problem, plan, how it went and what measuring again gave (rules.md §12.5). */
export function rectificationDocument(paper: RectificationPaper): DocumentModel {
  const { organisation, year, date, lines, rates } = paper
  const isOfMany = lines.some(({ branch }) => branch !== '')
  const title = `${year}年度党支部标准化规范化整改台账`
  const states = lines.map(({ rectification }) => rectificationState(rectification, date))
  const count = (state: RectificationState): number => states.filter((one) => one === state).length
  const blank = Array.from({ length: emptyRows }, (_one, index): GridCell[] => [`${index + 1}`])
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`${isOfMany ? '党组织' : '党支部'}：${organisation}`),
      ...(lines.length === 0
        ? []
        : [
            plainLine(
              `问题${lines.length}个：已完成${count('closed')}个，整改中${count('open')}个，逾期${count('overdue')}个。统计到${dayOnPaper(date)}。`
            ),
            ...(ratesInWords(rates) === '' ? [] : [plainLine(ratesInWords(rates))])
          ]),
      {
        kind: 'grid',
        minLines: lines.length === 0 ? 3 : 1,
        columns: [
          { title: '序号', width: 36, align: 'center' },
          { title: '问题', width: 106 },
          { title: isOfMany ? '支部、来源\n和项目' : '来源\n和项目', width: 76 },
          { title: '目标', width: 74 },
          { title: '措施', width: 106 },
          { title: '责任人\n和期限', width: 58, align: 'center' },
          { title: '过程', width: 100 },
          { title: '复测结果', width: 64 },
          { title: '完成日期\n和轮次', width: 62, align: 'center' }
        ],
        rows: lines.length === 0 ? blank : lines.map((line, index) => rowOf(line, index, paper))
      },
      {
        kind: 'signature',
        rows: [[{ label: isOfMany ? '负责人（签名）：' : '支部书记（签名）：', cells: 6 }]],
        date: dayOnPaper(date)
      }
    ]
  }
}
