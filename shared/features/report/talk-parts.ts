import type { ChartSpec } from '../../documents/chart.ts'
import type { RecordLink } from '../checklist/item-result.ts'
import { someNames } from '../checklist/measured.ts'
import { onPaper } from '../checklist/self-check-document.ts'
import { type TalkCoverage, talkDirectionNames, talkDirections, type TalkTally } from '../talk/coverage-rules.ts'
import type { DueTalk } from '../talk/due-rules.ts'
import { statisticsLimits, type TalkClass, type TalkStatistics } from '../talk/statistics-rules.ts'
import type { TalkPlan } from '../talk/talk-plan.ts'
import { type ReportPart, type ReportTable, partOf, type Said } from './report.ts'
import { shareWords } from './report-words.ts'

/** What the report of a branch's talks is written from; `due` as far as the reader may know why. Contents are never in it. */
export type TalkReport = {
  coverage: TalkCoverage
  statistics: TalkStatistics
  due: readonly DueTalk[]
  plans: readonly TalkPlan[]
}

/** Stands where the reader may not see who has talked with whom. */
export const talksWithheld: Said = { says: '谈心谈话的情况只有书记、委员和党务干事能看。' }

/** Every talk that counts, once: its day and nothing else. */
function linksOf({ rows }: TalkCoverage): RecordLink[] {
  const marks = rows.flatMap(({ cells, committeeTalks, peerTalks }) => [
    ...cells.flatMap(({ talks }) => talks),
    ...committeeTalks,
    ...peerTalks
  ])
  const days = new Map(marks.map(({ id, date }) => [id, date]))
  return [...days]
    .sort(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([id, on]) => ({ record: 'talk', id, text: `${on} 谈话`, on }))
}

const unitOf = (direction: (typeof talkDirections)[number]): string => (direction === 'committeePairs' ? '对' : '名')
const tallyWords = ({ covered, total }: TalkTally, unit: string): string => `应谈${total}${unit}，已谈${covered}${unit}`

/** The three directions of R1-18 as far as they are asked for. */
export function coverageSaid(coverage: TalkCoverage): Said {
  const asked = talkDirections.filter((direction) => coverage[direction].total > 0)
  if (asked.length === 0) return { says: '没有需要谈心谈话的人。' }
  const each = asked.map((one) => `${talkDirectionNames[one]}${tallyWords(coverage[one], unitOf(one))}`)
  return { says: `谈心谈话：${each.join('；')}。`, links: linksOf(coverage) }
}

const directionTable = (coverage: TalkCoverage): ReportTable => ({
  title: '谈心谈话覆盖',
  columns: [
    { title: '方向', width: 28 },
    { title: '应谈', width: 18, align: 'center' },
    { title: '已谈', width: 18, align: 'center' },
    { title: '未谈', width: 18, align: 'center' },
    { title: '覆盖率', width: 18, align: 'center' }
  ],
  rows: talkDirections
    .filter((direction) => coverage[direction].total > 0)
    .map((direction) => {
      const { covered, total } = coverage[direction]
      const of = (count: number): string => `${count}${unitOf(direction)}`
      return [talkDirectionNames[direction], of(total), of(covered), of(total - covered), shareWords(covered, total)]
    }),
  note: '三十天内新到的党员不计入应谈。'
})

/** The shares of the table as bars; of months with a talk or two nothing is told. */
function shareChart(coverage: TalkCoverage): ChartSpec {
  const asked = talkDirections.filter((direction) => coverage[direction].total > 0)
  const shareAt = ({ covered, total }: TalkTally): number => Number(shareWords(covered, total).replace('%', ''))
  return {
    ...{ kind: 'bar', title: '三个方向的覆盖率', unit: '%', decimals: 1, max: 100 },
    categories: asked.map((direction) => talkDirectionNames[direction]),
    series: [{ name: '覆盖率', values: asked.map((direction) => shareAt(coverage[direction])) }]
  }
}

/** Who is still missing, by name: the reader may see the map these come from. */
function missingSaid({ missing, rows }: TalkCoverage): Said[] {
  const nameOf = (id: string): string => rows.find(({ memberId }) => memberId === id)?.name ?? ''
  const all = [
    { direction: 'committeePairs', names: missing.committeePairs.map((pair) => pair.map(nameOf).join('同')) },
    { direction: 'members', names: missing.members.map(nameOf) },
    { direction: 'peers', names: missing.peers.map(nameOf) }
  ] as const
  const open = all.filter(({ names }) => names.length > 0)
  if (open.length === 0) return [{ says: '计入应谈的都谈到了。' }]
  return open.map(({ direction, names }) => {
    const unit = direction === 'committeePairs' ? '对' : '名'
    return {
      says: `${talkDirectionNames[direction]}没有谈的${names.length}${unit}：${onPaper(someNames(names, unit))}。`
    }
  })
}

const countWords = ({ name, says }: TalkClass): string => `${onPaper(name)}${onPaper(says)}`

/** How many talks, and by direction; a class so small that it would tell of somebody is not counted out. */
function countsSaid({ total, byDirection, byKind }: TalkStatistics, links: RecordLink[]): Said[] {
  if (total === 0) return [{ says: '本年度没有谈话记录。' }]
  const spread = (classes: readonly TalkClass[] | null): string =>
    (classes ?? [])
      .filter(({ count }) => count !== 0)
      .map(countWords)
      .join('，')
  const few = `谈话不足${statisticsLimits.talks}次，不列分布。`
  return [
    { says: `本年度谈话${total}次。`, links },
    ...(byDirection === null
      ? [{ says: few }]
      : [{ says: `按方向：${spread(byDirection)}。` }, { says: `按类型：${spread(byKind)}。` }])
  ]
}

/** Plans not held, talks that have to be held, and what was promised in talks: figures only. */
function openSaid({ plans, due, statistics }: TalkReport): Said[] {
  const { open, done, overdue } = statistics.followUps
  const must = due.filter((one) => one.must)
  const late = must.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length
  const held = plans.filter(({ talkId }) => talkId !== null).length
  const all = open + done + overdue
  return [
    {
      says:
        plans.length === 0
          ? '没有谈话计划。'
          : `谈话计划${plans.length}条，已谈${held}条，未谈${plans.length - held}条。`
    },
    { says: must.length === 0 ? '没有必谈未谈的。' : `必谈未谈的${must.length}件，其中已过期限${late}件。` },
    {
      says:
        all === 0
          ? '谈话没有登记后续事项。'
          : `谈话登记后续事项${all}项：已办结${done}项，没有到期限${open}项，已过期限${overdue}项。`
    }
  ]
}

/** 谈心谈话情况报告: coverage, counts and what is open; of contents nothing. */
export function talkReportParts(report: TalkReport): ReportPart[] {
  const { coverage, statistics } = report
  const isAsked = talkDirections.some((direction) => coverage[direction].total > 0)
  return [
    partOf('coverage', '谈心谈话覆盖情况', [coverageSaid(coverage)], {
      tables: isAsked ? [directionTable(coverage)] : [],
      charts: isAsked ? [shareChart(coverage)] : []
    }),
    partOf('counts', '谈话次数', countsSaid(statistics, linksOf(coverage))),
    ...(isAsked ? [partOf('missing', '没有谈到的', missingSaid(coverage))] : []),
    partOf('open', '计划和后续事项', openSaid(report))
  ]
}
