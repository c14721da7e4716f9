import { Select } from 'antd'
import { Field } from '../ui/field.tsx'

/** A meeting of the branch that a record may be linked to. */
export type MeetingChoice = { id: string; title: string; date: string }

type Props = {
  id: string
  label: string
  value: string | null
  meetings: readonly MeetingChoice[]
  /** The day goes with the meeting. */
  onChange: (meeting: MeetingChoice | null) => void
  disabled?: boolean
  fault?: string | undefined
}

/** The meeting something was done at, from its minutes; nothing is typed twice. */
export function MeetingLinkField({ id, label, value, meetings, onChange, disabled = false, fault }: Props) {
  return (
    <Field label={label} for={id} fault={fault}>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? ''}
        disabled={disabled}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: '没有会议记录' },
          ...meetings.map((one) => ({ value: one.id, label: `${one.date} ${one.title}` }))
        ]}
        onChange={(chosen) => onChange(meetings.find((one) => one.id === chosen) ?? null)}
      />
    </Field>
  )
}
