import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import { talkKindCodes, talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import type { TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { PickField } from './form-parts.tsx'
import { NamedField } from './named-field.tsx'
import { settledPerson } from './talk-names.ts'

type Named = { name: string; memberId: string }

/** A line of the plan while it is typed. */
export type PlanDraft = Omit<TalkPlan, 'talker' | 'partner'> & { talker: Person | null; partner: Person | null }

const onRoster = (person: Person | null): Named | null =>
  person === null || person.memberId === null ? null : { name: person.name, memberId: person.memberId }

type Props = { plan: PlanDraft; today: string; onSaved: (kept: TalkPlan) => void; onClose: () => void }

/** One line of the plan, new or moved by hand. */
export function PlanForm({ plan, today, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  const [entry, setEntry] = useState(plan)
  const [tried, setTried] = useState(false)
  const people = useQuery(api.talk.candidates.queryOptions({ organisationId: plan.organisationId, day: today }))
  const change = (part: Partial<PlanDraft>): void => setEntry({ ...entry, ...part })
  const saving = useMutation({
    mutationFn: (whole: TalkPlan) => client.talkPlan.save.mutate(whole),
    onSuccess: async (kept) => {
      await queries.invalidateQueries()
      onSaved(kept)
    }
  })
  const found = (person: Person | null) => onRoster(settledPerson(person, people.data ?? []))
  const [talker, partner] = [found(entry.talker), found(entry.partner)]
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const missing = (person: Named | null, field: string) =>
    tried && person === null ? '请从名册里选一个人。' : faultAt(problem, field)
  useEscape(onClose)
  const parties = [
    {
      id: 'plan-talker',
      label: '谈话人',
      value: entry.talker,
      fault: missing(talker, 'talker'),
      put: (one: Person | null) => change({ talker: one })
    },
    {
      id: 'plan-partner',
      label: '谈话对象',
      value: entry.partner,
      fault: missing(partner, 'partner'),
      put: (one: Person | null) => change({ partner: one })
    }
  ]
  return (
    <form
      className="talk-plan-form"
      aria-label={plan.id === '' ? '加谈话计划' : '改谈话计划'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (talker !== null && partner !== null && isDay(entry.plannedOn)) saving.mutate({ ...entry, talker, partner })
      }}
    >
      <div className="talk-row plan">
        <DayField
          id="plan-day"
          label="计划日期"
          value={entry.plannedOn === '' ? null : entry.plannedOn}
          autoFocus
          fault={faultAt(problem, 'plannedOn')}
          onChange={(day) => change({ plannedOn: day ?? '' })}
        />
        {parties.map(({ id, label, value, fault, put }) => (
          <div key={id}>
            <NamedField id={id} label={label} value={value} people={people.data ?? []} fault={fault} onChange={put} />
            {fault === undefined ? null : (
              <p className="field-fault" role="alert" id={`${id}-fault`}>
                {fault}
              </p>
            )}
          </div>
        ))}
        <PickField
          id="plan-kind"
          label="类型"
          value={entry.kind}
          options={talkKindCodes.map((value) => ({ value, label: talkKindName(value) }))}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          id="plan-note"
          label="备注"
          value={entry.note}
          maxLength={200}
          onChange={(note) => change({ note })}
        />
      </div>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="talk-form-actions">
        <Button
          type="primary"
          size="small"
          htmlType="submit"
          loading={saving.isPending}
          disabled={!isDay(entry.plannedOn)}
        >
          保存计划
        </Button>
        <Button size="small" onClick={onClose}>
          不改了
        </Button>
      </div>
    </form>
  )
}
