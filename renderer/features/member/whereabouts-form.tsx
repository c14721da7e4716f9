import { type Whereabouts, whereaboutsKinds } from '../../../shared/features/whereabouts/whereabouts.ts'
import { missingWhereabouts } from '../../../shared/features/whereabouts/whereabouts-rules.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { required, SmallFormFrame, useSmallForm } from './small-form.tsx'

const words = {
  流动: { from: '外出日期', to: '返回日期', rule: 'R8.5-3', open: '还没有返回的不填' },
  失联: { from: '失联日期', to: '取得联系日期', rule: 'R8.5-1', open: '还没有联系上的不填' }
} as const

type Props = { stored: Whereabouts; ending: boolean; onClose: () => void }

/** 流动 or 失联, with what the rules ask for after half a year. */
export function WhereaboutsForm({ stored, ending, onClose }: Props) {
  const form = useSmallForm<Whereabouts>({
    name: `whereabouts:${stored.id === '' ? `new:${stored.memberId}` : stored.id}`,
    stored,
    check: ({ from, kind }) => (from === '' ? required(`请填${words[kind].from}。`, 'from') : null),
    send: (record) => client.whereabouts.save.mutate(record),
    onClose
  })
  const { value, change, problem } = form
  const rules = useRules()
  const said = words[value.kind]
  const wanted = missingWhereabouts(value).map(({ field }) => field)
  return (
    <SmallFormFrame
      form={form}
      label="记流动或失联"
      verb={`保存${value.kind}`}
      fields={['from', 'to', 'place', 'contact', 'note']}
    >
      <ChoiceField
        id="whereabouts-kind"
        label="种类"
        value={value.kind}
        options={whereaboutsKinds}
        hint={
          <>
            {rules.rule(said.rule).meaning} <Cite rules={rules} id={said.rule} />
          </>
        }
        onChange={(kind) => change({ kind })}
      />
      <div className="field-pair">
        <DayField
          id="whereabouts-from"
          label={said.from}
          value={value.from}
          autoFocus={!ending}
          fault={faultAt(problem, 'from')}
          onChange={(from) => change({ from: from ?? '' })}
        />
        <DayField
          id="whereabouts-to"
          label={said.to}
          value={value.to}
          autoFocus={ending}
          fault={faultAt(problem, 'to')}
          hint={said.open}
          onChange={(to) => change({ to })}
        />
      </div>
      {value.kind === '流动' ? (
        <>
          <TextField
            id="whereabouts-place"
            label="外出流向"
            value={value.place}
            maxLength={200}
            wanted={wanted.includes('place')}
            fault={faultAt(problem, 'place')}
            onChange={(place) => change({ place })}
          />
          <TextField
            id="whereabouts-contact"
            label="联系人"
            value={value.contact}
            maxLength={50}
            wanted={wanted.includes('contact')}
            hint="本支部每季度同他联系的党员"
            fault={faultAt(problem, 'contact')}
            onChange={(contact) => change({ contact })}
          />
        </>
      ) : null}
      <TextField
        id="whereabouts-note"
        label="备注"
        rows={2}
        maxLength={2000}
        value={value.note}
        fault={faultAt(problem, 'note')}
        onChange={(note) => change({ note })}
      />
    </SmallFormFrame>
  )
}
