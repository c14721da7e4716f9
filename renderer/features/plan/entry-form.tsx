import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { PlanEntry } from '../../../shared/features/plan/plan.ts'
import { readTime } from '../../../shared/kernel/cells.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'

type Props = {
  entry: PlanEntry
  organisations: Outputs['organisation']['tree']
  onSaved: (entry: PlanEntry) => void
  onClose: () => void
}

const placed = ['organisationId', 'types', 'plannedOn', 'start', 'place', 'subject', 'note']

/** 9：00 and 900 become 09:00; what is no time stays, and is refused with a reason. */
function asTime(text: string | null): string | null {
  const reading = readTime(text)
  return reading.ok ? reading.value : text
}

type PartProps = {
  value: PlanEntry
  change: (part: Partial<PlanEntry>) => void
  fault: (field: string) => string | undefined
}

function TypeField({ value, change, fault }: PartProps) {
  const toggle = (type: PlanEntry['types'][number]): void =>
    change({ types: meetingTypes.filter((one) => (one === type) !== value.types.includes(one)) })
  const wrong = fault('types')
  return (
    <div className="field" role="group" aria-labelledby="plan-types">
      <span className="field-label" id="plan-types">
        会议类型
      </span>
      <div className="plan-types">
        {meetingTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="plan-type"
            aria-pressed={value.types.includes(type)}
            onClick={() => toggle(type)}
          >
            {type}
          </button>
        ))}
      </div>
      {wrong === undefined ? null : (
        <p className="field-fault" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

function EntryFields({ value, change, fault }: PartProps) {
  return (
    <>
      <div className="field-pair">
        <DayField
          id="plan-day"
          label="计划日期"
          value={value.plannedOn}
          autoFocus
          fault={fault('plannedOn')}
          onChange={(plannedOn) => change({ plannedOn: plannedOn ?? '' })}
        />
        <TextField
          id="plan-start"
          label="开始"
          value={value.start}
          maxLength={5}
          fault={fault('start')}
          onChange={(start) => change({ start })}
          onBlur={() => change({ start: asTime(value.start) })}
        />
      </div>
      <TypeField value={value} change={change} fault={fault} />
      <TextField
        id="plan-subject"
        label="主题或议题"
        value={value.subject}
        maxLength={200}
        fault={fault('subject')}
        onChange={(subject) => change({ subject })}
      />
      <TextField
        id="plan-place"
        label="地点"
        value={value.place}
        maxLength={100}
        fault={fault('place')}
        onChange={(place) => change({ place })}
      />
      <TextField
        id="plan-note"
        label="备注"
        value={value.note}
        maxLength={500}
        fault={fault('note')}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

/** One entry, new or again. What is typed and not saved is there again when the form is opened anew. */
export function EntryForm({ entry, organisations, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  const draft = useStoredDraft(entry.id === '' ? `plan ${entry.plannedOn}` : `plan ${entry.id}`, entry)
  const saving = useMutation({
    mutationFn: (value: PlanEntry) => client.plan.save.mutate({ ...value, start: asTime(value.start) }),
    onSuccess: async (kept) => {
      draft.forget()
      await queries.invalidateQueries()
      onSaved(kept)
    }
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const fault = (field: string) => faultAt(problem, field)
  const giveUp = (): void => {
    draft.forget()
    onClose()
  }
  return (
    <form
      className="plan-form"
      noValidate
      aria-label={entry.id === '' ? '加计划' : '改期和修改'}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(draft.value)
      }}
    >
      <Field label="党组织" for="plan-organisation" fault={fault('organisationId')}>
        <Select
          id="plan-organisation"
          style={{ width: '100%' }}
          value={draft.value.organisationId}
          options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(organisationId) => draft.change({ organisationId })}
        />
      </Field>
      <EntryFields value={draft.value} change={draft.change} fault={fault} />
      {problem === null || placed.includes(problem.field?.split('.')[0] ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存计划
        </Button>
        <Button onClick={giveUp}>{draft.dirty ? '不改了' : '返回'}</Button>
      </div>
    </form>
  )
}
