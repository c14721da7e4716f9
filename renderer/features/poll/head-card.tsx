import { Select } from 'antd'
import { type ScaleId, scaleIds, scales } from '../../../shared/features/ballot/ballot.ts'
import { useRules } from '../../api/rules.ts'
import { MeetingLinkField } from '../../app/meeting-link-field.tsx'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt, Field } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SaveNote } from '../../app/save-note.tsx'
import type { CardProps } from './set-up-view.tsx'

const scaleChoices = scaleIds
  .filter((id): id is Exclude<ScaleId, 'member'> => id !== 'member')
  .map((value) => ({ value, label: scales[value].join('、') }))

/** Name, number, day, meeting, grades, and the number of best grades the level above gave. */
export function HeadCard({ desk, work, locked, onBallots }: CardProps) {
  const { draft, change, save } = work
  const { poll } = desk
  const rules = useRules(poll.year)
  const limitRule = poll.kind === '述职评议' ? '6.3-best' : '6.2-best'
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  return (
    <section className="card" aria-label="基本情况">
      <header className="card-head">
        <h2 className="card-title">基本情况</h2>
        {poll.kind === '述职评议' ? <Cite rules={rules} id="6.3" /> : null}
        <span className="push" />
        {locked ? null : <SaveNote {...save} />}
      </header>
      <fieldset className="poll-fields" disabled={locked}>
        <TextField
          id="poll-name"
          label="测评名称"
          value={draft.name}
          maxLength={100}
          fault={fault('name')}
          onChange={(name) => change({ name: name ?? '' })}
        />
        <TextField
          id="poll-number"
          label="测评编号"
          value={draft.number}
          maxLength={40}
          fault={fault('number')}
          onChange={(number) => change({ number: number ?? '' })}
        />
        <MeetingLinkField
          id="poll-meeting"
          label="在哪次会上测评"
          value={draft.meetingId}
          meetings={desk.meetings}
          disabled={locked}
          fault={fault('meetingId')}
          onChange={(meeting) =>
            change({ meetingId: meeting?.id ?? null, ...(meeting === null ? {} : { date: meeting.date }) })
          }
        />
        <DayField
          id="poll-date"
          label="测评日期"
          value={draft.date}
          fault={fault('date')}
          onChange={(date) => change({ date })}
        />
        <Field label="等次" for="poll-scale" fault={fault('scale')}>
          <Select
            id="poll-scale"
            style={{ width: '100%' }}
            value={draft.scale}
            disabled={onBallots}
            options={scaleChoices}
            onChange={(scale) => change({ scale })}
          />
        </Field>
        <NumberField
          id="poll-quota"
          label="上级核定的名额"
          value={draft.quota}
          hint={<Cite rules={rules} id={limitRule} />}
          fault={fault('quota')}
          onChange={(quota) => change({ quota })}
        />
      </fieldset>
    </section>
  )
}
