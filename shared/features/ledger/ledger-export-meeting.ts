import type { RawCell } from '../../kernel/cells.ts'
import type { Day } from '../../kernel/dates.ts'
import type { AgendaItem, Meeting, Person } from '../meeting/meeting.ts'
import { discussionCell, voteColumns } from './ledger-agenda-row.ts'
import { clipText, formatAbsence, formatMaterial } from './ledger-texts.ts'

/** A row by the name of the column; what is left out stays blank. */
export type NamedCells = Readonly<Record<string, RawCell>>

export const dayCell = (day: string | null): RawCell => (day === null ? null : { day, time: null })
export const yesNoCell = (value: boolean | null): RawCell => (value === null ? null : value ? '是' : '否')

/** How records are called in the workbook: organisations by code, people so that reading finds the same ones. */
export type Naming = {
  codeOf: (organisationId: string | null) => string | null
  nameOf: (person: Person, organisationId: string, day: Day) => string
}

export function meetingRow(meeting: Meeting, { codeOf, nameOf }: Naming): NamedCells {
  const named = (person: Person | null): string | null =>
    person ? nameOf(person, meeting.organisationId, meeting.date) : null
  return {
    会议编号: meeting.number,
    组织编码: codeOf(meeting.organisationId),
    类型: meeting.types.join('、'),
    名称: meeting.name,
    所属年度: meeting.year,
    计划日期: dayCell(meeting.plannedOn),
    日期: dayCell(meeting.date),
    开始: meeting.start,
    结束: meeting.end,
    地点: meeting.place,
    主持人: named(meeting.host),
    记录人: named(meeting.recorder),
    缺席: meeting.absences.map((absence) => formatAbsence(named(absence) ?? '', absence.reason)).join('、'),
    实到: meeting.statedPresent,
    迟到早退: meeting.lateOrEarly.map(named).join('、'),
    列席: meeting.guests.join('、'),
    主讲人: named(meeting.lecturer),
    课题: meeting.topic,
    学时: meeting.hours,
    主题: meeting.theme,
    学习材料: meeting.materials.map(formatMaterial).join('、'),
    会议记录: meeting.minutes === null ? null : clipText(meeting.minutes),
    写成日期: dayCell(meeting.writtenOn)
  }
}

export function agendaRow(meeting: Meeting, item: AgendaItem, { nameOf }: Naming): NamedCells {
  const named = (person: Person): string => nameOf(person, meeting.organisationId, meeting.date)
  const figures = Object.entries(voteColumns).map(([column, field]) => [column, item.vote?.[field] ?? null] as const)
  return {
    会议编号: meeting.number,
    序号: item.number,
    议题: item.title,
    类型: item.kind,
    被讨论人: item.subject && named(item.subject),
    讨论发言: discussionCell(item.discussion, ({ speaker }) => named(speaker)),
    决议: item.resolution,
    表决: yesNoCell(item.vote !== null),
    表决方式: item.vote?.method ?? null,
    ...Object.fromEntries(figures)
  }
}
