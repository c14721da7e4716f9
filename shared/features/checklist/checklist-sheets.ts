import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Fraction, rounded } from '../../kernel/fraction.ts'
import { rectificationState } from '../rectification/rectification.ts'
import { figure, type ItemView } from './checklist-view.ts'
import type { MissingPaper } from './missing-document.ts'
import { findingsOf, type ProblemPaper, problemsOf } from './problem-document.ts'
import { lineItem, lineSource, type RectificationPaper, stateNames } from './rectification-document.ts'
import { type ComparisonPaper, noScore, percent, rankedRows, starName } from './comparison-document.ts'
import { reasonsOf, type ReviewPaper } from './review-document.ts'
import { evidenceOf, scoreWords, type SelfCheckPaper, worthOf } from './self-check-document.ts'
import { ownPoints } from './score-rules.ts'

/* The papers of a list as sheets. Figures are numbers, so that a sheet can be added up; 待核 and 不适用 stay words. */

const columns = (...all: readonly (readonly [header: string, width: number])[]) =>
  all.map(([header, width]) => ({ header, width }))

const number = (value: Fraction | null): RawCell => (value === null ? null : Number(figure(value)))
const areaName = (code: string, title: string): string => `${code} ${title}`

/** A score as a number, what has none in words. */
const scoreCell = (item: ItemView): RawCell => (item.status === 'scored' ? Number(item.score) : scoreWords(item))

export const selfCheckSheet = ({ score, year }: Pick<SelfCheckPaper, 'score' | 'year'>): SheetOut => ({
  name: '自评表',
  columns: [
    ...columns(['方面', 22], ['编号', 8], ['项目', 18], ['标准', 44], ['分值', 8], ['自评得分', 10], ['失分', 8]),
    ...columns(['得分依据', 44], ['证据', 40], ['依据', 30])
  ],
  rows: [
    ...score.areas.flatMap((area) =>
      area.items.map((item): RawCell[] => [
        ...[areaName(area.code, area.title), item.id, item.title, item.standard],
        ...[Number(worthOf(item)), scoreCell(item), item.status === 'scored' ? Number(item.lost) : null],
        ...[item.basis, evidenceOf(item, year), item.source]
      ])
    ),
    ...score.areas.map((area): RawCell[] => [
      ...[areaName(area.code, area.title), '小计', null, null, Number(area.max), Number(area.score), Number(area.lost)],
      `待核 ${area.pending} 分`
    ]),
    [
      ...['合计', null, null, null, Number(score.max), Number(score.total), Number(score.lost)],
      `待核 ${score.pending} 分，加分 ${score.bonus} 分（列在总分之外）`
    ]
  ]
})

export function reviewSheet({ score, review, table, finals }: ReviewPaper): SheetOut {
  const items = new Map(score.areas.flatMap((area) => area.items.map((item) => [item.id, { area, item }] as const)))
  return {
    name: '考评表',
    columns: [
      ...columns(['方面', 22], ['编号', 8], ['项目', 18], ['分值', 8], ['自评', 10]),
      ...review.reviewers.map((header) => ({ header, width: 10 })),
      ...columns(['最低', 8], ['最高', 8], ['平均', 8], ['最终', 8], ['扣分理由', 60])
    ],
    rows: [
      ...table.lines.map((line): RawCell[] => {
        const found = items.get(line.item.id)
        return [
          found === undefined ? '' : areaName(found.area.code, found.area.title),
          ...[line.item.id, line.item.title, number(ownPoints(line.item))],
          found === undefined ? null : scoreCell(found.item),
          ...review.reviewers.map((name) => number(line.points.find((one) => one.reviewer === name)?.points ?? null)),
          ...[line.lowest, line.highest, line.mean, line.final].map(number),
          reasonsOf(line, finals).join('\n')
        ]
      }),
      [
        ...['合计', null, null, null, Number(score.total)],
        ...table.sums.map(({ points }) => number(points)),
        ...[null, null, null, number(table.total), review.finalNote]
      ]
    ]
  }
}

export const rectificationSheet = ({ lines, date }: Pick<RectificationPaper, 'lines' | 'date'>): SheetOut => ({
  name: '整改台账',
  columns: [
    ...columns(
      ['序号', 8],
      ['党支部', 22],
      ['问题', 40],
      ['来源', 20],
      ['项目', 18],
      ['目标', 30],
      ['措施', 40],
      ['责任人', 12]
    ),
    ...columns(['期限', 14], ['过程', 40], ['复测结果', 30], ['完成日期', 14], ['第几轮', 8], ['状态', 10]),
    ...columns(['报上级督办', 14], ['复发', 8])
  ],
  rows: lines.map((line, index): RawCell[] => {
    const { rectification: one } = line
    return [
      ...[
        index + 1,
        line.branch === '' ? null : line.branch,
        one.problem,
        lineSource(line),
        lineItem(line),
        one.target,
        one.measure
      ],
      ...[one.person?.name ?? null, one.dueOn],
      one.progress.map(({ on, text }) => `${on}：${text}`).join('\n'),
      ...[one.remeasured, one.closedOn, one.cycle, stateNames[rectificationState(one, date)], one.passedUpOn],
      line.recurs ? '复发' : null
    ]
  })
})

export const problemSheet = (paper: Pick<ProblemPaper, 'score' | 'vetoes'>): SheetOut => ({
  name: '问题清单',
  columns: columns(['编号', 8], ['项目', 20], ['失分', 8], ['原因', 50], ['建议措施', 50], ['依据', 30]),
  rows: [...problemsOf(paper), ...findingsOf(paper)].map(({ id, title, lost, cause, measure, basis }): RawCell[] => [
    ...[id, title, lost === '' ? null : Number(lost), cause, measure, basis]
  ])
})

/** Scores of all branches, and under them the medians of the shares in per cent. */
export function comparisonSheet(paper: Pick<ComparisonPaper, 'comparison' | 'ratings'>): SheetOut {
  const { columns: areas, medians, totalMedian } = paper.comparison
  return {
    name: '比较表',
    columns: [
      ...columns(['名次', 8], ['党支部', 26]),
      ...areas.map(({ title }) => ({ header: title, width: 16 })),
      ...columns(['总分', 10], ['星级', 10], ['说明', 44])
    ],
    rows: [
      ...rankedRows(paper).map(({ label, cells, total, rating }): RawCell[] => [
        ...[rating?.rank ?? null, label],
        ...cells.map((cell) => (cell.share === null ? noScore(cell) : number(cell.score))),
        ...[number(total), rating === null ? null : starName(rating.stars) || '不定级', rating?.says ?? null]
      ]),
      [
        ...[null, '得分率中位数（%）'],
        ...medians.map((share) => (share === null ? null : Number(percent(share)))),
        ...[totalMedian === null ? null : Number(rounded(totalMedian, 2)), null, '总分一列是总分的中位数']
      ]
    ]
  }
}

export const missingSheet = ({ missing }: Pick<MissingPaper, 'missing'>): SheetOut => ({
  name: '缺项清单',
  columns: columns(['序号', 8], ['要做什么', 50], ['涉及项目', 36], ['期限', 14], ['可得分', 10]),
  rows: missing.map(({ what, items, by, gain }, index): RawCell[] => [
    ...[index + 1, what, items.map(({ id, title }) => `${id} ${title}`).join('、'), by, Number(gain)]
  ])
})
