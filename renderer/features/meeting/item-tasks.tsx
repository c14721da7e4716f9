import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { AgendaItem, Person } from '../../../shared/features/meeting/meeting.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { proposedPerson, proposedSubject, taskStateWords } from '../../../shared/features/task/task-rules.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { personOf } from './agenda-changes.ts'
import type { Draft } from './meeting-draft.ts'
import { PersonInput, peopleOf } from './person-input.tsx'

/** Reads the tasks of the meeting anew, and nothing else: the record under the pen must not be fetched over. */
function useTaskChange(draft: Draft, change: (task: Task) => Promise<unknown>, onDone: (task: Task) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (task: Task) => {
      await draft.flush()
      await change(task)
      await queries.invalidateQueries({ queryKey: api.task.ofMeeting.queryKey({ id: draft.meeting.id }) })
      return task
    },
    onSuccess: onDone
  })
}

/** The person the resolution charges, as somebody of the roll. */
function chargedIn({ roll }: Draft, item: AgendaItem): Person | null {
  const people = peopleOf(roll)
  return personOf(proposedPerson(item.resolution, [...people.keys()]), people)
}

type FormProps = { draft: Draft; item: AgendaItem; onClose: () => void }

/** A task out of a resolution: what is proposed, and who does it until when. */
function TaskEntry({ draft, item, onClose }: FormProps) {
  const [subject, setSubject] = useState<string | null>(proposedSubject(item))
  const [person, setPerson] = useState<Person | null>(() => chargedIn(draft, item))
  const form = useRef<HTMLFormElement>(null)
  const first = useRef(person === null ? 'person' : 'due')
  useEffect(() => form.current?.querySelector<HTMLElement>(`[id$="-${first.current}"]`)?.focus(), [])
  const [dueOn, setDueOn] = useState<string | null>(null)
  const saving = useTaskChange(draft, (task) => client.task.save.mutate(task), onClose)
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const at = `agenda-${item.number}-task`
  const source = { meetingId: draft.meeting.id, item: item.number }
  const { organisationId } = draft.meeting
  const save = (): void =>
    saving.mutate({
      ...{ id: '', organisationId, subject: subject ?? '', source, person, dueOn, doneOn: null, result: null }
    })
  return (
    <form
      ref={form}
      className="item-task-form"
      noValidate
      aria-label={`第 ${item.number} 个议题派任务`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextField
        id={`${at}-subject`}
        label="事项"
        value={subject}
        maxLength={500}
        fault={faultAt(problem, 'subject')}
        onChange={setSubject}
      />
      <Field label="责任人" for={`${at}-person`} fault={faultAt(problem, 'person')}>
        <PersonInput id={`${at}-person`} label="责任人" value={person} roll={draft.roll} onChange={setPerson} />
      </Field>
      <DayField id={`${at}-due`} label="期限" value={dueOn} fault={faultAt(problem, 'dueOn')} onChange={setDueOn} />
      <div className="item-task-actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          派任务
        </Button>
        <Button onClick={onClose}>不派了</Button>
      </div>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
    </form>
  )
}

function TaskLine({ draft, task, onRemoved }: { draft: Draft; task: Task; onRemoved: (task: Task) => void }) {
  const removing = useTaskChange(draft, ({ id }) => client.task.remove.mutate({ id }), onRemoved)
  return (
    <li className="item-task">
      <span className="item-task-subject">{task.subject}</span>
      <span>{task.person?.name ?? <span className="quiet">缺责任人</span>}</span>
      <span className="quiet">{task.dueOn === null ? '没有期限' : `${task.dueOn} 前`}</span>
      <span className="quiet">{taskStateWords(task, draft.desk.today)}</span>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`删除任务：${task.subject}`}
        loading={removing.isPending}
        onClick={() => removing.mutate(task)}
      />
    </li>
  )
}

type Props = { draft: Draft; item: AgendaItem; adding: boolean; onAdd: () => void; onClose: () => void }

/** The tasks of an item under its resolution. They are no part of the record: nothing of them is printed. */
export function ItemTasks({ draft, item, adding, onAdd, onClose }: Props) {
  const list = useQuery(api.task.ofMeeting.queryOptions({ id: draft.meeting.id }))
  const [removed, setRemoved] = useState<Task | null>(null)
  const restoring = useTaskChange(
    draft,
    (task) => client.task.save.mutate(task),
    () => setRemoved(null)
  )
  const own = (list.data ?? []).filter((task) => task.source?.item === item.number)
  return (
    <div className="item-tasks">
      {own.length === 0 ? null : (
        <ul aria-label={`第 ${item.number} 个议题的任务`}>
          {own.map((task) => (
            <TaskLine key={task.id} draft={draft} task={task} onRemoved={setRemoved} />
          ))}
        </ul>
      )}
      {removed === null ? null : (
        <p className="note">
          已删除“{removed.subject}” ·{' '}
          <button type="button" className="link" onClick={() => restoring.mutate(removed)}>
            撤销
          </button>
        </p>
      )}
      {adding ? (
        <TaskEntry draft={draft} item={item} onClose={onClose} />
      ) : (
        <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
          派任务 <Kbd>Alt T</Kbd>
        </Button>
      )}
    </div>
  )
}
