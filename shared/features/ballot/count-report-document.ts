import type { Block, DocumentModel, GridCell, KeyValueBlock, KeyValueCell } from '../../documents/document-model.ts'
import { blankDay, internalMark, plainLine, signHere } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { type Count, isVoid, scales, type Tally } from './ballot.ts'
import { shownLine } from './secrecy-rules.ts'

/**
 * The report of a count. `matter` is what was voted on, such as 2026年度民主评议党员测评; `part` the class or group, '' for all.
 * `tally` holds the settled totals, null while there are none; `agreed` whether both clerks found the same. `date` is the
 * day of the vote. Figures by line are printed only where `withFigures` is set: for the secretary and 组织委员.
 */
export type CountReport = {
  organisation: string
  matter: string
  part: string
  date: Day
  expected: number | null
  present: number | null
  count: Pick<Count, 'way' | 'scale' | 'lines' | 'issued' | 'returned' | 'passes' | 'teller'>
  tally: Tally | null
  agreed: boolean | null
  withFigures: boolean
}

const heading = '计票报告单'

const figure = (value: number | null | undefined, unit: string): string => `${value ?? '\u3000\u3000'}${unit}`

const facts = (rows: readonly (readonly [label: string, value: string])[][]): KeyValueBlock => ({
  kind: 'keyValues',
  columns: [16, 34, 16, 34],
  rows: rows.map((row) =>
    row.map(
      ([label, value]): KeyValueCell => ({ label, value, minLines: 1.6, ...(row.length === 1 ? { span: 3 } : {}) })
    )
  )
})

/** Whether the vote holds, and what was found. */
function verdictOf({ count, tally }: CountReport): string {
  if (count.issued === null || count.returned === null) return ''
  if (isVoid(count)) return `无效。收回${count.returned}张，多于发出的${count.issued}张，全部作废，须重新测评。`
  const missing = count.issued - count.returned
  const uncounted = tally === null && count.lines.length > 0
  return `有效。${missing > 0 ? `有${missing}张没有收回。` : '发出的票全部收回。'}${uncounted ? '尚未计票。' : ''}`
}

function wayOf({ count: { way, passes }, agreed }: CountReport): string {
  if (way === 'desk') return '在本机无记名投票，票箱关闭后由程序计票。'
  // Counted elsewhere: how is not known here.
  if (passes.length === 0) return ''
  const clerks = passes.map(({ clerk }) => clerk).filter((clerk) => clerk !== '')
  const by = clerks.length === 0 ? '' : `（${clerks.join('、')}）`
  const result = agreed === null ? '' : agreed ? '，结果一致' : '，结果不一致'
  return `纸质票，${passes.length > 1 ? '两遍分别计' : '计一遍'}${by}${result}。`
}

const factRows = (report: CountReport): (readonly [string, string])[][] => {
  const { count, tally, date, organisation, matter, part } = report
  return [
    [['党组织', organisation]],
    [['测评事项', `${matter}${part === '' ? '' : `（${part}）`}`]],
    [
      ['测评日期', dayOnPaper(date)],
      ['应到、实到', `${figure(report.expected, '人')}，${figure(report.present, '人')}`]
    ],
    [
      ['发出票', figure(count.issued, '张')],
      ['收回票', figure(count.returned, '张')]
    ],
    [
      ['有效整票', figure(tally?.ballots, '张')],
      ['作废整票', figure(tally?.voided, '张')]
    ],
    [['是否有效', verdictOf(report)]],
    [['计票方法', wayOf(report)]]
  ]
}

/** Each line with its totals, where so many voted that they tell nothing about one voter. */
function figureRows({ count, tally }: CountReport): GridCell[][] {
  const width = scales[count.scale].length + 2
  return count.lines.map(({ key, subject, question }, index): GridCell[] => {
    const name = question === null ? subject : `${subject}：${question}`
    const line = tally?.lines[key]
    if (line === undefined) return [`${index + 1}`, name, { content: '', columns: width }]
    const shown = shownLine(line)
    if (!shown.shown) return [`${index + 1}`, name, { content: shown.why, columns: width }]
    return [`${index + 1}`, name, ...[shown.valid, ...shown.counts, shown.abstained].map(String)]
  })
}

const figures = (report: CountReport): Block[] => [
  plainLine('各项得票：'),
  {
    kind: 'grid',
    columns: [
      { title: '序号', width: 30, align: 'center' },
      { title: '测评对象', width: 130 },
      ...['有效', ...scales[report.count.scale], '弃权'].map((title) => ({
        title,
        width: 47,
        align: 'center' as const
      }))
    ],
    rows: figureRows(report)
  }
]

const signatures = ({ count, date }: CountReport): Block => {
  const clerks = count.way === 'desk' ? ['监票人', '主持人'] : ['计票人', '计票人', '监票人', '主持人']
  return signHere(clerks, 5, dayOnPaper(date))
}

/** 计票报告单 of one pile. Without figures it may be read out; with them it stays in the branch and says so. */
export function countReportDocument(report: CountReport): DocumentModel {
  const hasFigures = report.withFigures && report.tally !== null && !isVoid(report.count)
  return {
    profile: 'form',
    meta: { title: heading, author: report.organisation, subject: report.matter, date: report.date },
    blocks: [
      ...(hasFigures ? [internalMark] : []),
      { kind: 'title', lines: titleLines(heading) },
      facts(factRows(report)),
      ...(hasFigures ? figures(report) : []),
      signatures(report)
    ]
  }
}

/** The form to fill in by hand, for two clerks. */
export const blankCountReport = (organisation: string, matter: string, today: Day): DocumentModel => ({
  profile: 'form',
  meta: { title: `${heading}（空白表）`, author: organisation, date: today },
  blocks: [
    { kind: 'title', lines: [heading] },
    facts([
      [['党组织', organisation]],
      [['测评事项', matter]],
      [
        ['测评日期', blankDay],
        ['应到、实到', `${figure(null, '人')}，${figure(null, '人')}`]
      ],
      [
        ['发出票', figure(null, '张')],
        ['收回票', figure(null, '张')]
      ],
      [
        ['有效整票', figure(null, '张')],
        ['作废整票', figure(null, '张')]
      ],
      [['是否有效', '□有效\u3000\u3000□无效，理由：']],
      [['计票方法', '两遍分别计，结果\u3000□一致\u3000\u3000□不一致']]
    ]),
    signHere(['计票人', '计票人', '监票人', '主持人'], 5, blankDay)
  ]
})
