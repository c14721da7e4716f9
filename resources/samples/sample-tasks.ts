import { addDays, type Day } from '../../shared/kernel/dates.ts'
import { proposedPerson, proposedSubject } from '../../shared/features/task/task-rules.ts'
import { branchOf, type Row } from './sample-branches.ts'
import { storyDay } from './sample-calendar.ts'
import { type Chance, chanceOf, oneOf } from './sample-chance.ts'
import { workday } from './sample-days.ts'
import { agendaRows, meetingRows } from './sample-meetings.ts'
import { membersOn, referenceTo } from './sample-office.ts'

const results = [
  '已办完，结果在支委会上作了通报。',
  '已完成，材料存支部。',
  '按期办结，没有遗留问题。',
  '已办完，相关同志都已知晓。'
]

const meetings = new Map(meetingRows.map((row) => [row['会议编号'], row]))

/** Most are done in time, a few late, and a few of those due are still open. */
function endOf(pick: Chance, held: Day, due: Day): Row {
  const early = workday(addDays(due, -pick(9)))
  const done = pick(9) === 0 ? workday(addDays(due, 3 + pick(6))) : early < held ? workday(due) : early
  const open = done > storyDay || pick(14) === 0
  return open ? {} : { 完成日期: done, 结果: oneOf(pick, results) }
}

/** A resolution that charges somebody becomes a task now and then. */
function taskOf(item: Row): Row[] {
  const meeting = meetings.get(item['会议编号'] ?? null)
  const [code, held] = [String(meeting?.['组织编码'] ?? ''), String(meeting?.['日期'] ?? '')]
  const types = String(meeting?.['类型'] ?? '')
  if (!types.includes('支委会') && !types.includes('党员大会')) return []
  const pick = chanceOf(`task ${item['会议编号'] ?? ''} ${item['序号'] ?? ''}`)
  const resolution = String(item['决议'] ?? '')
  const people = membersOn(branchOf(code).code, held)
  const name = proposedPerson(
    resolution,
    people.map((person) => person.name)
  )
  const person = people.find((one) => one.name === name)
  if (person === undefined || pick(3) > 0) return []
  const due = workday(addDays(held, 12 + pick(30)))
  return [
    {
      来源会议编号: item['会议编号'] ?? null,
      来源议题序号: item['序号'] ?? null,
      组织编码: code,
      事项: proposedSubject({ title: String(item['议题'] ?? ''), resolution }),
      责任人: referenceTo(person, code),
      期限: due,
      ...endOf(pick, held, due)
    }
  ]
}

/** Tasks the 党委 set without a meeting of its own on record. */
const ownTasks: readonly Row[] = [
  { 组织编码: 'DW01', 事项: '收齐各支部2026年学时依据', 责任人: '各党支部书记', 期限: '2026-12-10' },
  { 组织编码: 'DW01', 事项: '核对年度材料目录，列出缺件', 责任人: '林慧', 期限: '2026-11-27' }
]

/** Rows of 任务. */
export const taskRows: readonly Row[] = [...agendaRows.flatMap(taskOf), ...ownTasks]
