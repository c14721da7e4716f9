import { Select } from 'antd'
import {
  type Exemption,
  type ExemptionGround,
  exemptionGrounds,
  missingProofs
} from '../../../shared/features/exemption/exemption.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { required, SmallFormFrame, useSmallForm } from './small-form.tsx'
import { SpanFields } from './span-fields.tsx'

const grounds = Object.keys(exemptionGrounds) as ExemptionGround[]

/** R2-09: the case, the span and the two proofs. What is still missing is said and can be filled in later. */
export function ExemptionForm({ stored, today, onClose }: { stored: Exemption; today: string; onClose: () => void }) {
  const form = useSmallForm<Exemption>({
    name: `exemption:${stored.id === '' ? `new:${stored.memberId}` : stored.id}`,
    stored,
    check: ({ from }) => (from === '' ? required('请填起始日期。', 'from') : null),
    send: (record) => client.exemption.save.mutate(record),
    onClose
  })
  const rules = useRules(today)
  const { value, change, problem } = form
  const missing = missingProofs(value)
  return (
    <SmallFormFrame
      form={form}
      label="记不计入应到会"
      verb="保存这条"
      fields={['ground', 'from', 'to', 'approval', 'resolvedOn']}
    >
      <Field
        label="情形"
        for="exemption-ground"
        hint={`${exemptionGrounds[value.ground]}。不计入应到会，也没有表决权。`}
        fault={faultAt(problem, 'ground')}
      >
        <Select<ExemptionGround>
          id="exemption-ground"
          style={{ width: '100%' }}
          value={value.ground}
          options={grounds.map((ground) => ({ value: ground, label: ground }))}
          onChange={(ground) => change({ ground })}
        />
      </Field>
      <SpanFields id="exemption" value={value} problem={problem} onChange={change} />
      <TextField
        id="exemption-approval"
        label="上级批复文号"
        value={value.approval}
        maxLength={100}
        fault={faultAt(problem, 'approval')}
        onChange={(approval) => change({ approval })}
      />
      <DayField
        id="exemption-resolvedOn"
        label="党员大会通过日期"
        value={value.resolvedOn}
        hint={`不晚于今天 ${today}`}
        fault={faultAt(problem, 'resolvedOn')}
        onChange={(resolvedOn) => change({ resolvedOn })}
      />
      {missing.length === 0 ? null : (
        <Verdict tone="warn">
          {`还缺${missing.join('、')}。要经上级同意并由党员大会通过，两样都有才算办妥；可以先记下，以后补。`}{' '}
          <Cite rules={rules} id="R2-09" />
        </Verdict>
      )}
    </SmallFormFrame>
  )
}
