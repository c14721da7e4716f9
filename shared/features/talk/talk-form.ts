import type { Block, CellContent, GridBlock, GridCell, Run, SignatureBlock } from '../../documents/document-model.ts'
import { type Day, dayOnPaper, partsOf, yearOf } from '../../kernel/dates.ts'
import { type FollowUp, type TalkContents, type TalkPoint, talkPointNames, talkPoints } from './talk.ts'
import type { TalkKind } from './talk-kinds.ts'

/** What is not for strangers says so above its title. */
export const internalLine = (more: readonly Run[] = []): Block => ({
  kind: 'paragraph',
  align: 'left',
  indentCells: 0,
  runs: [{ text: '内部资料', font: 'hei' }, ...more]
})

/** 密级, 所属年度 and 编号 beside it; in the table they would take a line from what was said. */
export const headLine = (level: Run, year: readonly Run[], number: Run): Block =>
  internalLine([
    { text: '\u3000密级：' },
    level,
    { text: '\u3000所属年度：' },
    ...year,
    { text: '\u3000编号：' },
    number
  ])

/** 3月12日 on a paper whose title says the year; a day of another year says its own. */
export const dayIn = (year: number, day: Day): string =>
  yearOf(day) === year ? `${partsOf(day).month}月${partsOf(day).day}日` : dayOnPaper(day)

/** Words of one of the two forms; `status` heads the cell beside the partner. */
export type Form = {
  title: string
  partner: string
  status: string
  points: Record<TalkPoint, string>
  order: readonly TalkPoint[]
  after: Record<'opinions' | 'faults' | 'attitude' | 'difficulties', string>
}

const ordinary: Form = {
  title: '谈心谈话记录表',
  partner: '谈话对象',
  status: '身份',
  points: talkPointNames,
  order: talkPoints,
  after: { opinions: '意见建议', faults: '指出问题', attitude: '对方表态', difficulties: '需组织帮助的困难' }
}

/** The same record with an applicant: why he applies, what he knows of the party. */
const admission: Form = {
  title: '入党谈话记录',
  partner: '申请人',
  status: '申请日期',
  points: {
    thought: '入党动机',
    study: '对党认识',
    work: '工作表现',
    life: '家庭情况',
    style: '作风表现',
    other: '其他'
  },
  order: ['thought', 'study', 'work', 'life', 'style', 'other'],
  after: { opinions: '意见建议', faults: '指出不足', attitude: '本人表态', difficulties: '需组织帮助的困难' }
}

/** The words of a kind's form; null where the kind is left open. */
export const formOf = (kind: TalkKind | null): Form => (kind === 'T03' ? admission : ordinary)

/** Whether it is the form of a 入党谈话. */
export const isAdmission = (form: Form): boolean => form === admission

/** What the six points are headed with: a 入党谈话 asks for other things. */
export const pointLabelsOf = (kind: TalkKind): Readonly<Record<TalkPoint, string>> => formOf(kind).points

const inHei = (text: string): CellContent => [[{ text, font: 'hei' }]]

type Fact = readonly [label: string, value: string]

/** The columns the value of each fact takes: three labels and three values are a row. */
const spans: readonly (readonly number[])[] = [[5], [1, 3], [1, 1, 1]]

/** One to three facts side by side; the last has the room that is left. */
export const factRow = (...facts: readonly Fact[]): GridCell[] =>
  facts.flatMap(([label, value], index): GridCell[] => [
    inHei(label),
    { content: value, columns: spans[facts.length - 1]?.[index] ?? 1 }
  ])

/** As `factRow`, for a head: labels are in 黑体 there already, values must not be. */
export const headFacts = (...facts: readonly Fact[]): GridCell[] =>
  facts.flatMap(([label, value], index): GridCell[] => [
    label,
    { content: [[{ text: value, font: 'fang' }]], columns: spans[facts.length - 1]?.[index] ?? 1 }
  ])

/**
 * The whole form is one table: Word takes two that follow each other for one. `head` stands on each page, so that a loose
 * page of a long record tells whose it is.
 */
export const formTable = (
  head: readonly (readonly GridCell[])[],
  rows: readonly (readonly GridCell[])[],
  minLines: number
): GridBlock => ({
  kind: 'grid',
  minLines,
  columns: [
    { title: '', width: 26, align: 'center' },
    { title: '', width: 49 },
    { title: '', width: 26, align: 'center' },
    { title: '', width: 44 },
    { title: '', width: 26, align: 'center' },
    { title: '', width: 29 }
  ],
  head,
  rows
})

/** A text as typed, one paragraph for each of its lines. */
const typed = (text: string | null): CellContent => {
  const lines = (text ?? '')
    .split('\n')
    .flatMap((line): Run[][] => (line.trim() === '' ? [] : [[{ text: line.trim() }]]))
  return lines.length === 0 ? '' : lines
}

/** A point with what was said to it over the whole width; what nobody said keeps so many lines to write by hand. */
const textRow = (label: string, said: string | null, emptyLines: number): GridCell[] => {
  const content = typed(said)
  const empty = Array.from({ length: emptyLines }, () => '\u3000').join('\n')
  return [inHei(label), { content: content === '' && emptyLines > 1 ? empty : content, columns: 5 }]
}

/** 谈话要点 under its head. `other` has no line of its own where nobody used it: the form asks for five points. */
export const pointRows = (
  { points, order }: Form,
  said: TalkContents['points'] | null,
  emptyLines = 1
): GridCell[][] => [
  [{ content: inHei('谈话要点'), columns: 6 }],
  ...order
    .filter((point) => point !== 'other' || (said?.other ?? '').trim() !== '')
    .map((point) => textRow(points[point], said?.[point] ?? null, emptyLines))
]

/** What came with the points, in the order of F5-1. */
export const afterRows = ({ after }: Form, contents: TalkContents | null, emptyLines = 1): GridCell[][] =>
  (['opinions', 'faults', 'attitude', 'difficulties'] as const).map((part) =>
    textRow(after[part], contents?.[part] ?? null, emptyLines)
  )

/** 结果: the day it was settled and the answer given. */
export const resultOnPaper = ({ doneOn, result }: Pick<FollowUp, 'doneOn' | 'result'>): string =>
  doneOn === null ? (result ?? '') : `${dayOnPaper(doneOn)}${result === null || result === '' ? '办结' : `：${result}`}`

/** 后续事项 under a head of their own; with none, so many empty rows to write by hand. */
export function followUpRows(followUps: readonly FollowUp[], emptyRows: number): GridCell[][] {
  const filled = followUps.map(({ subject, person, dueOn, ...outcome }) => [
    subject,
    person?.name ?? '',
    dueOn === null ? '' : dayOnPaper(dueOn),
    resultOnPaper(outcome)
  ])
  const empty = Array.from({ length: emptyRows }, () => ['', '', '', ''])
  const rows = filled.length === 0 ? empty : filled
  return [
    [...['后续事项', '事项', '责任人', '期限'].map(inHei), { content: inHei('结果'), columns: 2 }],
    ...rows.map(([subject = '', person = '', due = '', result = ''], index): GridCell[] => [
      ...[`${index + 1}`, subject, person, due],
      { content: result, columns: 2 }
    ])
  ]
}

/** Both sign, each with the day; the labels end at the same place. */
export const signatures = ({ partner }: Form): SignatureBlock => {
  const row = (who: string, cells: number) => [
    { label: `${who}（签名）：`, cells },
    { label: '日期：', cells: 7 }
  ]
  return { kind: 'signature', rows: [row('谈话人', 5 + partner.length - 3), row(partner, 5)] }
}
