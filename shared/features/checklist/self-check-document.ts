import type { Block, DocumentModel, GridCell, GridColumn } from '../../documents/document-model.ts'
import { blankDay, internalMark, plainLine, typedText, wideRow } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper, isDay } from '../../kernel/dates.ts'
import { sumOf } from '../../kernel/fraction.ts'
import { dayIn } from '../talk/talk-form.ts'
import type { Bonus, Checklist, Veto } from './checklist.ts'
import { type AreaView, figure, type ItemView, type ScoreView } from './checklist-view.ts'
import { ownPoints } from './score-rules.ts'
import type { Vetoed } from './veto-rules.ts'

/** What stands over every paper of a list: `list` is its title, `date` the day the paper is drawn up. */
export type ChecklistPaper = { organisation: string; year: number; list: string; date: Day }

/** `vetoes` are those that stand; `meetingOn` null leaves the day of the branch meeting to be written in. */
export type SelfCheckPaper = ChecklistPaper & {
  score: ScoreView
  vetoes: readonly Vetoed[]
  bonuses: readonly Bonus[]
  meetingOn: Day | null
}

export type BlankSelfCheckPaper = Omit<ChecklistPaper, 'list'> & { list: Checklist }

const written = (words: string, dayWords: (day: Day) => string): string =>
  words
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? dayWords(day) : day))
    .replace(/(?<=\P{ASCII}) +| +(?=\P{ASCII})/gu, '')

/** Words of a record as paper has them: days written out, no blanks beside Han characters. */
export const onPaper = (words: string): string => written(words, dayOnPaper)

/** The same on a paper whose title says the year: only days of other years say theirs. */
export const inYear = (words: string, year: number): string => written(words, (day) => dayIn(year, day))

/** B5支委会. */
export const itemName = ({ id, title }: Pick<ItemView, 'id' | 'title'>): string => `${id}${onPaper(title)}`

/** 待核 is no nought, and 不适用 is neither. */
export const scoreWords = ({ status, score }: Pick<ItemView, 'status' | 'score'>): string =>
  status === 'pending' ? '待核' : status === 'not-applicable' ? '不适用' : score

/** What can be won with an item: more than its own points where it took over those of another. */
export const worthOf = ({ status, points, max }: ItemView): string => (status === 'not-applicable' ? points : max)

const isFilled = (words: string | null): words is string => words !== null && words.trim() !== ''

/** Records and papers an item rests on, each once; the first three by name. */
function proofsOf({ links, proofs, mark }: ItemView, year: number): string {
  const filed = proofs.filter(({ id }) => !links.some((link) => link.id === id)).map(({ title }) => title)
  const stated = isFilled(mark?.evidence ?? null) ? [mark?.evidence ?? ''] : []
  const all = [
    ...new Set([...stated, ...filed, ...links.map(({ text }) => text)].map((words) => inYear(words.trim(), year)))
  ]
  const named = all.slice(0, 3).join('、')
  return all.length > 3 ? `${named}等${all.length}件` : named
}

/** What kind of proof is asked for, and what there is of it. */
export const evidenceOf = (item: ItemView, year: number): string =>
  [onPaper(item.proof), proofsOf(item, year)].filter((words) => words !== '').join('：')

const columns: readonly GridColumn[] = [
  { title: '编号', width: 36, align: 'center' },
  { title: '项目', width: 66 },
  { title: '标准', width: 146 },
  { title: '分值', width: 45, align: 'center' },
  { title: '自评\n得分', width: 46, align: 'center' },
  { title: '得分依据', width: 158 },
  { title: '证据', width: 141 }
]

const itemRow = (item: ItemView, year: number): GridCell[] => [
  item.id,
  onPaper(item.title),
  onPaper(item.standard),
  worthOf(item),
  scoreWords(item),
  inYear(item.basis, year),
  evidenceOf(item, year)
]

/** The sum of an area as the last row of its table, its words beside the figure. */
const sumRow = (max: string, score: string, says: string): GridCell[] => [
  { content: [[{ text: '小计', font: 'hei' }]], columns: 3, align: 'center' },
  max,
  score,
  { content: says, columns: 2 }
]

const areaHeading = (
  position: number,
  { code, title, points }: Pick<AreaView, 'code' | 'title' | 'points'>
): Block => ({
  kind: 'heading',
  level: 1,
  text: numbered(1, position, `${onPaper(title)}（${code}，${points}分）`)
})

const areaBlocks = (area: AreaView, index: number, year: number): Block[] => [
  areaHeading(index + 1, area),
  {
    kind: 'grid',
    columns,
    rows: [
      ...area.items.map((item) => itemRow(item, year)),
      sumRow(area.max, area.score, `失分${area.lost}分，待核${area.pending}分`)
    ]
  }
]

/** Why the items of an area may add up to something else than its sum. */
const spreadNote = ({ areas }: ScoreView): Block[] =>
  areas.some(({ items }) => items.some(({ status }) => status === 'not-applicable'))
    ? [plainLine('不适用项目的分值由其余项目按比例补足，小计按补足后的分值计算，同各项相加可以不相等。')]
    : []

/** The points of all areas, and of the list as the last row. */
export const areaTable = ({ areas, max, total, lost, pending }: ScoreView): Block => ({
  kind: 'grid',
  columns: [
    { title: '方面', width: 38 },
    { title: '分值', width: 15, align: 'center' },
    { title: '自评得分', width: 18, align: 'center' },
    { title: '失分', width: 14, align: 'center' },
    { title: '待核', width: 15, align: 'center' }
  ],
  rows: [
    ...areas.map((area): GridCell[] => [
      `${area.code}\u3000${onPaper(area.title)}`,
      ...[area.max, area.score, area.lost, area.pending]
    ]),
    [{ content: [[{ text: '合计', font: 'hei' }]], align: 'center' }, max, total, lost, pending]
  ]
})

/** 加分 with what it was given for. The list sets how much of it counts. */
export function bonusWords({ bonus }: Pick<ScoreView, 'bonus'>, bonuses: readonly Bonus[]): string {
  if (bonuses.length === 0) return '没有登记加分。'
  const each = bonuses.map((one) => `${onPaper(one.title)}（${figure(ownPoints(one))}分）`).join('；')
  return `${each}。计入${bonus}分，列在总分之外。`
}

const vetoWords = (vetoes: readonly Vetoed[]): string =>
  vetoes.length === 0
    ? '按现有记录没有。'
    : vetoes.map(({ id, title, says }) => `${id}${onPaper(title)}：${onPaper(says)}`).join('\n')

/** What is odd about proofs: pointed out, and nothing taken off for it. */
export function findingBlocks({ score, year }: Pick<SelfCheckPaper, 'score' | 'year'>, heading: string): Block[] {
  const items = score.areas.flatMap((area) => area.items).filter(({ findings }) => findings.length > 0)
  if (items.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'grid',
      columns: [
        { title: '编号', width: 36, align: 'center' },
        { title: '项目', width: 120 },
        { title: '提示（只供核对，不扣分）', width: 482 }
      ],
      rows: items.map(({ id, title, findings }) => [
        id,
        onPaper(title),
        findings.map(({ says }) => inYear(says, year)).join('\n')
      ])
    }
  ]
}

const signBlock = (day: string, meetingOn: Day | null): Block[] => [
  ...(meetingOn === null ? [] : [plainLine(`支部会议审议日期：${dayOnPaper(meetingOn)}`)]),
  {
    kind: 'signature',
    rows: [
      [
        { label: '支部书记（签名）：', cells: 6 },
        { label: '填表人（签名）：', cells: 6 }
      ],
      ...(meetingOn === null ? [[{ label: '支部会议审议日期：', cells: 10 }]] : [])
    ],
    date: `（盖章）\u3000${day}`
  }
]

const titleOf = (year: number): string => `${year}年度党支部标准化规范化自查自评表`

const head = (organisation: string, year: number, lines: readonly string[]): Block[] => [
  { kind: 'section', direction: 'landscape' },
  internalMark,
  { kind: 'title', lines: titleLines(titleOf(year), 30) },
  plainLine(`党支部：${organisation}`),
  ...lines.map(plainLine)
]

/** 自评表, turned: the items of each area, then what they come to. The figures are those of the day it is drawn up. */
export function selfCheckDocument(paper: SelfCheckPaper): DocumentModel {
  const { organisation, year, list, date, score, vetoes, bonuses, meetingOn } = paper
  const { total, max, lost, pending, areas } = score
  const last = areas.length + 1
  return {
    profile: 'form',
    meta: { title: titleOf(year), author: organisation, subject: list, date },
    blocks: [
      ...head(organisation, year, [
        `清单：${onPaper(list)}`,
        `自评得分${total}分（满分${max}分），失分${lost}分，待核${pending}分；统计到${dayOnPaper(date)}。`
      ]),
      ...areas.flatMap((area, index) => areaBlocks(area, index, year)),
      { kind: 'heading', level: 1, text: numbered(1, last, '汇总') },
      areaTable(score),
      ...spreadNote(score),
      { kind: 'heading', level: 1, text: numbered(1, last + 1, '否决和加分') },
      {
        kind: 'grid',
        columns: [
          { title: '', width: 15, align: 'center' },
          { title: '', width: 85 }
        ],
        head: [],
        rows: [
          [[[{ text: '否决情形', font: 'hei' }]], typedText(vetoWords(vetoes))],
          [[[{ text: '加分', font: 'hei' }]], bonusWords(score, bonuses)]
        ]
      },
      ...findingBlocks(paper, numbered(1, last + 2, '证据提示')),
      ...signBlock(dayOnPaper(date), meetingOn)
    ]
  }
}

const blankVetoes = (vetoes: readonly Veto[]): GridCell[][] =>
  vetoes.map(({ id, title }) => [`${id}\u3000${onPaper(title)}`, '□有\u3000□没有', ''])

/** The form to fill in by hand: what is asked and what proves it stand in it. */
export function blankSelfCheck({ organisation, year, list, date }: BlankSelfCheckPaper): DocumentModel {
  const { areas, vetoes } = list
  const sum = (some: typeof areas): string => figure(sumOf(some.flatMap(({ items }) => items.map(ownPoints))))
  return {
    profile: 'form',
    meta: { title: `${titleOf(year)}（空白表）`, author: organisation, subject: list.title, date },
    blocks: [
      ...head(organisation, year, [`清单：${onPaper(list.title)}\u3000满分${sum(areas)}分`]),
      ...areas.flatMap((area, index): Block[] => [
        areaHeading(index + 1, { ...area, points: sum([area]) }),
        {
          kind: 'grid',
          columns,
          minLines: 2,
          rows: [
            ...area.items.map((item): GridCell[] => [
              ...[item.id, onPaper(item.title), onPaper(item.standard), figure(ownPoints(item))],
              ...['', '', onPaper(item.proof)]
            ]),
            sumRow(sum([area]), '', '')
          ]
        }
      ]),
      { kind: 'heading', level: 1, text: numbered(1, areas.length + 1, '否决、加分和总分') },
      {
        kind: 'grid',
        columns: [
          { title: '否决情形', width: 50 },
          { title: '有没有', width: 20, align: 'center' },
          { title: '依据', width: 30 }
        ],
        rows: [...blankVetoes(vetoes), wideRow('加分：', '', 3), wideRow('总分：', '', 3)]
      },
      ...signBlock(blankDay, null)
    ]
  }
}
