import type { DocumentModel, GridCell } from '../../documents/document-model.ts'
import { plainLine, signHere, typedText } from '../../documents/form-parts.ts'
import { titleLines } from '../../documents/title-lines.ts'
import { type Day, dayOnPaper, partsOf, yearOf } from '../../kernel/dates.ts'
import type { Task } from './task.ts'
import { taskState, taskStateWords } from './task-rules.ts'

/** A task with the organisation it is of and where it comes from, in words. */
export type TaskRow = { task: Task; label: string; origin: string }

/** 责任派单台账 of a year; `isOfMany` where each line names its organisation. */
export type TaskLedger = {
  organisation: string
  isOfMany: boolean
  year: number
  date: Day
  rows: readonly TaskRow[]
}

/** Due or done in the year; one without any day is of the year it is still open in, the last. */
export const isTaskOfYear = ({ dueOn, doneOn }: Pick<Task, 'dueOn' | 'doneOn'>, year: number, today: Day): boolean =>
  dueOn === null && doneOn === null
    ? yearOf(today) === year
    : [dueOn, doneOn].some((day) => day !== null && yearOf(day) === year)

const dayOf = (day: Day | null, year: number): string => {
  if (day === null) return ''
  const { month, day: date } = partsOf(day)
  return yearOf(day) === year ? `${month}月${date}日` : dayOnPaper(day)
}

/** How it ended: what was written of it, else its state on the day. */
function outcome({ task }: TaskRow, date: Day): string {
  if (taskState(task, date) !== 'done') return taskStateWords(task, date).replaceAll(' ', '')
  return task.result ?? '已完成'
}

/** 责任派单台账, turned: who was charged with what until when, and what came of it (rules.md §9.2 “办”, §9.5 ②). */
export function taskLedgerDocument({ organisation, isOfMany, year, date, rows }: TaskLedger): DocumentModel {
  const title = `${year}年度责任派单台账`
  const count = (state: ReturnType<typeof taskState>): number =>
    rows.filter(({ task }) => taskState(task, date) === state).length
  const open = rows.length - count('done')
  return {
    profile: 'form',
    meta: { title, author: organisation, date },
    blocks: [
      { kind: 'section', direction: 'landscape' },
      { kind: 'title', lines: titleLines(title, 30) },
      plainLine(`党组织：${organisation}`),
      plainLine(
        `任务${rows.length}件：已完成${count('done')}件，没有完成${open}件，其中逾期${count('overdue')}件。统计到${dayOnPaper(date)}。`
      ),
      {
        kind: 'grid',
        columns: [
          { title: '序号', width: 38, align: 'center' },
          { title: '事项', width: 210 },
          { title: isOfMany ? '党组织\n和来源' : '来源', width: 120 },
          { title: '责任人', width: 62, align: 'center' },
          { title: '期限', width: 72, align: 'center' },
          { title: '完成日期', width: 72, align: 'center' },
          { title: '结果', width: 108 }
        ],
        rows: rows.map((row, at): GridCell[] => {
          const { task, label, origin } = row
          return [
            ...[`${at + 1}`, typedText(task.subject)],
            [isOfMany ? label : '', origin].filter((words) => words !== '').join('\n'),
            ...[task.person?.name ?? '', dayOf(task.dueOn, year), dayOf(task.doneOn, year)],
            typedText(outcome(row, date))
          ]
        })
      },
      signHere(['负责人'], 6, dayOnPaper(date))
    ]
  }
}
