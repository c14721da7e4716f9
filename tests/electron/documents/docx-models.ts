import type { ChartSpec } from '../../../shared/documents/chart.ts'
import type { Block, DocumentModel } from '../../../shared/documents/document-model.ts'
import { minutes, model, paragraph, sentence } from './models.ts'

const categories = ['第一季度', '第二季度', '第三季度', '第四季度']
const series = [
  { name: '机关支部', values: [96, null, 98, 100] },
  { name: '营销支部', values: [88, 91, 90, 95] },
  { name: '物流支部', values: [72, 80, null, 85] }
]

export const charts: readonly ChartSpec[] = [
  { kind: 'bar', title: '到会率', categories, series, unit: '%', max: 100 },
  { kind: 'stackedBar', title: '党课课时', categories, series: series.slice(0, 2), unit: '课时' },
  { kind: 'line', title: '参学率', categories, series, unit: '%', decimals: 1 },
  { kind: 'radar', title: '标准化得分', categories: [...categories, '全年'], series, max: 100 },
  { kind: 'pie', title: '党员年龄', categories, series: series.slice(1, 2), unit: '人' }
]

const spans: Block = {
  kind: 'grid',
  columns: [
    { title: '', width: 1, align: 'center' },
    { title: '', width: 2 },
    { title: '', width: 1, align: 'right' },
    { title: '', width: 1, align: 'right' }
  ],
  head: [
    [
      { content: '序号', rows: 2 },
      { content: '姓名', rows: 2 },
      { content: '票数', columns: 2 }
    ],
    ['赞成', '反对']
  ],
  rows: [
    ...Array.from({ length: 30 }, (_, index) => [String(index + 1), '王㛃', '12', '0']),
    [{ content: '合计', columns: 2 }, '360', '0']
  ]
}

/** Every kind of block once at least, upright and turned. */
export const everything = (): DocumentModel =>
  model([
    {
      kind: 'letterhead',
      mark: '中共云溪县烟草专卖局机关第一支部委员会文件',
      number: '云烟机一支〔2026〕5号',
      signer: '周启明',
      copyNumber: '000001',
      secrecy: '秘密★1年',
      urgency: '特急'
    },
    { kind: 'title', lines: ['关于召开支部党员大会的', '请示'] },
    { kind: 'paragraph', align: 'left', indentCells: 0, runs: [{ text: '中共云溪县烟草专卖局委员会：' }] },
    paragraph(sentence),
    { kind: 'pageBreak' },
    { kind: 'title', lines: ['目录'] },
    { kind: 'contents', levels: 3 },
    ...minutes().blocks,
    ...charts.flatMap((spec): Block[] => [
      { kind: 'heading', level: 2, text: `（图）${spec.title}` },
      { kind: 'chart', spec }
    ]),
    { kind: 'section', direction: 'landscape' },
    { kind: 'heading', level: 1, text: '三、票数', startsPage: true },
    spans,
    { kind: 'section', direction: 'portrait' },
    {
      kind: 'orgChart',
      root: {
        title: '支部委员会',
        lines: ['书记：周启明'],
        children: [{ title: '第一党小组' }, { title: '第二党小组' }]
      }
    },
    { kind: 'heading', level: 3, text: '1.结语' },
    paragraph(sentence),
    { kind: 'attachments', names: ['支部党员名册', '支部党员大会议程（含表决办法和计票人、监票人建议名单）'] },
    { kind: 'signOff', issuer: '中共云溪县烟草专卖局机关第一支部委员会', date: '2026年11月20日', sealed: true },
    { kind: 'attachment', number: 1, title: '支部党员名册' },
    paragraph(sentence),
    { kind: 'signOff', issuer: '机关第一支部', date: '2026年11月20日' },
    {
      kind: 'imprint',
      copiesTo: ['县委组织部', '县直属机关工作委员会', '云溪县烟草专卖局机关党委', '各党支部，各党小组'],
      issuer: '机关第一支部委员会',
      issuedOn: '2026年11月21日'
    }
  ])

/** The headings as a PDF might have placed them. */
export const pagesOfHeadings = (document: DocumentModel) =>
  document.blocks
    .flatMap((block) => (block.kind === 'heading' ? [block] : []))
    .map(({ level, text }, index) => ({ level, text, page: index + 3 }))
