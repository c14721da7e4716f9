import type { Block, DocumentModel, TextRun } from '../../shared/documents/document-model.ts'
import { chartKinds } from '../../shared/documents/chart.ts'

/*
 * The papers of the benchmark. Each round has texts of its own, so that nobody is measured by what it remembers of the
 * round before.
 */

const meta = (title: string) => ({ title, date: '2026-11-20' })

const sentence = (round: number, number: number): string =>
  `第${round}次会议认为，做好第${number}项工作是贯彻落实上级部署、推动中心工作提质增效的重要保证；要抓好“三会一课”、主题党日（含《条例》学习）等制度落实，把任务分到人、定好时间、落到记录里，2026年第三季度参学率要达到${90 + (number % 10)}.6%。`

const paragraph = (round: number, number: number): Block => ({
  kind: 'paragraph',
  runs: [{ text: sentence(round, number) } satisfies TextRun]
})

const numerals = [...'一二三四五六七八九十']
const numeral = (number: number): string => numerals[number % 10] ?? ''

const factsOf = (number: number): Block => ({
  kind: 'keyValues',
  columns: [1, 2, 1, 2],
  rows: [
    [
      { label: '时间', value: '2026年11月20日' },
      { label: '地点', value: '四楼党员活动室' }
    ],
    [
      { label: '主持人', value: '何丽华' },
      { label: '编号', value: `HY${String(number).padStart(4, '0')}` }
    ]
  ]
})

const signatureRow = [
  { label: '主持人（签名）：', cells: 5 },
  { label: '记录人（签名）：', cells: 5 }
]

const signInColumns = [
  { title: '序号', width: 1, align: 'center' },
  { title: '姓名', width: 2 },
  { title: '人员类别', width: 2 },
  { title: '到会', width: 2 },
  { title: '签名', width: 3 }
] as const

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']

/** So many people of a form, as the cells of its rows. */
export const peopleOf = (form: number, count: number): string[][] =>
  Array.from({ length: count }, (_one, index) => [
    `${index + 1}`,
    `${surnames[(form + index) % surnames.length]}${numeral(form)}${numeral(index)}`,
    index % 7 === 6 ? '预备党员' : '正式党员',
    index % 5 === 4 ? '缺席' : '到会',
    ''
  ])

/** A sign-in sheet: facts, its rows, who signs. Sixteen rows fill one page. */
export const form = (number: number, rows: readonly string[][] = peopleOf(number, 16)): DocumentModel => ({
  profile: 'form',
  meta: meta(`签到表${number}`),
  blocks: [
    { kind: 'title', lines: ['支部党员大会签到表'] },
    factsOf(number),
    { kind: 'grid', columns: signInColumns, rows },
    { kind: 'signature', rows: [signatureRow] }
  ]
})

/** Minutes of three pages: facts, what was said, a vote, who signs. */
export const minutes = (round: number): DocumentModel => ({
  profile: 'gb9704',
  meta: meta('会议记录'),
  blocks: [
    { kind: 'title', lines: ['支部党员大会会议记录'] },
    factsOf(round),
    ...Array.from({ length: 3 }, (_one, part): Block[] => [
      { kind: 'heading', level: 1, text: `${numeral(part)}、第${part + 1}个议题` },
      ...Array.from({ length: 3 }, (_two, index) => paragraph(round, part * 3 + index))
    ]).flat(),
    {
      kind: 'grid',
      columns: [
        { title: '事项', width: 4 },
        { title: '赞成', width: 1, align: 'center' },
        { title: '反对', width: 1, align: 'center' }
      ],
      rows: Array.from({ length: 5 }, (_one, index) => [`第${round}次会议表决事项${index + 1}`, '18', '2'])
    },
    { kind: 'signature', rows: [signatureRow], date: '2026年11月20日' }
  ]
})

const sectionOf = (round: number, number: number): Block[] => [
  { kind: 'heading', level: 1, text: `${numeral(number)}、第${number + 1}项材料`, startsPage: true },
  ...Array.from({ length: 3 }, (_one, part): Block[] => [
    { kind: 'heading', level: 2, text: `（${numeral(part)}）第${part + 1}方面` },
    ...Array.from({ length: 4 }, (_two, index) => paragraph(round, number * 20 + part * 4 + index))
  ]).flat(),
  {
    kind: 'chart',
    spec: {
      kind: chartKinds[number % chartKinds.length] ?? 'bar',
      title: `第${number + 1}项材料各支部到会率`,
      categories: ['第一支部', '第二支部', '第三支部', '第四支部', '第五支部'],
      series: [{ name: '2026年', values: Array.from({ length: 5 }, (_one, index) => 80 + ((number + index) % 20)) }],
      unit: '%',
      max: 100
    }
  },
  {
    kind: 'grid',
    columns: [
      { title: '序号', width: 1, align: 'center' },
      { title: '事项', width: 4 },
      { title: '责任人', width: 2 },
      { title: '期限', width: 2 }
    ],
    rows: Array.from({ length: 30 }, (_one, index) => [
      `${index + 1}`,
      `第${round}轮第${number + 1}项材料的整改事项${index + 1}，逐项对照逐项销号`,
      `${surnames[index % surnames.length]}${numeral(number)}${numeral(index)}`,
      '2026年12月'
    ])
  }
]

/** A year's pack of about a hundred pages in one model: contents, headings, text, tables and charts. */
export const pack = (round: number, sections: number): DocumentModel => ({
  profile: 'gb9704',
  meta: meta('年度材料包'),
  blocks: [
    { kind: 'title', lines: ['年度材料包'] },
    { kind: 'contents', levels: 2 },
    ...Array.from({ length: sections }, (_one, number) => sectionOf(round, number)).flat()
  ]
})

/** Documents one after the other in one model, each from a new page on. */
export const inOneModel = (models: readonly DocumentModel[]): DocumentModel => {
  const [first] = models
  if (first === undefined) throw new RangeError('no documents')
  const blocks = models.flatMap((one, index): Block[] => [
    ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
    ...one.blocks
  ])
  return { ...first, blocks }
}
