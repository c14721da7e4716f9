import { Button, Select } from 'antd'
import { useState } from 'react'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { type PollKind, pollKinds } from '../../../shared/features/poll/poll.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { useEscape } from '../../ui/escape.ts'
import { faultAt, Field } from '../../ui/field.tsx'
import { ChoiceField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { kindUses } from './poll-words.ts'

type Props = {
  organisations: readonly Organisation[]
  home: string | null
  year: number
  onBegun: (id: string) => void
  onClose: () => void
}

/** Which kind, of which organisation; everything else is set up from the form of the kind and can be changed. */
export function NewPoll({ organisations, home, year, onBegun, onClose }: Props) {
  const [kind, setKind] = useState<PollKind>('班子测评')
  const [chosen, setChosen] = useState<string | null>(null)
  const organisationId = chosen ?? home ?? organisations[0]?.id ?? ''
  const begin = useChange(
    () => client.poll.begin.mutate({ organisationId, year, kind }),
    ({ id }) => onBegun(id)
  )
  useEscape(onClose)
  const fault = faultAt(begin.problem, 'organisationId')
  return (
    <form
      className="card poll-form"
      aria-label="安排测评"
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate()
      }}
    >
      <ChoiceField id="poll-kind" label="种类" value={kind} options={pollKinds} onChange={setKind} />
      <Field label="党组织" for="poll-organisation" fault={fault}>
        <Select
          id="poll-organisation"
          style={{ width: '100%' }}
          value={organisationId}
          options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={setChosen}
        />
      </Field>
      <div className="poll-form-foot">
        <Button type="primary" htmlType="submit" autoFocus loading={begin.isPending}>
          安排 {year} 年度{kind}
        </Button>
        <Button onClick={onClose}>取消</Button>
        <span className="note">{kindUses[kind]}</span>
      </div>
      {begin.problem === null || fault !== undefined ? null : <Verdict tone="bad">{begin.problem.message}</Verdict>}
    </form>
  )
}
