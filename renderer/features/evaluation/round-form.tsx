import { Button, Select } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { MeetingLinkField } from '../../app/meeting-link-field.tsx'
import { useChange } from '../../app/use-change.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt, Field } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk, Round } from './evaluation-words.ts'

type Props = { desk: BegunDesk; round: Round; onDone: () => void }

/** A vote of a day: the branch or one group, at a meeting whose minutes give the day. */
export function RoundForm({ desk, round, onDone }: Props) {
  const [draft, setDraft] = useState(round)
  const change = (part: Partial<Round>): void => setDraft((old) => ({ ...old, ...part }))
  const counted = desk.rounds.some(({ roundId }) => roundId === round.id)
  const save = useChange(() => client.evaluation.saveRound.mutate({ id: desk.evaluation.id, round: draft }), onDone)
  const faultOf = (field: string): string | undefined => faultAt(save.problem, field)
  const placed = ['date', 'groupId', 'meetingId', 'expected'].some((field) => faultOf(field) !== undefined)
  return (
    <form
      className="card evaluation-form"
      aria-label="测评"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <MeetingLinkField
        id="round-meeting"
        label="在哪次会上测评"
        value={draft.meetingId}
        meetings={desk.meetings}
        fault={faultOf('meetingId')}
        onChange={(meeting) =>
          change({ meetingId: meeting?.id ?? null, ...(meeting === null ? {} : { date: meeting.date }) })
        }
      />
      <DayField
        id="round-date"
        label="日期"
        value={draft.date}
        fault={faultOf('date')}
        onChange={(date) => change({ date: date ?? '' })}
      />
      <Field label="范围" for="round-group" fault={faultOf('groupId')}>
        <Select
          id="round-group"
          style={{ width: '100%' }}
          disabled={counted}
          value={draft.groupId ?? ''}
          options={[
            { value: '', label: '全支部' },
            ...desk.groups.map((one) => ({ value: one.id, label: one.shortName ?? one.name }))
          ]}
          onChange={(group) => change({ groupId: group === '' ? null : group })}
        />
      </Field>
      <NumberField
        id="round-expected"
        label="应到"
        value={draft.expected}
        fault={faultOf('expected')}
        onChange={(expected) => change({ expected })}
      />
      <div className="evaluation-form-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {round.id === '' ? '加上测评' : '保存修改'}
        </Button>
        <Button onClick={onDone}>取消</Button>
        {save.problem === null || placed ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      </div>
    </form>
  )
}
