import type { ChartSpec } from '../../../shared/documents/chart.ts'
import type { Block, DocumentModel, GridBlock } from '../../../shared/documents/document-model.ts'
import { numbered } from '../../../shared/documents/numbering.ts'

export const model = (blocks: Block[], overrides: Partial<DocumentModel> = {}): DocumentModel => ({
  profile: 'gb9704',
  meta: { title: '支部党员大会会议记录', author: '机关第一党支部', subject: '会议记录', date: '2026-11-20' },
  blocks,
  ...overrides
})

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

export const sentence =
  '会议认为，做好基层党建工作，是贯彻落实上级部署、推动中心工作提质增效的重要保证；要抓好“三会一课”、主题党日（含《条例》学习）等制度落实：2026年第三季度参学率达到98.6%！是否到位？——请逐项对照“问题清单”，逐项销号……'

export const minutes = (): DocumentModel =>
  model([
    { kind: 'title', lines: ['支部党员大会会议记录'] },
    {
      kind: 'paragraph',
      align: 'left',
      indentCells: 0,
      hangCells: 4,
      runs: [{ text: '党支部：中共云溪县烟草专卖局机关第一支部委员会' }]
    },
    {
      kind: 'keyValues',
      columns: [1, 2, 1, 2],
      rows: [
        [
          { label: '时间', value: '2026年11月20日' },
          { label: '地点', value: '四楼党员活动室' }
        ],
        [{ label: '备注', value: '', span: 3, minLines: 3 }]
      ]
    },
    { kind: 'heading', level: 1, text: '一、传达学习' },
    { kind: 'heading', level: 2, text: '（一）讨论情况' },
    { kind: 'paragraph', runs: [{ text: '何丽华：', bold: true }, { text: sentence }, { blankCells: 4 }] },
    { kind: 'heading', level: 1, text: '二、表决' },
    paragraph(sentence),
    {
      kind: 'grid',
      columns: [
        { title: '序号', width: 1, align: 'center' },
        { title: '姓名', width: 3 }
      ],
      rows: [['1', '王㛃']]
    },
    {
      kind: 'signature',
      rows: [
        [
          { label: '主持人（签名）：', cells: 5 },
          { label: '记录人（签名）：', cells: 5 }
        ]
      ],
      date: '2026年11月20日'
    }
  ])

/** An official document with everything GB/T 9704 knows: 版头, attachments, 署名, an attachment on a turned page, 版记. */
export const official = (): DocumentModel =>
  model(
    [
      {
        kind: 'letterhead',
        mark: '中共云溪县烟草专卖局委员会文件',
        number: '云烟党〔2026〕5号',
        copyNumber: '000012',
        secrecy: '内部',
        urgency: '特急'
      },
      { kind: 'title', lines: ['中共云溪县烟草专卖局委员会', '关于召开组织生活会的通知'] },
      { kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text: '各党支部：' }] },
      paragraph(sentence),
      { kind: 'heading', level: 1, text: '一、时间安排' },
      paragraph(sentence),
      {
        kind: 'attachments',
        names: ['组织生活会安排表', '民主评议党员登记表（正式党员每人一份，由党小组长收齐后交组织委员）']
      },
      { kind: 'signOff', issuer: '中共云溪县烟草专卖局委员会', date: '2026年1月5日' },
      { kind: 'attachment', number: 1, title: '组织生活会安排表' },
      schedule(12),
      { kind: 'section', direction: 'landscape' },
      { kind: 'attachment', number: 2, title: '民主评议党员登记表' },
      schedule(30),
      {
        kind: 'imprint',
        copiesTo: ['中共云溪县委组织部', '中共云溪县直属机关工作委员会', '市局（公司）党建工作处', '各党支部书记'],
        issuer: '中共云溪县烟草专卖局委员会办公室',
        issuedOn: '2026年1月5日'
      }
    ],
    { meta: { title: '关于召开组织生活会的通知', date: '2026-01-05' } }
  )

/** A grid whose head has two rows, with cells over columns and over rows. */
export const schedule = (rows: number): GridBlock => ({
  kind: 'grid',
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '支部', width: 4 },
    { title: '会前', width: 2, align: 'center' },
    { title: '会后', width: 2, align: 'center' },
    { title: '备注', width: 3 }
  ],
  head: [
    [
      { content: '序号', rows: 2 },
      { content: '党支部', rows: 2 },
      { content: '时间', columns: 2 },
      { content: '备注', rows: 2 }
    ],
    ['会前', '会后']
  ],
  rows: [
    ...Array.from({ length: rows }, (_, index) => [
      `${index + 1}`,
      `机关第${index + 1}党支部`,
      '1月8日',
      '1月20日',
      index % 4 === 0 ? '与民主生活会一并进行，请分管领导参加' : ''
    ]),
    [
      { content: '合计', columns: 2 },
      { content: `${rows}个党支部`, columns: 3 }
    ]
  ]
})

export const charts: Record<string, ChartSpec> = {
  bar: {
    kind: 'bar',
    title: '各党支部应到人数与实到人数',
    categories: ['机关第一党支部', '机关第二党支部', '专卖稽查支队党支部', '物流配送中心党支部'],
    series: [
      { name: '应到', values: [28, 31, 18, 24] },
      { name: '实到', values: [26, null, 18, 0] }
    ],
    unit: '人'
  },
  bars: {
    kind: 'bar',
    title: '各党支部学习次数',
    categories: Array.from({ length: 24 }, (_, index) => `第${index + 1}党支部`),
    series: [{ name: '次数', values: Array.from({ length: 24 }, (_, index) => (index * 7) % 13) }]
  },
  stackedBar: {
    kind: 'stackedBar',
    title: '党员年龄结构',
    categories: ['机关一', '机关二', '稽查', '物流'],
    series: [
      { name: '35岁及以下', values: [6, 9, 2, 11] },
      { name: '36至45岁', values: [10, 12, 1, 6] },
      { name: '46至55岁', values: [8, 7, 9, 4] },
      { name: '56岁及以上', values: [4, 3, 6, 3] }
    ]
  },
  line: {
    kind: 'line',
    title: '各季度参学率',
    categories: ['一季度', '二季度', '三季度', '四季度'],
    series: [
      { name: '机关第一党支部', values: [92.5, 95, null, 98.6] },
      { name: '机关第二党支部（䶮山）', values: [88.2, 90.1, 93, 94] },
      { name: '物流', values: [90, 94.5, 91.2, 96] }
    ],
    unit: '%',
    decimals: 1,
    max: 100
  },
  radar: {
    kind: 'radar',
    title: '标准化建设得分',
    categories: ['组织设置', '班子建设', '党员教育管理', '组织生活', '作用发挥', '基础保障'],
    series: [
      { name: '本年', values: [18, 16, 19, 15, 17, 20] },
      { name: '上年', values: [15, 16, 14, null, 12, 18] }
    ],
    max: 20
  },
  pie: {
    kind: 'pie',
    title: '党员学历构成',
    categories: ['研究生', '大学', '大专', '高中及以下', '未填'],
    series: [{ name: '人数', values: [12, 46, 30, 9, 0] }],
    unit: '人'
  },
  empty: {
    kind: 'line',
    title: '尚无记录的图',
    categories: ['一季度', '二季度'],
    series: [{ name: '次数', values: [0, 0] }]
  }
}

/** A report with contents, charts and a turned page. */
export const report = (): DocumentModel =>
  model(
    [
      { kind: 'title', lines: ['2026年党建工作情况报告'] },
      { kind: 'title', lines: ['目录'] },
      { kind: 'contents' },
      { kind: 'pageBreak' },
      ...Array.from({ length: 4 }, (_, chapter): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, chapter + 1, '基层组织建设和党员队伍建设的总体情况') },
        { kind: 'heading', level: 2, text: '（一）主要做法' },
        paragraph(sentence.repeat(3)),
        { kind: 'heading', level: 2, text: '（二）存在的问题' },
        paragraph(sentence.repeat(2))
      ]).flat(),
      { kind: 'heading', level: 1, text: '五、统计图', startsPage: true },
      ...Object.values(charts).map((spec): Block => ({ kind: 'chart', spec })),
      { kind: 'section', direction: 'landscape' },
      { kind: 'heading', level: 1, text: '六、横排附表' },
      schedule(20),
      { kind: 'section', direction: 'portrait' },
      { kind: 'heading', level: 1, text: '七、下一步打算' },
      paragraph(sentence),
      { kind: 'signOff', issuer: '机关第一党支部', date: '2026年12月31日', sealed: true }
    ],
    { meta: { title: '2026年党建工作情况报告', date: '2026-12-31' } }
  )
