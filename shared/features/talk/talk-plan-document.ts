import type { CellContent, DocumentModel, GridColumn, ParagraphBlock } from '../../documents/document-model.ts'
import { titleLines } from '../../documents/title-lines.ts'
import type { RawCell, SheetOut } from '../../kernel/cells.ts'
import { type Day, dayOnPaper } from '../../kernel/dates.ts'
import { dayIn, internalLine } from './talk-form.ts'
import { talkKindName } from './talk-kinds.ts'
import type { TalkPlan } from './talk-plan.ts'

/** A planned talk; `heldOn` is the day of its record, null where there is none yet. */
export type TalkPlanLine = { plan: TalkPlan; heldOn: Day | null }

/** 谈话计划 of a branch in a year; `date` is the day it is printed. */
export type TalkPlanPaper = { organisation: string; year: number; date: Day; lines: readonly TalkPlanLine[] }

const paragraph = (text: string): ParagraphBlock => ({
  kind: 'paragraph',
  align: 'left',
  indentCells: 0,
  runs: [{ text }]
})

/** Widths are points of a text 442 wide. */
const columns: GridColumn[] = [
  { title: '序号', width: 34, align: 'center' },
  { title: '日期', width: 68, align: 'center' },
  { title: '谈话人', width: 62, align: 'center' },
  { title: '谈话对象', width: 62, align: 'center' },
  { title: '类型', width: 90 },
  { title: '备注', width: 60 },
  { title: '完成情况', width: 66, align: 'center' }
]

/** By day; on one day as they were planned. */
const inOrder = (lines: readonly TalkPlanLine[]): TalkPlanLine[] =>
  [...lines].sort((a, b) => (a.plan.plannedOn < b.plan.plannedOn ? -1 : a.plan.plannedOn > b.plan.plannedOn ? 1 : 0))

const rowOf = ({ plan, heldOn }: TalkPlanLine, index: number, year: number): CellContent[] => [
  `${index + 1}`,
  dayIn(year, plan.plannedOn),
  plan.talker.name,
  plan.partner.name,
  talkKindName(plan.kind),
  plan.note ?? '',
  heldOn === null ? '□' : dayIn(year, heldOn)
]

/** 每人几次, whoever asked: the busiest first, people with the same number together in the order of the plan. */
function talksPerPerson(lines: readonly TalkPlanLine[]): { times: number; names: string[] }[] {
  const people = new Map<string, { name: string; times: number }>()
  for (const { plan } of inOrder(lines))
    for (const { memberId, name } of [plan.talker, plan.partner])
      people.set(memberId, { name, times: (people.get(memberId)?.times ?? 0) + 1 })
  const groups = Map.groupBy(people.values(), ({ times }) => times)
  return [...groups]
    .sort(([one], [other]) => other - one)
    .map(([times, group]) => ({ times, names: group.map(({ name }) => name) }))
}

/** So many people with the same number are named; of more there is only how many they are. */
const mostNamed = 12

const groupOnPaper = ({ times, names }: { times: number; names: readonly string[] }): string => {
  if (names.length > mostNamed) return `${names.length}人各${times}次`
  return `${names.join('、')}${names.length > 1 ? '各' : ''}${times}次`
}

const totals = (lines: readonly TalkPlanLine[]): string =>
  `每人次数：${talksPerPerson(lines).map(groupOnPaper).join('；')}。`

/** 谈话计划表 of a branch, day by day, with how often each takes part. */
export function talkPlanDocument({ organisation, year, date, lines }: TalkPlanPaper): DocumentModel {
  const title = `${year}年度谈话计划表`
  const held = lines.filter(({ heldOn }) => heldOn !== null).length
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      internalLine(),
      { kind: 'title', lines: titleLines(title) },
      paragraph(`党组织：${organisation}`),
      paragraph(`制表日期：${dayOnPaper(date)}；计划谈话${lines.length}次，已谈${held}次。`),
      ...(lines.length === 0
        ? [paragraph('没有计划。')]
        : [
            {
              kind: 'grid' as const,
              columns,
              rows: inOrder(lines).map((line, index) => rowOf(line, index, year))
            },
            paragraph(totals(lines))
          ])
    ]
  }
}

/** The same as a sheet; days stay days. */
export const talkPlanSheet = ({ lines }: TalkPlanPaper): SheetOut => ({
  name: '谈话计划表',
  columns: [
    { header: '序号', width: 8 },
    { header: '计划日期', width: 13 },
    { header: '谈话人', width: 14 },
    { header: '谈话对象', width: 14 },
    { header: '类型', width: 24 },
    { header: '备注', width: 30 },
    { header: '谈话日期', width: 13 }
  ],
  rows: inOrder(lines).map(({ plan, heldOn }, index): RawCell[] => [
    index + 1,
    plan.plannedOn,
    plan.talker.name,
    plan.partner.name,
    talkKindName(plan.kind),
    plan.note,
    heldOn
  ])
})
