import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { dayOnPaper } from '../../kernel/dates.ts'
import { type Fraction, sumOf } from '../../kernel/fraction.ts'
import { type AreaView, figure, type ItemView, type ScoreView } from './checklist-view.ts'
import type { Review, ReviewFinal } from './review.ts'
import { finalReviewer, type ReviewLine, type ReviewTable } from './review-rules.ts'
import { ownPoints } from './score-rules.ts'
import { type ChecklistPaper, inYear, onPaper, scoreWords } from './self-check-document.ts'

/** `table` of the same items as `score`, those not applicable left out; `finals` for the reasons of what was settled. */
export type ReviewPaper = ChecklistPaper & {
  score: ScoreView
  review: Pick<Review, 'reviewers' | 'publishedOn' | 'finalNote'>
  table: ReviewTable
  finals: readonly ReviewFinal[]
}

/** More reviewers than this have no column each: the sheet is not wide enough. */
const mostColumns = 5

const points = (value: Fraction | null): string => (value === null ? '' : figure(value))

/** The reviewers with a column of their own, by name. */
const shownReviewers = ({ review }: Pick<ReviewPaper, 'review'>): readonly string[] =>
  review.reviewers.length > mostColumns ? [] : review.reviewers

const columnsFor = (reviewers: readonly string[]): GridColumn[] => [
  { title: '编号', width: 36, align: 'center' },
  { title: '项目', width: 120 },
  { title: '分值', width: 44, align: 'center' },
  { title: '自评', width: 48, align: 'center' },
  ...reviewers.map((name): GridColumn => ({ title: name, width: 50, align: 'center' })),
  ...['最低', '最高', '平均', '最终'].map((title): GridColumn => ({ title, width: 44, align: 'center' }))
]

/** One item; without a line of its own it is not applicable, and nobody gives points for it. */
function itemRow(item: ItemView, line: ReviewLine | undefined, reviewers: readonly string[]): GridCell[] {
  const name = onPaper(item.title)
  if (line === undefined) return [item.id, name, item.points, { content: '不适用', columns: reviewers.length + 5 }]
  const given = reviewers.map((reviewer) => line.points.find((one) => one.reviewer === reviewer)?.points ?? null)
  const all = [...given, line.lowest, line.highest, line.mean, line.final].map(points)
  return [item.id, name, figure(ownPoints(line.item)), scoreWords(item), ...all]
}

const areaBlocks = (paper: ReviewPaper, area: AreaView, position: number): Block[] => {
  const reviewers = shownReviewers(paper)
  const lineOf = (id: string) => paper.table.lines.find(({ item }) => item.id === id)
  const lines = area.items.flatMap(({ id }) => lineOf(id) ?? [])
  const sum = (all: readonly (Fraction | null)[]): string => {
    const given = all.filter((one) => one !== null)
    return given.length === 0 ? '' : figure(sumOf(given))
  }
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, `${onPaper(area.title)}（${area.code}）`) },
    {
      kind: 'grid',
      columns: columnsFor(reviewers),
      rows: [
        ...area.items.map((item) => itemRow(item, lineOf(item.id), reviewers)),
        [
          { content: [[{ text: '小计', font: 'hei' }]], columns: 2, align: 'center' },
          sum(lines.map(({ item }) => ownPoints(item))),
          '',
          ...reviewers.map((name) =>
            sum(lines.flatMap((line) => line.points.filter((one) => one.reviewer === name).map((one) => one.points)))
          ),
          ...['', '', ''],
          sum(lines.map(({ final }) => final))
        ]
      ]
    }
  ]
}

/** 扣分理由 of an item, reviewer by reviewer, and why its final points are not the mean. */
export function reasonsOf(line: ReviewLine, finals: readonly ReviewFinal[]): string[] {
  const settled = finals.find(({ item }) => item === line.item.id)
  const said = (reason: string | null): string => (reason === null || reason.trim() === '' ? '' : reason.trim())
  return [
    ...line.points.map((one) => [`${one.reviewer}（${figure(one.points)} 分）`, said(one.reason)] as const),
    ...(settled === undefined ? [] : [[`最终（${figure(ownPoints(settled))} 分）`, said(settled.reason)] as const])
  ].flatMap(([who, reason]) => (reason === '' ? [] : [`${who}：${reason}`]))
}

function reasonBlocks({ table, finals, year }: ReviewPaper, position: number): Block[] {
  const rows = table.lines.flatMap((line): GridCell[][] => {
    const reasons = reasonsOf(line, finals)
    return reasons.length === 0
      ? []
      : [
          [
            line.item.id,
            onPaper(line.item.title),
            points(line.final),
            reasons.map((reason) => inYear(reason, year)).join('\n')
          ]
        ]
  })
  const bare = [
    ...new Set(
      table.unreasoned.map(({ reviewer, item }) => `${reviewer === finalReviewer ? '最终得分' : reviewer}（${item}）`)
    )
  ]
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, '扣分理由') },
    ...(rows.length === 0
      ? [plainLine('没有写明的扣分理由。')]
      : [
          {
            kind: 'grid' as const,
            columns: [
              { title: '编号', width: 36, align: 'center' as const },
              { title: '项目', width: 120 },
              { title: '最终', width: 46, align: 'center' as const },
              { title: '理由', width: 436 }
            ],
            rows
          }
        ]),
    ...(bare.length === 0 ? [] : [plainLine(`扣了分还没有写理由的：${bare.join('、')}。`)])
  ]
}

/** What each reviewer gives in all, and where points are still wanting. */
function sumBlocks({ score, review, table }: ReviewPaper, position: number): Block[] {
  const most = figure(sumOf(table.lines.map(({ item }) => ownPoints(item))))
  const open = table.lines.filter(({ final }) => final === null).length
  const all = table.lines.length
  return [
    { kind: 'heading', level: 1, text: numbered(1, position, '合计') },
    plainLine(
      `${open === all ? '还没有考评得分' : `最终得分${figure(table.total)}分`}，考评的${all}项分值合计${most}分；自评得分${score.total}分，待核${score.pending}分。`
    ),
    ...(open === 0 || open === all ? [] : [plainLine(`还有${open}项没有考评得分，合计里不含。`)]),
    ...(review.finalNote === null || review.finalNote.trim() === ''
      ? []
      : [plainLine(`说明：${onPaper(review.finalNote.trim())}`)]),
    ...(table.sums.length === 0
      ? []
      : [
          {
            kind: 'grid' as const,
            columns: [
              { title: '考评人', width: 40, align: 'center' as const },
              { title: '打分项数', width: 30, align: 'center' as const },
              { title: '打分合计', width: 30, align: 'center' as const }
            ],
            rows: table.sums.map(({ reviewer, points: sum, given }) => [reviewer, `${given}/${all}`, figure(sum)])
          }
        ])
  ]
}

/** 考评表, turned: the points of the reviewers item by item, the sums, and why points were taken off. */
export function reviewDocument(paper: ReviewPaper): DocumentModel {
  const { organisation, year, list, date, score, review } = paper
  const title = `${year}年度党支部标准化规范化考评表`
  const { length } = score.areas
  const reviewers = review.reviewers.length === 0 ? '考评人还没有定' : `考评人${review.reviewers.length}名`
  const state = review.publishedOn === null ? '结果还没有公布' : `结果${dayOnPaper(review.publishedOn)}公布`
  return {
    profile: 'form',
    meta: { title, author: organisation, subject: list, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党支部：${organisation}`),
      plainLine(`清单：${onPaper(list)}\u3000${reviewers}\u3000${state}`),
      ...score.areas.flatMap((area, index) => areaBlocks(paper, area, index + 1)),
      ...sumBlocks(paper, length + 1),
      ...reasonBlocks(paper, length + 2),
      signHere(review.reviewers.length === 0 ? ['考评人', '考评人'] : review.reviewers, 6, dayOnPaper(date))
    ]
  }
}
