import { Button, ConfigProvider, Input, Select } from 'antd'
import { useState } from 'react'
import { disposalFindings, nextStep } from '../../../shared/features/disposal/disposal-rules.ts'
import { type Disposal, disposalWays } from '../../../shared/features/disposal/disposal.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dock } from '../../ui/dock.tsx'
import { faultAt, Field } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { DisposalDays } from './disposal-days.tsx'
import { RemoveDisposal } from './remove-disposal.tsx'
import { TermFields } from './term-fields.tsx'

type Props = {
  stored: Disposal
  people: readonly { id: string; name: string }[]
  name: string
  today: string
  mayWrite: boolean
  onKept: (id: string) => void
  onClose: () => void
}

/** One 组织处置: its way, its steps in order, its term, and what came of it. */
export function DisposalForm({ stored, people, name, today, mayWrite, onKept, onClose }: Props) {
  const [disposal, setDisposal] = useState(stored)
  const rules = useRules()
  const change = (part: Partial<Disposal>): void => setDisposal((old) => ({ ...old, ...part }))
  const save = useChange(
    () => client.disposal.save.mutate(disposal),
    ({ id }) => onKept(id)
  )
  const next = nextStep(disposal, today)
  const findings = disposalFindings(disposal)
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  return (
    <Dock
      title={stored.id === '' ? '登记组织处置' : `${name}的组织处置`}
      onClose={onClose}
      foot={
        mayWrite ? (
          <>
            <Button
              type="primary"
              disabled={disposal.memberId === ''}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              保存组织处置
            </Button>
            <span className="push" />
            {stored.id === '' ? null : <RemoveDisposal id={stored.id} name={name} onGone={onClose} />}
          </>
        ) : undefined
      }
    >
      <ConfigProvider componentDisabled={!mayWrite}>
        {stored.memberId !== '' ? null : (
          <Field label="谁" for="disposal-member" fault={fault('memberId')}>
            <Select
              id="disposal-member"
              style={{ width: '100%' }}
              value={disposal.memberId === '' ? null : disposal.memberId}
              showSearch={{ optionFilterProp: 'label' }}
              options={people.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(memberId: string) => change({ memberId })}
            />
          </Field>
        )}
        <ChoiceField
          id="disposal-way"
          label="方式"
          value={disposal.way}
          options={disposalWays}
          onChange={(way) => change({ way, ...(way === '限期改正' ? {} : { from: null, until: null }) })}
        />
        {next === null ? null : (
          <div className="disposal-next">
            <Verdict tone="info">
              下一步：{next.name}。{next.asks}
              {next.mark === '✔' ? null : (
                <>
                  {' '}
                  <span className="tag amber">待核</span>
                </>
              )}{' '}
              <Cite rules={rules} id="4.3-procedure" />
            </Verdict>
          </div>
        )}
        <TermFields disposal={disposal} fault={fault('until')} change={change} />
        {findings.map(({ code, message, level }) => (
          <div key={`${code} ${message}`} className="disposal-next">
            <Verdict tone={level === 'stop' ? 'bad' : 'warn'}>{message}</Verdict>
          </div>
        ))}
        <DisposalDays days={disposal.days} onChange={(days) => change({ days })} />
        <TextField
          id="disposal-basis"
          label="依据文号"
          value={disposal.basis}
          maxLength={200}
          onChange={(basis) => change({ basis })}
        />
        <Field label="结果" for="disposal-outcome">
          <Input.TextArea
            id="disposal-outcome"
            className="grow"
            rows={2}
            maxLength={1000}
            value={disposal.outcome ?? ''}
            onChange={(event) => change({ outcome: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
        <DayField
          id="disposal-closed"
          label="办结日期"
          value={disposal.closedOn}
          onChange={(closedOn) => change({ closedOn })}
        />
        {save.problem === null || ['until', 'memberId'].includes(save.problem.field ?? '') ? null : (
          <Verdict tone="bad">{save.problem.message}</Verdict>
        )}
      </ConfigProvider>
    </Dock>
  )
}
