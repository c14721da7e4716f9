import { Button } from 'antd'
import { useState } from 'react'
import { longestSnooze } from '../../../shared/features/alert/snooze.ts'
import { addDays, type Day } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Alert } from './alert-words.ts'

/** What is offered first, in days from today. */
const usual = 7

type Props = { one: Alert; year: number; today: Day; onDone: () => void }

/** Puts a finding off until a day, with why. */
export function SnoozeForm({ one, year, today, onDone }: Props) {
  const [until, setUntil] = useState<string | null>(addDays(today, usual))
  const [reason, setReason] = useState<string | null>(null)
  const { organisationId, code, subject } = one
  const put = useChange(
    () => client.alert.snooze.mutate({ organisationId, code, subject, year, until: until ?? '', reason: reason ?? '' }),
    onDone
  )
  const fault = (field: string): string | undefined => faultAt(put.problem, field)
  const isPlaced = ['until', 'reason'].includes(put.problem?.field ?? '')
  return (
    <form
      className="snooze-form"
      aria-label="搁置预警"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        put.mutate()
      }}
    >
      <DayField
        {...{ id: 'snooze-until', label: '搁置到', value: until, autoFocus: true, fault: fault('until') }}
        hint={`这一天过后又提醒；最多 ${longestSnooze} 天，升成红色也会提前回来。`}
        onChange={setUntil}
      />
      <TextField
        {...{ id: 'snooze-reason', label: '原因', value: reason, maxLength: 200, fault: fault('reason') }}
        onChange={setReason}
      />
      {put.problem === null || isPlaced ? null : <Verdict tone="bad">{put.problem.message}</Verdict>}
      <div className="alert-acts">
        <Button type="primary" htmlType="submit" loading={put.isPending}>
          搁置预警
        </Button>
        <Button onClick={onDone}>不搁置</Button>
      </div>
    </form>
  )
}
