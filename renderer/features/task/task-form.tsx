import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useRef } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { PersonField } from '../../app/person-field.tsx'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'

export const blankTask = (organisationId: string): Task => ({
  id: '',
  organisationId,
  subject: '',
  source: null,
  person: null,
  dueOn: null,
  doneOn: null,
  result: null
})

const placed = ['organisationId', 'subject', 'person', 'dueOn', 'doneOn', 'result']

type Props = {
  task: Task
  organisations: Outputs['organisation']['tree']
  onSaved: (task: Task) => void
  onRemove: () => void
  onClose: () => void
}

type Parts = { value: Task; change: (part: Partial<Task>) => void; fault: (field: string) => string | undefined }

function TaskFields({ value, change, fault, organisations }: Parts & Pick<Props, 'organisations'>) {
  return (
    <div className="task-form-row">
      <Field label="党组织" for="task-organisation" fault={fault('organisationId')}>
        <Select
          id="task-organisation"
          style={{ width: '100%' }}
          value={value.organisationId}
          options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(organisationId) => change({ organisationId, person: null })}
        />
      </Field>
      <TextField
        id="task-subject"
        label="事项"
        value={value.subject}
        maxLength={500}
        autoFocus
        fault={fault('subject')}
        onChange={(subject) => change({ subject: subject ?? '' })}
      />
      <PersonField
        id="task-person"
        label="责任人"
        organisationId={value.organisationId}
        value={value.person}
        fault={fault('person')}
        onChange={(person) => change({ person })}
      />
      <DayField
        id="task-due"
        label="期限"
        value={value.dueOn}
        fault={fault('dueOn')}
        onChange={(dueOn) => change({ dueOn })}
      />
    </div>
  )
}

/** How it ended; asked only of a task that is there already. */
const EndFields = ({ value, change, fault }: Parts) => (
  <div className="task-form-row ending">
    <DayField
      id="task-done"
      label="完成日期"
      value={value.doneOn}
      fault={fault('doneOn')}
      onChange={(doneOn) => change({ doneOn })}
    />
    <TextField
      id="task-result"
      label="结果"
      value={value.result}
      maxLength={2000}
      fault={fault('result')}
      onChange={(result) => change({ result })}
    />
  </div>
)

/** One task, new or again. What is typed and not saved is there again when the form is opened anew. */
export function TaskForm({ task, organisations, onSaved, onRemove, onClose }: Props) {
  const queries = useQueryClient()
  const draft = useStoredDraft(task.id === '' ? 'task' : `task ${task.id}`, task)
  const form = useRef<HTMLFormElement>(null)
  const saving = useMutation({
    mutationFn: (value: Task) => client.task.save.mutate(value),
    onSuccess: async (kept) => {
      draft.forget()
      await queries.invalidateQueries()
      onSaved(kept)
    }
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const giveUp = (): void => {
    draft.forget()
    onClose()
  }
  useEscape(onClose)
  const parts = { value: draft.value, change: draft.change, fault: (field: string) => faultAt(problem, field) }
  return (
    <form
      ref={form}
      className="card task-form"
      noValidate
      aria-label={task.id === '' ? '加任务' : '修改任务'}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(draft.value)
      }}
    >
      <TaskFields {...parts} organisations={organisations} />
      {task.id === '' ? null : <EndFields {...parts} />}
      {problem === null || placed.includes(problem.field ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存任务
        </Button>
        <Button onClick={giveUp}>{draft.dirty ? '不改了' : '关闭'}</Button>
        {task.id === '' ? null : (
          <Button type="text" danger className="push" onClick={onRemove}>
            删除任务
          </Button>
        )}
      </div>
    </form>
  )
}
