import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { inYear, onPaper } from '../checklist/self-check-document.ts'
import { dayIn } from '../talk/talk-form.ts'
import { type AlertCounts, alertLevelNames, alertLevels, type AlertSource } from './alert.ts'
import type { AlertView, OffView, SnoozedView } from './alert-view.ts'

/** 预警清单 of an organisation, or of all within reach; `isOfMany` where each line names its organisation. */
export type AlertPaper = {
  organisation: string
  isOfMany: boolean
  year: number
  date: Day
  counts: AlertCounts
  alerts: readonly AlertView[]
  snoozed: readonly SnoozedView[]
  off: readonly OffView[]
}

const markWords: Record<AlertSource['mark'], string> = {
  ...{ '✔': '', 记: '（待核）', 地: '（地方做法）', 拟: '（本软件默认）', '？': '（来源不一致）' }
}

/** A source by its document and article, with “待核” where the rule book is not sure of it. */
export function sourceInWords({ document, article, mark }: AlertSource): string {
  if (document === '本软件默认口径') return document
  return `${document}${article}${markWords[mark]}`
}

/** The last day in time; a finding that never was in time has none. */
const dueWords = ({ due }: Pick<AlertView, 'due'>, year: number): string => (due === null ? '—' : dayIn(year, due))

type Look = Pick<AlertPaper, 'isOfMany' | 'year'>

const whose = (one: AlertView, { isOfMany }: Look): string => (isOfMany ? `${one.label}\n` : '')

const alertRow = (one: AlertView, index: number, look: Look): GridCell[] => [
  `${index + 1}`,
  `${one.code}\n${one.title}`,
  `${whose(one, look)}${inYear(one.subject, look.year)}`,
  dueWords(one, look.year),
  inYear(one.message, look.year),
  onPaper(sourceInWords(one.rule))
]

const alertGrid = (alerts: readonly AlertView[], look: Look): Block => ({
  kind: 'grid',
  columns: [
    { title: '序号', width: 36, align: 'center' },
    { title: '预警', width: 84, align: 'center' },
    { title: look.isOfMany ? '党组织\n和事项' : '事项', width: 124 },
    { title: '期限', width: 90, align: 'center' },
    { title: '要做什么', width: 185 },
    { title: '依据', width: 118 }
  ],
  rows: alerts.map((one, index) => alertRow(one, index, look))
})

const heading = (position: number, text: string): Block => ({
  kind: 'heading',
  level: 1,
  text: numbered(1, position, text)
})

const snoozedGrid = (snoozed: readonly SnoozedView[], look: Look): Block => ({
  kind: 'grid',
  columns: [
    { title: '序号', width: 36, align: 'center' },
    { title: '预警', width: 84, align: 'center' },
    { title: look.isOfMany ? '党组织\n和事项' : '事项', width: 140 },
    { title: '级别', width: 46, align: 'center' },
    { title: '推迟到', width: 76, align: 'center' },
    { title: '原因', width: 165 },
    { title: '推迟的人\n和日期', width: 90, align: 'center' }
  ],
  rows: snoozed.map((one, index): GridCell[] => [
    ...[`${index + 1}`, `${one.code}\n${one.title}`, `${whose(one, look)}${inYear(one.subject, look.year)}`],
    ...[alertLevelNames[one.level], dayIn(look.year, one.snooze.until), onPaper(one.snooze.reason)],
    `${one.snooze.accountName}\n${dayIn(look.year, one.snooze.at)}`
  ])
})

const offGrid = (off: readonly OffView[], year: number): Block => ({
  kind: 'grid',
  columns: [
    { title: '预警', width: 140 },
    { title: '停用的原因', width: 367 },
    { title: '停用的人\n和日期', width: 130, align: 'center' }
  ],
  rows: off.map(({ code, title, reason, accountName, changedOn }): GridCell[] => [
    ...[`${code}${title}`, onPaper(reason), `${accountName}\n${dayIn(year, changedOn)}`]
  ])
})

function partsOf(paper: AlertPaper): { title: string; block: Block }[] {
  const { alerts, snoozed, off, year } = paper
  const levels = alertLevels.flatMap((level) => {
    const own = alerts.filter((one) => one.level === level)
    return own.length === 0
      ? []
      : [{ title: `${alertLevelNames[level]}预警（${own.length}条）`, block: alertGrid(own, paper) }]
  })
  return [
    ...levels,
    ...(snoozed.length === 0
      ? []
      : [{ title: `已推迟的预警（${snoozed.length}条）`, block: snoozedGrid(snoozed, paper) }]),
    ...(off.length === 0 ? [] : [{ title: `已停用的预警（${off.length}种）`, block: offGrid(off, year) }])
  ]
}

/** 预警清单, turned: by level, then what is put off and what is switched off (rules.md §12.9). */
export function alertDocument(paper: AlertPaper): DocumentModel {
  const { organisation, year, date, counts, alerts } = paper
  const title = `${year}年度预警清单`
  const said =
    alerts.length === 0
      ? '没有要处理的预警'
      : `预警${alerts.length}条：红色${counts.red}条，黄色${counts.yellow}条，蓝色${counts.blue}条`
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      internalMark,
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党组织：${organisation}`),
      plainLine(`${said}。统计到${dayOnPaper(date)}。`),
      ...partsOf(paper).flatMap((part, index) => [heading(index + 1, part.title), part.block])
    ]
  }
}

const columns = (...all: readonly (readonly [header: string, width: number])[]) =>
  all.map(([header, width]) => ({ header, width }))

/** The same as a sheet, one line for each finding; what is put off says until when and why. */
export const alertSheet = ({ alerts, snoozed }: Pick<AlertPaper, 'alerts' | 'snoozed'>): SheetOut => {
  const line = (one: AlertView): RawCell[] => [
    ...[alertLevelNames[one.level], one.code, one.title, one.label, one.subject, one.due, one.message],
    ...[one.rule.id, sourceInWords(one.rule)]
  ]
  return {
    name: '预警清单',
    columns: [
      ...columns(['级别', 8], ['编码', 8], ['预警', 16], ['党组织', 24], ['事项', 40], ['期限', 14], ['要做什么', 60]),
      ...columns(['规则', 10], ['依据', 40], ['推迟到', 14], ['推迟的原因', 40], ['推迟的人', 12])
    ],
    rows: [
      ...alerts.map((one): RawCell[] => [...line(one), null, null, null]),
      ...snoozed.map((one): RawCell[] => [
        ...line(one),
        ...[one.snooze.until, one.snooze.reason, one.snooze.accountName]
      ])
    ]
  }
}
