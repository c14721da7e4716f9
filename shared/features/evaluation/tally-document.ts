import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere, wideRow } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type ShownLine, shownLine } from '../ballot/ballot.ts'
import type { Evaluation } from './evaluation.ts'
import { percentOf } from './percent.ts'
import { adviceNames, type EvaluatedMember, type EvaluationResult } from './result.ts'

/** One vote of the evaluation as the head of the paper tells it; null: not known. `name` is the group, '' for the branch. */
export type TallyVote = {
  name: string
  date: Day
  expected: number | null
  present: number | null
  issued: number | null
  returned: number | null
  ballots: number | null
}

/** F4-3: what stays in the branch. `date` is the day it is drawn up. */
export type TallyPaper = {
  organisation: string
  evaluation: Pick<Evaluation, 'year' | 'overReason'>
  result: EvaluationResult
  votes: readonly TallyVote[]
  date: Day
}

/** A line of F4-3: its figures, or why there are none. */
export type TallyRow = { member: EvaluatedMember; figures: ShownLine; advice: string; final: string; remark: string }

const voidWords = '收回票多于发出票，测评无效，须重新测评'

const adviceOf = ({ advice, withinLimit }: EvaluatedMember): string =>
  advice === null ? '' : `${adviceNames[advice]}${withinLimit === false ? '（超额）' : ''}`

/** 理由 as people gave it, then what stands in the way of 优秀. */
const remarkOf = ({ entry, bars, whyNotGraded }: EvaluatedMember): string =>
  [
    whyNotGraded,
    entry?.reason ?? null,
    ...bars.map(({ message, sure }) => `${message.replaceAll(' ', '')}${sure ? '' : '（待核）'}`)
  ]
    .filter((words) => words !== null && words !== '')
    .join('；')

/** Those with an entry, in their order. What ballots suggest is shown only where the figures are. */
export function tallyRows({ result }: Pick<TallyPaper, 'result'>): TallyRow[] {
  return result.members
    .filter(({ entry }) => entry !== null)
    .map((member) => {
      const figures: ShownLine = result.valid ? shownLine(member.counts) : { shown: false, why: voidWords }
      return {
        member,
        figures,
        advice: figures.shown ? adviceOf(member) : '',
        final: member.graded ? (member.entry?.final ?? '') : '不评等次',
        remark: remarkOf(member)
      }
    })
}

/** Why there are more 优秀 than the limit; '' while there are not. */
export const overWords = ({ over, limit, decided }: EvaluationResult, reason: string | null): string =>
  over === 0 ? '' : `评为优秀${decided.优秀}名，比控制数${limit.limit}名多${over}名。理由：${reason ?? ''}`

const known = (label: string, value: number | null, unit: string): string => `${label}${value ?? '\u3000\u3000'}${unit}`

const voteLine = ({ name, date, ...vote }: Omit<TallyVote, 'date'> & { date: Day | null }): string =>
  [
    `${name}${date === null ? '' : dayOnPaper(date)}测评：${known('应到', vote.expected, '人')}，${known('实到', vote.present, '人')}`,
    `${known('发出票', vote.issued, '张')}，${known('收回票', vote.returned, '张')}，${known('有效整票', vote.ballots, '张')}。`
  ].join('；')

const columns: readonly GridColumn[] = [
  { title: '序号', width: 30, align: 'center' },
  { title: '姓名', width: 56, align: 'center' },
  { title: '有效', width: 30, align: 'center' },
  ...Array.from({ length: 5 }, (): GridColumn => ({ title: '', width: 28, align: 'center' })),
  ...Array.from({ length: 4 }, (): GridColumn => ({ title: '', width: 47, align: 'center' })),
  { title: '建议等次', width: 58, align: 'center' },
  { title: '评定等次', width: 57, align: 'center' },
  { title: '理由', width: 79 }
]

const head: readonly (readonly GridCell[])[] = [
  [
    { content: '序号', rows: 2 },
    { content: '姓名', rows: 2 },
    { content: '有效', rows: 2 },
    { content: '票数', columns: 5 },
    { content: '得票率', columns: 4 },
    { content: '建议\n等次', rows: 2 },
    { content: '评定\n等次', rows: 2 },
    { content: '理由', rows: 2 }
  ],
  ['优', '合', '基', '不', '弃', '优', '合', '基', '不']
]

const figureCells = (figures: ShownLine): GridCell[] =>
  figures.shown
    ? [
        ...[figures.valid, ...figures.counts, figures.abstained].map(String),
        ...figures.counts.map((count) => percentOf(count, figures.valid))
      ]
    : [{ content: figures.why, columns: 10 }]

const rowOf = ({ member, figures, advice, final, remark }: TallyRow, index: number): GridCell[] => [
  `${index + 1}`,
  member.person.member.name,
  ...figureCells(figures),
  advice,
  final,
  remark
]

/** Who can be seen through: all of the ballots about him name one grade. */
const unanimousNote = (rows: readonly TallyRow[]): Block[] => {
  const names = rows
    .filter(({ figures }) => figures.shown && figures.warning !== null)
    .map(({ member }) => member.person.member.name)
  if (names.length === 0) return []
  return [plainLine(`${names.join('、')}的有效票全是同一等次，每张票怎样写的都看得出来，本表注意保管。`)]
}

/** F4-3 民主评议党员测评结果汇总表: kept in the branch, figures only where they tell nothing about one voter (R4-06). */
export function tallyDocument(paper: TallyPaper): DocumentModel {
  const { organisation, evaluation, result, votes, date } = paper
  const rows = tallyRows(paper)
  const title = `${evaluation.year}年度民主评议党员测评结果汇总表`
  const over = overWords(result, evaluation.overReason)
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党支部：${organisation}`),
      ...votes.map((vote) => plainLine(voteLine(vote))),
      {
        kind: 'grid',
        columns,
        head,
        rows: [...rows.map(rowOf), ...(over === '' ? [] : [wideRow('备注：', over, columns.length)])]
      },
      ...unanimousNote(rows),
      signHere(['计票人', '监票人', '支部书记'], 5, dayOnPaper(date))
    ]
  }
}

/** The form to fill in by hand; names stand in it where they are known. */
export function blankTallyDocument(
  organisation: string,
  year: number,
  names: readonly string[],
  today: Day
): DocumentModel {
  const title = `${year}年度民主评议党员测评结果汇总表`
  const filled = names.length === 0 ? Array.from({ length: 12 }, () => '') : names
  const unknown = { name: '', date: null, expected: null, present: null, issued: null, returned: null, ballots: null }
  return {
    profile: 'form',
    meta: { title: `${title}（空白表）`, author: organisation, date: today },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title) },
      plainLine(`党支部：${organisation}`),
      plainLine(voteLine(unknown)),
      { kind: 'grid', columns, head, rows: filled.map((name, index) => [`${index + 1}`, name]) },
      signHere(['计票人', '监票人', '支部书记'], 5)
    ]
  }
}
