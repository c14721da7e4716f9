import { useMutation } from '@tanstack/react-query'
import { Button, DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { type MeetingType, meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'

type Props = {
  today: string
  organisations: Outputs['organisation']['tree']
  /** What the address asks for. */
  wish: { organisationId: string | null; type: string | null }
  onStarted: (id: string) => void
  onClose: () => void
}

/** Which organisation, what kind, which day: the rest is filled in from the roster and from last time. */
export function StartMeetingForm({ today, organisations, wish, onStarted, onClose }: Props) {
  const first =
    organisations.find(({ id }) => id === wish.organisationId) ?? organisations.find(isBranch) ?? organisations[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [type, setType] = useState<MeetingType>(meetingTypes.find((one) => one === wish.type) ?? '党员大会')
  const [date, setDate] = useState(today)
  const start = useMutation(api.meeting.start.mutationOptions({ onSuccess: (meeting) => onStarted(meeting.id) }))
  const problem = start.error === null ? null : problemOfError(start.error)
  const organisationId = chosen ?? first?.id ?? ''
  const form = useRef<HTMLFormElement>(null)
  useKeys({ Escape: onClose })
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type=radio]:checked')?.focus(), [])
  return (
    <form
      ref={form}
      className="card start-form"
      aria-label="记会议"
      onKeyDown={(event) => {
        // The group of types swallows Enter, which sends every other form.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'radio')
          form.current?.requestSubmit()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (organisationId !== '') start.mutate({ organisationId, types: [type], date })
      }}
    >
      <Field label="会议类型" for="start-type">
        <Segmented id="start-type" value={type} options={[...meetingTypes]} onChange={setType} />
      </Field>
      <Field label="党组织" for="start-organisation" fault={faultAt(problem, 'organisationId')}>
        <Select
          id="start-organisation"
          style={{ width: 280 }}
          value={organisationId}
          options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={setChosen}
        />
      </Field>
      <Field label="日期" for="start-date">
        <DatePicker
          id="start-date"
          allowClear={false}
          value={dayjs(date)}
          onChange={(day) => {
            if (day !== null) setDate(day.format('YYYY-MM-DD'))
          }}
        />
      </Field>
      <div className="actions start-actions">
        <Button type="primary" htmlType="submit" loading={start.isPending} disabled={organisationId === ''}>
          开始记录
        </Button>
        <Button onClick={onClose}>先不记</Button>
      </div>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
    </form>
  )
}
