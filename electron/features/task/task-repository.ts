import { asc, eq, inArray } from 'drizzle-orm'
import { type Task, taskSchema } from '../../../shared/features/task/task.ts'
import { deleteRows, saveRow } from '../../store/rows.ts'
import { task } from '../../store/schema-meeting.ts'
import type { Tables } from '../../store/store.ts'

/** A task whose meeting was deleted has lost the number of its item too. */
const taskOf = ({ meetingId, itemNumber, personName, personId, ...row }: typeof task.$inferSelect): Task =>
  taskSchema.parse({
    ...row,
    source: meetingId === null ? null : { meetingId, item: itemNumber },
    person: personName === null ? null : { name: personName, memberId: personId }
  })

export const allTasks = (tables: Tables): Task[] =>
  tables.select().from(task).orderBy(asc(task.dueOn), asc(task.id)).all().map(taskOf)

export const tasksOf = (tables: Tables, organisationIds: readonly string[]): Task[] =>
  tables
    .select()
    .from(task)
    .where(inArray(task.organisationId, [...organisationIds]))
    .orderBy(asc(task.dueOn), asc(task.id))
    .all()
    .map(taskOf)

export const tasksOfMeeting = (tables: Tables, meetingId: string): Task[] =>
  tables
    .select()
    .from(task)
    .where(eq(task.meetingId, meetingId))
    .orderBy(asc(task.itemNumber), asc(task.dueOn), asc(task.id))
    .all()
    .map(taskOf)

/** Tasks a person is charged with. */
export const tasksNaming = (tables: Tables, memberId: string): Task[] =>
  tables.select().from(task).where(eq(task.personId, memberId)).all().map(taskOf)

export function taskById(tables: Tables, id: string): Task | null {
  const row = tables.select().from(task).where(eq(task.id, id)).get()
  return row === undefined ? null : taskOf(row)
}

export function saveTask(tables: Tables, { source, person, ...record }: Task): void {
  saveRow(tables, task, {
    ...record,
    meetingId: source?.meetingId ?? null,
    itemNumber: source?.item ?? null,
    personName: person?.name ?? null,
    personId: person?.memberId ?? null
  })
}

export const removeTask = (tables: Tables, id: string): void => deleteRows(tables, task, task.id, id)
