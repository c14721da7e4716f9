import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import {
  type Supervision,
  supervisionCodes,
  supervisionForms,
  type SupervisionKind,
  supervisionKinds
} from '../../../shared/features/supervision/supervision.ts'
import { hasForm, settleSupervision } from '../../../shared/features/supervision/supervision-rules.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { PersonField } from '../../app/person-field.tsx'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** A new entry; its number is given when it is kept. */
export const blankSupervision = (organisationId: string, today: string): Supervision => ({
  ...{ id: '', number: '', organisationId, kind: 'T08', form: '谈话', year: yearOf(today), date: today, by: null },
  ...{ person: { name: '', memberId: null }, basis: null, receivedOn: null, dueOn: null, answeredOn: null },
  ...{ until: null, visitOn: null, visitedOn: null, recordedOn: today }
})

const placed: readonly string[] = [
  ...['organisationId', 'kind', 'date', 'by', 'person', 'basis', 'receivedOn', 'dueOn', 'answeredOn', 'visitOn'],
  ...['visitedOn', 'number', 'person.name']
]

type Parts = {
  value: Supervision
  change: (part: Partial<Supervision>) => void
  fault: (field: string) => string | undefined
}

/** The regulation each kind rests on; those registered without one of their own go by the bounds of this register. */
const ruleOf = { T08: 'R5-02', T09: 'R5-02', T10: 'R5-02', T11: 'T11', T12: 'T12' } as const

const kindOptions = supervisionCodes.map((code) => ({ value: code, label: supervisionKinds[code] }))

function HeadFields({
  value,
  change,
  fault,
  organisations
}: Parts & { organisations: Outputs['organisation']['tree'] }) {
  return (
    <>
      <Field label="类型" for="supervision-kind">
        <Select<SupervisionKind>
          id="supervision-kind"
          style={{ width: '100%' }}
          value={value.kind}
          options={kindOptions}
          onChange={(kind) => change({ kind, form: hasForm(kind) ? (value.form ?? '谈话') : null })}
        />
      </Field>
      <Field label="党组织" for="supervision-organisation" fault={fault('organisationId')}>
        <Select
          id="supervision-organisation"
          style={{ width: '100%' }}
          value={value.organisationId}
          options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(organisationId) => change({ organisationId })}
        />
      </Field>
      <PersonField
        id="supervision-person"
        label="对象"
        organisationId={value.organisationId}
        value={value.person.name === '' ? null : value.person}
        fault={fault('person') ?? fault('name')}
        onChange={(person) => change({ person: person ?? { name: '', memberId: null } })}
      />
      <DayField
        id="supervision-date"
        label="日期"
        value={value.date}
        fault={fault('date')}
        onChange={(date) => change({ date: date ?? '', year: date === null ? value.year : Number(date.slice(0, 4)) })}
      />
      <TextField
        id="supervision-by"
        label="谁做的"
        value={value.by}
        maxLength={100}
        fault={fault('by')}
        hint="谈话人，或者发函、作出决定的组织"
        onChange={(by) => change({ by })}
      />
      <TextField
        id="supervision-basis"
        label="依据文号"
        value={value.basis}
        maxLength={100}
        fault={fault('basis')}
        hint="只写文号，不写问题"
        onChange={(basis) => change({ basis })}
      />
    </>
  )
}

/** The days each kind asks for, and no others. */
function DayFields({ value, change, fault }: Parts) {
  const { kind } = value
  const day = (id: string, label: string, field: 'receivedOn' | 'dueOn' | 'answeredOn' | 'visitOn' | 'visitedOn') => (
    <DayField
      id={`supervision-${id}`}
      label={label}
      value={value[field]}
      fault={fault(field)}
      onChange={(on) => change({ [field]: on })}
    />
  )
  return (
    <>
      {hasForm(kind) ? (
        <ChoiceField
          id="supervision-form"
          label="方式"
          value={value.form ?? ''}
          options={supervisionForms}
          onChange={(form) => change({ form })}
        />
      ) : null}
      {kind === 'T11' ? day('received', '收到函询日期', 'receivedOn') : null}
      {kind === 'T10' ? day('due', '书面检查期限', 'dueOn') : null}
      {kind === 'T10' || kind === 'T11' || kind === 'T12'
        ? day('answered', kind === 'T11' ? '书面回复日期' : '交书面检查日期', 'answeredOn')
        : null}
      {day('visit', '改正回访日', 'visitOn')}
      {day('visited', '实际回访日期', 'visitedOn')}
    </>
  )
}

/** What follows from the entry by itself, in words, while it is typed. */
function Consequence({ value }: { value: Supervision }) {
  const rules = useRules(value.year)
  if (value.date === '') return null
  const { entry, notes } = settleSupervision(value, rules)
  const says = [
    entry.until === null ? null : `影响期至 ${entry.until}，期内不得提拔或者重用，不评优`,
    entry.dueOn === null || value.kind === 'T10'
      ? null
      : `书面${value.kind === 'T11' ? '回复' : '检查'}不晚于 ${entry.dueOn}`,
    entry.visitOn === null ? null : `回访日 ${entry.visitOn}`,
    ...notes.map((note) => note.replace(/。$/, ''))
  ].filter((one) => one !== null)
  const unknown = value.kind === 'T12' && value.person.name !== '' && value.person.memberId === null
  return (
    <>
      {says.length === 0 ? null : (
        <Verdict tone="info" aside={<Cite rules={rules} id={ruleOf[value.kind]} />}>
          {says.join('；')}
        </Verdict>
      )}
      {unknown ? (
        <Verdict tone="warn">
          “{value.person.name}”不在这个党组织的名册上，任职和议题里就不会提醒影响期。请先选对党组织，再选姓名。
        </Verdict>
      ) : null}
    </>
  )
}

type Props = {
  stored: Supervision
  organisations: Outputs['organisation']['tree']
  onSaved: () => void
  onRemove: () => void
  onClose: () => void
}

/** One entry, new or again. Nothing of it is kept as a draft: it would lie outside the seal. */
export function SupervisionForm({ stored, organisations, onSaved, onRemove, onClose }: Props) {
  const queries = useQueryClient()
  const [value, setValue] = useState(stored)
  const saving = useMutation({
    mutationFn: () => client.supervision.save.mutate(value),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onSaved()
    }
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  useEscape(onClose)
  const parts: Parts = {
    value,
    change: (part) => setValue((before) => ({ ...before, ...part })),
    fault: (field) =>
      field === 'name' && problem?.field === 'person.name' ? '请填对象姓名。' : faultAt(problem, field)
  }
  return (
    <form
      className="card supervision-form"
      noValidate
      aria-label={stored.id === '' ? '登记' : '修改登记'}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <div className="supervision-fields">
        <HeadFields {...parts} organisations={organisations} />
        <DayFields {...parts} />
      </div>
      <Consequence value={value} />
      {problem === null || placed.includes(problem.field ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存登记
        </Button>
        <Button onClick={onClose}>不记了</Button>
        <span className="note">没有保存的不留草稿</span>
        {stored.id === '' ? null : (
          <Button type="text" danger className="push" onClick={onRemove}>
            删除登记
          </Button>
        )}
      </div>
    </form>
  )
}
