import type { Block, CellContent, DocumentModel, HeadingBlock, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { citationOf } from '../../rulebook/rule.ts'
import type { RulesInForce } from '../../rulebook/rules-in-force.ts'
import { type TalkCoverage, type TalkDirection, talkDirectionNames, talkDirections } from './coverage-rules.ts'
import type { DueTalk } from './due-rules.ts'
import { coverageCharts, coveredPercent } from './talk-coverage-charts.ts'
import { coverageMatrix, isTurned } from './talk-coverage-matrix.ts'
import { dayIn, internalLine } from './talk-form.ts'
import { talkKindName } from './talk-kinds.ts'

/** Coverage of a branch with what is due there; `rules` of its year, to cite them. */
export type TalkCoveragePaper = {
  organisation: string
  date: Day
  coverage: TalkCoverage
  due: readonly DueTalk[]
  rules: RulesInForce
}

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })
const heading = (position: number, text: string): HeadingBlock => ({
  kind: 'heading',
  level: 1,
  text: numbered(1, position, text)
})

/** Paper has no blanks beside figures. */
const closed = (words: string): string => words.replaceAll(' ', '')

const unitOf = (direction: TalkDirection): string => (direction === 'committeePairs' ? '对' : '人')

const figureRows = (coverage: TalkCoverage): CellContent[][] =>
  talkDirections.map((direction) => {
    const { covered, total } = coverage[direction]
    const unit = unitOf(direction)
    return total === 0
      ? [talkDirectionNames[direction], '', '', '不作要求', '']
      : [
          talkDirectionNames[direction],
          `${total}${unit}`,
          `${covered}${unit}`,
          `${coveredPercent(coverage[direction])}%`,
          covered === total ? '' : `${total - covered}${unit}`
        ]
  })

const figures = (coverage: TalkCoverage): Block => ({
  kind: 'grid',
  columns: [
    { title: '方向', width: 28, align: 'center' },
    { title: '应覆盖', width: 18, align: 'center' },
    { title: '已覆盖', width: 18, align: 'center' },
    { title: '覆盖率', width: 18, align: 'center' },
    { title: '还差', width: 18, align: 'center' }
  ],
  rows: figureRows(coverage)
})

/** Who is missing in which direction, by name. People who came lately are not counted and not missing. */
function missingRows({ missing, rows }: TalkCoverage): CellContent[][] {
  const names = new Map(rows.map(({ memberId, name }) => [memberId, name]))
  const nameOf = (id: string): string => names.get(id) ?? ''
  const pairs = missing.committeePairs.map(([one, other]) => `${nameOf(one)}和${nameOf(other)}`)
  const lists: [TalkDirection, string[]][] = [
    ['committeePairs', pairs],
    ['members', missing.members.map(nameOf)],
    ['peers', missing.peers.map(nameOf)]
  ]
  return lists.flatMap(([direction, people]) =>
    people.length === 0
      ? []
      : [[talkDirectionNames[direction], `${people.length}${unitOf(direction)}`, people.join('、')]]
  )
}

const missingBlock = (coverage: TalkCoverage): Block => {
  const rows = missingRows(coverage)
  if (rows.length === 0) return line('没有。应覆盖的都谈过了。')
  return {
    kind: 'grid',
    columns: [
      { title: '方向', width: 18, align: 'center' },
      { title: '还差', width: 12, align: 'center' },
      { title: '名单', width: 70 }
    ],
    rows
  }
}

/** What the year lacks is in the list above: here stand events and coming meetings, people with the same reason together. */
function dueRows({ due, rules, coverage }: TalkCoveragePaper): CellContent[][] {
  const events = due.filter(({ cause }) => cause !== 'year')
  const groups = Map.groupBy(events, ({ reason, rule, kind, by }) => [reason, rule, kind, by].join('\n'))
  return [...groups.values()].flatMap((group): CellContent[][] => {
    const [first] = group
    if (first === undefined) return []
    const { reason, must, by, kind, rule } = first
    return [
      [
        group.map(({ name }) => name).join('、'),
        `${closed(reason)}${must ? '（必谈）' : ''}`,
        by === null ? '' : dayIn(coverage.year, by),
        `${talkKindName(kind)}\n${closed(citationOf(rules.rule(rule)))}`
      ]
    ]
  })
}

const dueBlock = (paper: TalkCoveragePaper): Block => {
  const rows = dueRows(paper)
  if (rows.length === 0) return line('没有。')
  return {
    kind: 'grid',
    columns: [
      { title: '谈话对象', width: 134 },
      { title: '事由', width: 130 },
      { title: '最晚', width: 58, align: 'center' },
      { title: '谈话类型和依据', width: 120 }
    ],
    rows
  }
}

const headLines = ({ organisation, date, coverage, rules }: TalkCoveragePaper): Block[] => {
  const { hasCommittee, window, rows } = coverage
  const rule = rules.rule('R1-18')
  const fresh = rows.filter((row) => row.fresh).map(({ name }) => name)
  return [
    line(`党组织：${organisation}`),
    line(`统计日期：${dayOnPaper(date)}；党员${rows.length}名。`),
    line(`依据：${closed(citationOf(rule))}。${closed(rule.meaning)}`),
    ...(window === null ? [] : [line(`只算${dayOnPaper(window.from)}到${dayOnPaper(window.to)}的谈话。`)]),
    ...(hasCommittee ? [] : [line('本支部不设支委会，委员之间不作要求；由书记、副书记同党员谈。')]),
    ...(fresh.length === 0 ? [] : [line(`入党或者转入不满30天，列出不计算：${fresh.join('、')}。`)])
  ]
}

/** 谈心谈话覆盖情况 of a branch (rules.md §5.3): figures, charts, who is missing, what is due, and who talked with whom. */
export function talkCoverageDocument(paper: TalkCoveragePaper): DocumentModel {
  const { organisation, date, coverage } = paper
  const title = `${coverage.year}年度谈心谈话覆盖情况`
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      internalLine(),
      { kind: 'title', lines: titleLines(title) },
      ...headLines(paper),
      heading(1, '覆盖率'),
      figures(coverage),
      ...coverageCharts(coverage).map((spec): Block => ({ kind: 'chart', spec, lines: 8 })),
      heading(2, '还没有谈到的人'),
      missingBlock(coverage),
      heading(3, '因事该谈的人'),
      dueBlock(paper),
      ...(isTurned(coverage) ? [{ kind: 'section' as const, direction: 'landscape' as const }] : []),
      heading(4, '谁同谁谈过'),
      ...coverageMatrix(coverage)
    ]
  }
}
