import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { cadreGrades } from './appraisal.ts'
import type { CadreBallots, TeamBallots } from './cadre-facts.ts'
import { type AppraisalPaper, onPaper, yearTitle } from './paper-parts.ts'

/** `figures` false: polls that were held and the grades people settled, and nothing of how ballots fell. */
export type BallotSummaryPaper = AppraisalPaper & { figures: boolean }
export type TeamSummaryPaper = BallotSummaryPaper & { teams: readonly TeamBallots[] }

const column = (title: string, width: number, align: GridColumn['align'] = 'center'): GridColumn => ({
  title,
  width,
  align
})
const folded = (grade: string): string => (grade.length > 3 ? `${grade.slice(0, 2)}\n${grade.slice(2)}` : grade)

/** 0.8462 as 84.62%. */
const percent = (share: string | undefined): string => `${(Math.round(Number(share ?? 0) * 10_000) / 100).toFixed(2)}%`

const warningOf = ({ unqualified, lacksPositive }: CadreBallots): string =>
  [...(unqualified ? ['不称职率超过三分之一'] : []), ...(lacksPositive ? ['优秀、称职率合计不足三分之二'] : [])].join(
    '；'
  )

/** Valid ballots, shares and score; why not, where they may not stand there. */
function figureCells(
  one: Pick<CadreBallots, 'hidden' | 'shares' | 'score' | 'valid'>,
  grades: readonly string[]
): GridCell[] {
  const { hidden, shares, score, valid } = one
  if (hidden !== null || shares === null || score === null)
    return [{ content: hidden ?? '没有有效票', columns: grades.length + 2 }]
  return [`${valid}`, ...grades.map((grade) => percent(shares[grade])), score]
}

const heldOn = ({ name, date }: Pick<CadreBallots, 'name' | 'date'>): string =>
  `${onPaper(name)}${date === null ? '' : `\n${dayOnPaper(date)}`}`

function sheet(paper: BallotSummaryPaper, title: string, table: Block, isEmpty: boolean): DocumentModel {
  const { organisation, figures, date } = paper
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      ...(figures ? ([{ kind: 'section', direction: 'landscape' }, internalMark] as const) : []),
      { kind: 'title', lines: titleLines(title, figures ? 30 : 20) },
      plainLine(`党组织：${organisation}`),
      isEmpty ? plainLine('这一年度没有测评。') : table,
      ...(figures && paper.citation !== '' ? [plainLine(`提示的依据：${paper.citation}。提示只供参考。`)] : []),
      signHere(figures ? ['计票人', '监票人', '负责人'] : ['负责人'], 5, dayOnPaper(date))
    ]
  }
}

/** 民主测评汇总: every poll of every cadre. */
export function ballotSummaryDocument(paper: BallotSummaryPaper): DocumentModel {
  const lines = paper.result.cadres.flatMap(({ facts }) => facts.ballots.map((ballots) => ({ facts, ballots })))
  const rows = lines.map(({ facts, ballots }, index): GridCell[] => [
    `${index + 1}`,
    facts.name,
    facts.job ?? facts.posts.join('、'),
    heldOn(ballots),
    ...(paper.figures ? [...figureCells(ballots, cadreGrades), warningOf(ballots)] : [ballots.counted ? '已测评' : '']),
    ballots.final ?? ''
  ])
  const columns = paper.figures
    ? [
        ...[column('序号', 30), column('姓名', 56), column('职务', 96, 'left'), column('测评', 110, 'left')],
        ...[column('有效\n票', 36), ...cadreGrades.map((grade) => column(folded(grade), 52)), column('得分', 50)],
        ...[column('提示', 80, 'left'), column('确定\n等次', 52)]
      ]
    : [
        ...[column('序号', 32), column('姓名', 60), column('职务', 120, 'left'), column('测评', 130, 'left')],
        ...[column('民主\n测评', 50), column('确定\n等次', 50)]
      ]
  return sheet(paper, yearTitle(paper, '领导干部民主测评汇总表'), { kind: 'grid', columns, rows }, lines.length === 0)
}

/** 班子测评汇总: each team with its shares, and its points under the questions of the form where figures are wanted. */
export function teamSummaryDocument(paper: TeamSummaryPaper): DocumentModel {
  const { teams, figures } = paper
  const grades = teams[0]?.grades ?? ['优秀', '良好', '一般', '较差']
  const said = ({ questions, hidden }: TeamBallots): string =>
    hidden === null ? questions.map(({ title, score }) => `${title}${score}`).join('；') : ''
  const rows = teams.map((one, index): GridCell[] => [
    `${index + 1}`,
    one.team,
    heldOn(one),
    ...(figures ? [...figureCells(one, grades), said(one)] : [one.counted ? '已测评' : '']),
    one.final ?? ''
  ])
  const columns = figures
    ? [
        ...[column('序号', 30), column('班子', 100, 'left'), column('测评', 110, 'left')],
        ...[column('有效\n票', 36), ...grades.map((grade) => column(folded(grade), 52)), column('得分', 50)],
        ...[column('各项得分', 132, 'left'), column('确定\n等次', 52)]
      ]
    : [
        ...[column('序号', 32), column('班子', 150, 'left'), column('测评', 150, 'left')],
        ...[column('民主\n测评', 55), column('确定\n等次', 55)]
      ]
  return sheet(paper, yearTitle(paper, '领导班子民主测评汇总表'), { kind: 'grid', columns, rows }, teams.length === 0)
}
