import {
  type Suspension,
  type SuspensionKind,
  suspensionKinds
} from '../../../shared/features/suspension/suspension.ts'
import { client } from '../../api/client.ts'
import { faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { required, SmallFormFrame, useSmallForm } from './small-form.tsx'
import { SpanFields } from './span-fields.tsx'

/** What a kind does to the counts (decisions.md), said where it is chosen. */
const effects: Record<SuspensionKind, string> = {
  留党察看: '仍计入应到会，没有表决权。',
  停止党籍: '不计入应到会，也没有表决权。',
  中止党员权利: '仍计入应到会，没有表决权。'
}

/** A spell without rights; what follows from its kind is said in words. */
export function SuspensionForm({ stored, onClose }: { stored: Suspension; onClose: () => void }) {
  const form = useSmallForm<Suspension>({
    name: `suspension:${stored.id === '' ? `new:${stored.memberId}` : stored.id}`,
    stored,
    check: ({ from }) => (from === '' ? required('请填起始日期。', 'from') : null),
    send: (record) => client.suspension.save.mutate(record),
    onClose
  })
  const { value, change, problem } = form
  return (
    <SmallFormFrame form={form} label="记停权" verb="保存停权" fields={['from', 'to', 'basis']}>
      <ChoiceField
        id="suspension-kind"
        label="种类"
        value={value.kind}
        options={suspensionKinds}
        hint={effects[value.kind]}
        onChange={(kind) => change({ kind })}
      />
      <SpanFields id="suspension" value={value} problem={problem} onChange={change} />
      <TextField
        id="suspension-basis"
        label="依据"
        value={value.basis}
        maxLength={200}
        hint="文号或决定的名称"
        fault={faultAt(problem, 'basis')}
        onChange={(basis) => change({ basis })}
      />
    </SmallFormFrame>
  )
}
