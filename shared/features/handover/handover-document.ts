import type { Block, DocumentModel, GridCell } from '../../documents/document-model.ts'
import { internalMark, plainLine, signHere, typedText } from '../../documents/form-parts.ts'
import { numbered } from '../../documents/numbering.ts'
import { type Day, dayOnPaper, partsOf, yearOf } from '../../kernel/dates.ts'

/** A task or a rectification that is not done; `label` the organisation, `origin` where it comes from, `state` in words. */
export type OpenMatter = {
  label: string
  subject: string
  origin: string
  person: string
  due: Day | null
  state: string
}

/** The term of an organisation, with what the rules say of it today; `note` '' where it simply runs. */
export type TermLine = { label: string; electedOn: Day | null; endsOn: Day | null; note: string }

/** A post that is vacant, or whatever else W22 found. */
export type VacancyLine = { label: string; message: string }

/** What the office has set for itself: since when, why, and who set it on what day. */
export type SettingLine = { subject: string; value: string; note: string; by: string }

/** 工作交接单 of an organisation with all below it, as it stands on the day; `isOfMany` where each line names its organisation. */
export type Handover = {
  organisation: string
  isOfMany: boolean
  date: Day
  tasks: readonly OpenMatter[]
  rectifications: readonly OpenMatter[]
  terms: readonly TermLine[]
  vacancies: readonly VacancyLine[]
  settings: readonly SettingLine[]
}

/** Days of this year without their year, so that a column holds them in one line. */
function onPaper(day: Day | null, today: Day): string {
  if (day === null) return '—'
  const { month, day: date } = partsOf(day)
  return yearOf(day) === yearOf(today) ? `${month}月${date}日` : dayOnPaper(day)
}

const matters = (lines: readonly OpenMatter[], { isOfMany, date }: Handover, what: string): Block => ({
  kind: 'grid',
  columns: [
    { title: '序号', width: 34, align: 'center' },
    { title: what, width: 170 },
    { title: isOfMany ? '党组织\n和来源' : '来源', width: 118 },
    { title: '责任人', width: 54, align: 'center' },
    { title: '期限', width: 66, align: 'center' },
    { title: '状态', width: 64, align: 'center' }
  ],
  rows: lines.map(({ label, subject, origin, person, due, state }, at): GridCell[] => [
    ...[`${at + 1}`, typedText(subject)],
    [isOfMany ? label : '', origin].filter((words) => words !== '').join('\n'),
    ...[person, onPaper(due, date), state]
  ])
})

const termGrid = (terms: readonly TermLine[]): Block => ({
  kind: 'grid',
  columns: [
    { title: '党组织', width: 124 },
    { title: '本届选举', width: 100, align: 'center' },
    { title: '任期届满', width: 100, align: 'center' },
    { title: '要办的事', width: 182 }
  ],
  rows: terms.map(({ label, electedOn, endsOn, note }): GridCell[] => [
    ...[label, electedOn === null ? '—' : dayOnPaper(electedOn), endsOn === null ? '—' : dayOnPaper(endsOn)],
    note === '' ? '任期内' : note
  ])
})

const settingGrid = (settings: readonly SettingLine[]): Block => ({
  kind: 'grid',
  columns: [
    { title: '项目', width: 130 },
    { title: '本单位怎么定', width: 130 },
    { title: '依据和说明', width: 156 },
    { title: '谁、何时定', width: 90, align: 'center' }
  ],
  rows: settings.map(({ subject, value, note, by }): GridCell[] => [subject, value, typedText(note), by])
})

type Part = { title: string; none: string; blocks: readonly Block[] }

function chaptersOf(handover: Handover): Part[] {
  const { tasks, rectifications, terms, vacancies, settings, isOfMany } = handover
  return [
    {
      title: `没有办完的任务（${tasks.length}件）`,
      none: '没有。',
      blocks: tasks.length === 0 ? [] : [matters(tasks, handover, '任务')]
    },
    {
      title: `没有完成的整改（${rectifications.length}个）`,
      none: '没有。',
      blocks: rectifications.length === 0 ? [] : [matters(rectifications, handover, '问题')]
    },
    {
      title: '任期和职务',
      none: '没有登记选举日期。',
      blocks: [
        ...(terms.length === 0 ? [] : [termGrid(terms)]),
        ...vacancies.map(({ label, message }) => plainLine(isOfMany ? `${label}：${message}` : message))
      ]
    },
    {
      title: `本单位自己定的规则（${settings.length}项）`,
      none: '没有改动，按程序带的规则计算。',
      blocks: settings.length === 0 ? [] : [settingGrid(settings)]
    }
  ]
}

/** 工作交接单: what the one who takes over has to go on with, signed by both sides. The records themselves stay in the program. */
export function handoverDocument(handover: Handover): DocumentModel {
  const { organisation, date } = handover
  return {
    profile: 'form',
    meta: { title: '党务工作交接单', author: organisation, date },
    blocks: [
      internalMark,
      { kind: 'title', lines: [organisation, '党务工作交接单'] },
      plainLine(`统计到${dayOnPaper(date)}。`),
      ...chaptersOf(handover).flatMap(({ title: heading, none, blocks }, at): Block[] => [
        { kind: 'heading', level: 1, text: numbered(1, at + 1, heading) },
        ...(blocks.length === 0 ? [plainLine(none)] : blocks)
      ]),
      signHere(['移交人', '接收人', '监交人'], 6, dayOnPaper(date))
    ]
  }
}
