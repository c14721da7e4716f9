import { Button } from 'antd'
import { useRef, useState } from 'react'
import {
  type Suspension,
  type SuspensionKind,
  suspensionKinds
} from '../../../shared/features/suspension/suspension.ts'
import { client } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './form-draft.ts'
import { useSave } from './use-save.ts'

/** What a kind does to the counts (decisions.md), said where it is chosen. */
const effects: Record<SuspensionKind, string> = {
  留党察看: '仍计入应到会，没有表决权。',
  停止党籍: '不计入应到会，也没有表决权。',
  中止党员权利: '仍计入应到会，没有表决权。'
}

type Props = { stored: Suspension; onClose: () => void }

/** A spell without rights; what follows from its kind is said in words. */
export function SuspensionForm({ stored, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [value, setValue] = useState(stored)
  const { save, refuse, problem, busy } = useSave(
    (record: Suspension) => client.suspension.save.mutate(record),
    onClose
  )
  const change = (part: Partial<Suspension>): void => {
    refuse(null)
    setValue((old) => ({ ...old, ...part }))
  }
  useFocusFault(form, problem)
  const submit = (): void => {
    if (value.from === '') refuse({ code: 'required', message: '请填起始日期。', field: 'from' })
    else save(value)
  }
  return (
    <form
      ref={form}
      className="card entry-form"
      noValidate
      aria-label="记停权"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ChoiceField
        id="suspension-kind"
        label="种类"
        value={value.kind}
        options={suspensionKinds}
        hint={effects[value.kind]}
        onChange={(kind) => change({ kind })}
      />
      <div className="field-pair">
        <DayField
          id="suspension-from"
          label="起"
          value={value.from}
          autoFocus
          fault={faultAt(problem, 'from')}
          onChange={(from) => change({ from: from ?? '' })}
        />
        <DayField
          id="suspension-to"
          label="止"
          value={value.to}
          fault={faultAt(problem, 'to')}
          hint="没有定的不填"
          onChange={(to) => change({ to })}
        />
      </div>
      <TextField
        id="suspension-basis"
        label="依据"
        value={value.basis}
        maxLength={200}
        hint="文号或决定的名称"
        fault={faultAt(problem, 'basis')}
        onChange={(basis) => change({ basis })}
      />
      {problem === null ||
      (problem.field !== undefined && !['organisationId', 'memberId'].includes(problem.field)) ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="panel-actions">
        <Button htmlType="submit" loading={busy}>
          保存停权
        </Button>
        <Button type="text" onClick={onClose}>
          不记了
        </Button>
      </div>
    </form>
  )
}
