import type { Block, DocumentModel, HeadingBlock, ParagraphBlock } from '../../documents/document-model.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { statisticsLimits, type TalkClass, type TalkStatistics } from './statistics-rules.ts'
import { internalLine } from './talk-form.ts'

const line = (text: string): ParagraphBlock => ({ kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text }] })

/** Paper has no blanks beside figures. */
const closed = (words: string): string => words.replaceAll(' ', '')

/** 谈话台账 in counts: nobody is named and nothing said of contents. */
export type TalkCountsPaper = { organisation: string; year: number; date: Day; statistics: TalkStatistics }

/** The distributions with their heads, in the order of the paper. */
const distributions = ({ byMonth, byDirection, byKind }: TalkStatistics) => [
  { title: '按月份', classes: byMonth },
  { title: '按方向', classes: byDirection },
  { title: '按类型', classes: byKind }
]

const isHidden = (statistics: TalkStatistics): boolean =>
  distributions(statistics).some(({ classes }) => classes?.some(({ count }) => count === null) === true)

/** A class that is hidden for its own sake says so; 略 hides it for the sake of another. */
const countOnPaper = ({ count, says }: TalkClass): string => (count === 0 ? '' : closed(says))

/** Two classes side by side: twelve months are six lines. */
function countRows(classes: readonly TalkClass[]): string[][] {
  const half = Math.ceil(classes.length / 2)
  return classes.slice(0, half).map((left, index) => {
    const right = classes[index + half]
    return [left, right].flatMap((one) => (one === undefined ? ['', ''] : [closed(one.name), countOnPaper(one)]))
  })
}

function distributionBlocks(title: string, classes: readonly TalkClass[] | null, position: number): Block[] {
  const heading: HeadingBlock = { kind: 'heading', level: 1, text: numbered(1, position, title) }
  if (classes === null) return [heading, line(`谈话不足${statisticsLimits.talks}次，不列分布。`)]
  return [
    heading,
    {
      kind: 'grid',
      columns: [
        { title: '项目', width: 34 },
        { title: '次数', width: 16, align: 'center' },
        { title: '项目', width: 34 },
        { title: '次数', width: 16, align: 'center' }
      ],
      rows: countRows(classes)
    }
  ]
}

/** 谈话台账, counts only: by month, direction and kind, and what became of the follow-ups. */
export function talkCountsDocument({ organisation, year, date, statistics }: TalkCountsPaper): DocumentModel {
  const title = `${year}年度谈话台账（只列次数）`
  const { open, done, overdue } = statistics.followUps
  const few = statisticsLimits.inClass
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      internalLine(),
      { kind: 'title', lines: titleLines(title) },
      line(`党组织：${organisation}`),
      line(`统计日期：${dayOnPaper(date)}；谈话${statistics.total}次。`),
      line(`后续事项${open + done + overdue}项：已办结${done}项，正在办${open}项，已过期限${overdue}项。`),
      ...distributions(statistics).flatMap(({ title: of, classes }, index) =>
        distributionBlocks(of, classes, index + 1)
      ),
      ...(isHidden(statistics) ? [line(`不到${few}次的写作“不足${few}次”；能由别的数推算出来的略去。`)] : [])
    ]
  }
}

/** The counts as a sheet; a number that is not told is the words in its place. */
export const talkCountsSheet = ({ statistics }: TalkCountsPaper): SheetOut => ({
  name: '谈话台账（只列次数）',
  columns: [
    { header: '分类', width: 12 },
    { header: '项目', width: 30 },
    { header: '次数', width: 12 }
  ],
  rows: [
    ['合计', '谈话', statistics.total],
    ...distributions(statistics).flatMap(({ title, classes }) =>
      (classes ?? []).map(({ name, count, says }): RawCell[] => [title, closed(name), count ?? closed(says)])
    ),
    ['后续事项', '已办结', statistics.followUps.done],
    ['后续事项', '正在办', statistics.followUps.open],
    ['后续事项', '已过期限', statistics.followUps.overdue]
  ]
})
