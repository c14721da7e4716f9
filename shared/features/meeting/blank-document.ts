import type {
  Block,
  CellContent,
  DocumentModel,
  KeyValueBlock,
  KeyValueCell,
  Run
} from '../../documents/document-model.ts'
import { yearOf, type Day } from '../../kernel/dates.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Attendee } from './meeting-rules.ts'
import { type BlankPaper, meetingPaperNames } from './meeting-papers.ts'

/** Whose blank form it is; the names of those who may come are printed already. */
export type BlankInput = { organisation: Pick<Organisation, 'name'>; roll: readonly Attendee[]; today: Day }

const day = '\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日'
const time = `${day}\u3000\u3000时\u3000\u3000分至\u3000\u3000时\u3000\u3000分`

const wide = (label: string, value: CellContent = '', minLines = 1.6): KeyValueCell[] => [
  { label, value, span: 3, minLines }
]
const pair = (one: string, other: string): KeyValueCell[] => [
  { label: one, value: '', minLines: 1.6 },
  { label: other, value: '', minLines: 1.6 }
]
const table = (rows: KeyValueCell[][]): KeyValueBlock => ({ kind: 'keyValues', columns: [14, 36, 14, 36], rows })

const signatures: Block = {
  kind: 'signature',
  rows: [
    [
      { label: '主持人（签名）：', cells: 5 },
      { label: '记录人（签名）：', cells: 5 }
    ]
  ],
  date: day
}

const figures = wide('人数', '应到\u3000\u3000人，实到\u3000\u3000人；有表决权的应到\u3000\u3000人，到会\u3000\u3000人')

const headRows = ({ organisation }: BlankInput): KeyValueCell[][] => [
  wide('党组织', organisation.name),
  wide('时间', time),
  pair('地点', '类型'),
  pair('主持人', '记录人'),
  figures,
  wide('缺席情况', '', 2.4),
  wide('列席')
]

const vote =
  '表决方式：\u3000\u3000\u3000\u3000\u3000\u3000发出\u3000\u3000张，收回\u3000\u3000张\n赞成\u3000\u3000\u3000票，反对\u3000\u3000\u3000票，弃权\u3000\u3000\u3000票'

const minutes = (input: BlankInput): Block[] => [
  table([...headRows(input), wide('议题', '', 4), wide('发言要点', '', 14)]),
  { kind: 'pageBreak' },
  table([wide('发言要点', '', 16), wide('决议', '', 8), wide('表决结果', vote, 2.6)]),
  signatures
]

/** The head and the beginning of the record in front, the rest of it on the back. */
const activity = (input: BlankInput, front: KeyValueCell[][], back: KeyValueCell[][]): Block[] => [
  table([wide('党组织', input.organisation.name), wide('时间', time), ...front]),
  { kind: 'pageBreak' },
  table(back),
  signatures
]

const lecture = (input: BlankInput): Block[] =>
  activity(
    input,
    [
      pair('主讲人', '课时'),
      wide('题目'),
      pair('地点', '听课人数'),
      pair('主持人', '记录人'),
      wide('缺席情况', '', 2.4),
      wide('讲课内容', '', 19)
    ],
    [wide('讲课内容', '', 14), wide('讨论交流', '', 14)]
  )

const themeDay = (input: BlankInput): Block[] =>
  activity(
    input,
    [
      wide('主题'),
      wide('内容', '□集中学习\u3000\u3000□组织生活\u3000\u3000□民主议事\u3000\u3000□志愿服务'),
      pair('地点', '实到人数'),
      pair('主持人', '记录人'),
      wide('缺席情况', '', 2.4),
      wide('活动记录', '', 19)
    ],
    [wide('活动记录', '', 18), wide('活动小结', '', 10)]
  )

const line = (label: string, cells: number): Run[] => [{ text: label }, { blankCells: cells }]
const row = (runs: Run[]): Block => ({ kind: 'paragraph', runs })

const notice = ({ organisation, today }: BlankInput): Block[] => [
  { kind: 'paragraph', indentCells: 0, runs: [...line('', 6), { text: '：' }] },
  row([
    { text: `兹定于${yearOf(today)}年` },
    ...line('', 3),
    ...line('月', 3),
    ...line('日（星期', 2),
    ...line('）', 5),
    ...line('在', 8),
    ...line('召开', 10),
    { text: '。现将有关事项通知如下：' }
  ]),
  { kind: 'heading', level: 1, text: '一、会议议题' },
  ...[1, 2, 3].map((number) => row(line(`${number}.`, 22))),
  { kind: 'heading', level: 1, text: '二、参加人员' },
  row(line('', 24)),
  { kind: 'heading', level: 1, text: '三、有关要求' },
  row([{ text: '请安排好工作，准时参加。因故不能参加的，请会前向主持人请假。' }]),
  { kind: 'signOff', issuer: organisation.name, date: day }
]

const summary = ({ organisation }: BlankInput): Block[] => [
  { kind: 'letterhead', mark: `${organisation.name}\n会议纪要` },
  row([
    ...line('', 4),
    ...line('年', 2),
    ...line('月', 2),
    ...line('日，', 8),
    ...line('在', 8),
    { text: '主持召开会议。会议议定事项如下：' }
  ]),
  ...['一、', '二、', '三、'].flatMap((number) => [row(line(number, 22)), row(line('', 24))]),
  row([{ text: '出席：', font: 'hei' }, { blankCells: 21 }]),
  row([{ text: '请假：', font: 'hei' }, { blankCells: 21 }]),
  row([{ text: '列席：', font: 'hei' }, { blankCells: 21 }]),
  { kind: 'imprint', issuer: organisation.name, issuedOn: day }
]

/** Names stand on the sheet already, full members first; a few empty lines are for guests. */
const signIn = ({ organisation, roll }: BlankInput): Block[] => {
  const kinds = ['正式党员', '预备党员'] as const
  const names = kinds.flatMap((kind) => roll.filter((person) => person.expected && person.category === kind))
  const rows = [
    ...names.map(({ name, category }): CellContent[] => [name, category === '正式党员' ? '正式' : '预备', '', '']),
    ...Array.from({ length: 4 }, (): CellContent[] => ['', '', '', ''])
  ]
  return [
    table([wide('党组织', organisation.name), pair('会议', '地点'), wide('时间', time)]),
    {
      kind: 'grid',
      minLines: 1.4,
      columns: [
        { title: '序号', width: 8, align: 'center' },
        { title: '姓名', width: 22, align: 'center' },
        { title: '人员类别', width: 14, align: 'center' },
        { title: '签名', width: 26 },
        { title: '备注', width: 18 }
      ],
      rows: rows.map((cells, index) => [`${index + 1}`, ...cells])
    },
    {
      kind: 'paragraph',
      align: 'left',
      indentCells: 0,
      runs: [...line('应到', 4), ...line('人\u3000\u3000实到', 4), ...line('人\u3000\u3000缺席', 4), { text: '人' }]
    }
  ]
}

const makers: Record<BlankPaper, (input: BlankInput) => Block[]> = {
  notice,
  'sign-in': signIn,
  minutes,
  lecture,
  'theme-day': themeDay,
  summary
}

/** The titles of blank forms; a 会议纪要 carries its own mark in place of one. */
const titleOf = (paper: BlankPaper): Block[] => {
  if (paper === 'summary') return []
  return [{ kind: 'title', lines: [paper === 'notice' ? '关于召开会议的通知' : meetingPaperNames[paper]] }]
}

/** A form to fill in by hand. What the office knows already is printed: its name, and the names on a 签到表. */
export function blankDocument(paper: BlankPaper, input: BlankInput): DocumentModel {
  const isText = paper === 'notice' || paper === 'summary'
  return {
    profile: isText ? 'gb9704' : 'form',
    meta: { title: `${meetingPaperNames[paper]}（空白表）`, author: input.organisation.name, date: input.today },
    blocks: [...titleOf(paper), ...makers[paper](input)]
  }
}
