import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import type { ItemView, NeedView, ScoreView } from './checklist-view.ts'
import { type ChecklistPaper, findingBlocks, inYear, onPaper } from './self-check-document.ts'
import type { Vetoed } from './veto-rules.ts'

export type ProblemPaper = ChecklistPaper & { score: ScoreView; vetoes: readonly Vetoed[] }

/** One problem: `lost` '' for what costs no points (a veto, an odd proof). Words are as on screen. */
export type Problem = { id: string; title: string; lost: string; cause: string; measure: string; basis: string }

const needWords = ({ what, by }: NeedView): string => (by === null ? what : `${what}（${by} 前）`)

const isLosing = ({ status, lost }: ItemView): boolean => status === 'scored' && lost !== '0.00'

const itemsOf = ({ areas }: ScoreView): ItemView[] => areas.flatMap(({ items }) => items)

/** Vetoes first, then the items that lose points, in the order of the list. */
export function problemsOf({ score, vetoes }: Pick<ProblemPaper, 'score' | 'vetoes'>): Problem[] {
  const losing = itemsOf(score).filter(isLosing)
  return [
    ...vetoes.map(({ id, title, says }) => ({ id, title, lost: '', cause: says, measure: '', basis: '一票否决' })),
    ...losing.map(({ id, title, lost, basis, needs, source }) => {
      const measure = needs.map(needWords).join('；')
      return { id, title, lost, cause: basis, measure, basis: source }
    })
  ]
}

/** What is odd about proofs, which costs no points. */
export const findingsOf = ({ score }: Pick<ProblemPaper, 'score'>): Problem[] =>
  itemsOf(score).flatMap(({ id, title, findings }) =>
    findings.map(({ says }) => ({ id, title, lost: '', cause: says, measure: '核对这份证据', basis: '证据提示' }))
  )

const rowOf = ({ id, title, lost, cause, measure, basis }: Problem, year: number): GridCell[] => [
  id,
  onPaper(title),
  lost === '' ? '—' : lost,
  inYear(cause, year),
  inYear(measure, year),
  onPaper(basis)
]

/** 问题清单, turned: what loses points, why, and what the records still want. 待核 is no problem yet and is not in it. */
export function problemDocument(paper: ProblemPaper): DocumentModel {
  const { organisation, year, list, date, score } = paper
  const title = `${year}年度党支部标准化规范化问题清单`
  const problems = problemsOf(paper)
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党支部：${organisation}`),
      plainLine(
        `失分的有${itemsOf(score).filter(isLosing).length}项，共失${score.lost}分；另有待核${score.pending}分，不在本表。统计到${dayOnPaper(date)}。`
      ),
      problems.length === 0
        ? plainLine('没有失分的项目。')
        : {
            kind: 'grid',
            columns: [
              { title: '编号', width: 36, align: 'center' },
              { title: '项目', width: 76 },
              { title: '失分', width: 44, align: 'center' },
              { title: '原因', width: 196 },
              { title: '建议措施', width: 176 },
              { title: '依据', width: 110 }
            ],
            rows: problems.map((problem) => rowOf(problem, year))
          },
      ...findingBlocks(paper, '证据提示'),
      {
        kind: 'signature',
        rows: [[{ label: '支部书记（签名）：', cells: 6 }]],
        date: dayOnPaper(date)
      }
    ]
  }
}
