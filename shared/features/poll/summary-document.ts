import type { Block, CellAlign, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere, wideRow } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { scales } from '../ballot/ballot.ts'
import type { Poll, PollKind } from './poll.ts'
import type { PollFlag, PollOutcome } from './result.ts'
import { type ShownSubject, shownSubject } from './shown-result.ts'

/**
 * A poll with its outcome. `citation` is where the warnings come from, with how sure that is, as it is printed. `date` is
 * the day the paper is drawn up.
 */
export type PollPaper = { organisation: string; poll: Poll; outcome: PollOutcome; citation: string; date: Day }

export const summaryTitles: Record<PollKind, string> = {
  班子测评: '领导班子民主测评汇总表',
  干部测评: '领导干部民主测评汇总表',
  述职评议: '党组织书记述职测评汇总表'
}

/** Warnings in words; the grades are those of the scale of the poll. */
export function flagWords(flag: PollFlag, grades: readonly string[]): string {
  const words: Record<PollFlag, string> = {
    'unqualified-over-third': `“${grades.at(-1) ?? ''}”超过三分之一`,
    'positive-under-two-thirds': `“${grades[0] ?? ''}”“${grades[1] ?? ''}”合计不足三分之二`,
    'class-under-three': '有票类的有效票不足3张，得分里不含',
    'returned-above-issued': '有票类收回票多于发出票，没有计入'
  }
  return words[flag]
}

/** Why more have the best grade than the limit allows; '' while they do not. */
export function overWords({ poll, outcome }: Pick<PollPaper, 'poll' | 'outcome'>): string {
  const best = scales[poll.scale][0]
  return outcome.over === 0
    ? ''
    : `评为“${best}”的比控制数${outcome.limit}名多${outcome.over}名。理由：${poll.overReason ?? ''}`
}

const isEmpty = (text: string | null): boolean => text === null || text.trim() === ''
const finals = (paper: PollPaper, index: number): string => paper.poll.subjects[index]?.final ?? ''

const column = (title: string, width: number, align: CellAlign = 'center'): GridColumn => ({ title, width, align })

/** 基本称职 in two lines: its column is as narrow as the others. */
const folded = (grade: string): string => (grade.length > 3 ? `${grade.slice(0, 2)}\n${grade.slice(2)}` : grade)

const totals = (paper: PollPaper, shown: readonly ShownSubject[]): Block => {
  const grades = scales[paper.poll.scale]
  const columns = [
    column('序号', 30),
    column('测评对象', 74),
    column('职务', 108, 'left'),
    column('有效\n票', 36),
    ...grades.map((grade) => column(folded(grade), 52)),
    column('得分', 50),
    column('提示', 88, 'left'),
    column('确定\n等次', 52)
  ]
  const over = overWords(paper)
  const rows = shown.map(({ name, post, valid, figures, flags }, index): GridCell[] => [
    `${index + 1}`,
    name,
    post,
    ...('why' in figures
      ? [{ content: figures.why, columns: grades.length + 2 }]
      : [`${valid}`, ...figures.shares, figures.score]),
    flags.map((flag) => flagWords(flag, grades)).join('；'),
    finals(paper, index)
  ])
  return {
    kind: 'grid',
    columns,
    rows: [...rows, ...(over === '' ? [] : [wideRow('备注：', over, columns.length)])]
  }
}

const figure = (value: number | null): string => (value === null ? '' : `${value}`)

/** Each class by itself, where there are several; counts only where they tell nothing about one voter. */
function classBlocks(paper: PollPaper, shown: readonly ShownSubject[], position: number): Block[] {
  if (paper.poll.classes.length < 2) return []
  const grades = scales[paper.poll.scale]
  const rows = shown.flatMap(({ name, classes }) =>
    classes.map(({ name: className, issued, returned, line }): GridCell[] => [
      name,
      className,
      figure(issued),
      figure(returned),
      ...(line.shown
        ? [line.valid, ...line.counts, line.abstained].map(String)
        : [{ content: line.why, columns: grades.length + 2 }])
    ])
  )
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, '各票类得票') },
    {
      kind: 'grid',
      columns: [
        column('测评对象', 110),
        column('票类', 60),
        ...['发出票', '收回票', '有效票', ...grades.map(folded), '弃权'].map((title) => column(title, 58))
      ],
      rows
    }
  ]
}

function questionBlocks(paper: PollPaper, shown: readonly ShownSubject[], position: number): Block[] {
  if (paper.poll.questions.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, '各项测评内容得分') },
    {
      kind: 'grid',
      columns: [column('测评对象', 150), column('测评内容', 290, 'left'), column('有效票', 90), column('得分', 108)],
      rows: shown.flatMap(({ name, questions }) =>
        questions.map(({ title, valid, score }): GridCell[] => [
          name,
          title,
          ...(valid === null ? [{ content: '有效票太少，不列', columns: 2 }] : [`${valid}`, score])
        ])
      )
    }
  ]
}

/** Counted in one class and unanimous: everybody's choice can be told. */
const warnings = (shown: readonly ShownSubject[]): Block[] => {
  const names = shown
    .filter(({ classes }) => classes.some(({ line }) => line.shown && line.warning !== null))
    .map(({ name }) => name)
  if (names.length === 0) return []
  return [plainLine(`${names.join('、')}有票类的有效票全是同一等次，每张票怎样写的都看得出来，本表注意保管。`)]
}

/** 测评汇总: scores, shares, warnings, classes and questions; it stays with those who may see figures. */
export function pollSummaryDocument(paper: PollPaper): DocumentModel {
  const { organisation, poll, outcome, date } = paper
  const title = `${poll.year}年度${summaryTitles[poll.kind]}`
  const shown = outcome.subjects.map((subject) => shownSubject(subject, scales[poll.scale]))
  const hasFlags = shown.some(({ flags }) => flags.length > 0)
  const classes = classBlocks(paper, shown, 2)
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: poll.number, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党组织：${organisation}${poll.date === null ? '' : `\u3000测评日期：${dayOnPaper(poll.date)}`}`),
      ...(classes.length === 0 && poll.questions.length === 0
        ? []
        : [{ kind: 'heading' as const, level: 1 as const, text: numbered(1, 1, '总体评价') }]),
      totals(paper, shown),
      ...(hasFlags && !isEmpty(paper.citation) ? [plainLine(`提示的依据：${paper.citation}。提示只供参考。`)] : []),
      ...warnings(shown),
      ...classes,
      ...questionBlocks(paper, shown, classes.length === 0 ? 2 : 3),
      signHere(['计票人', '监票人', '主持人'], 5, dayOnPaper(date))
    ]
  }
}
