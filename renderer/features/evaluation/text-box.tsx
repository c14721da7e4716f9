import { Input } from 'antd'
import { Field } from '../../ui/field.tsx'
import { orNull } from '../../ui/inputs.tsx'

type Props = {
  id: string
  label: string
  value: string | null
  onChange: (text: string | null) => void
  rows?: number
  maxLength?: number
  locked?: boolean
  autoFocus?: boolean
  hint?: string
}

/** A box that grows with its text. */
export const TextBox = ({ id, label, value, onChange, rows = 3, maxLength = 5000, locked, autoFocus, hint }: Props) => (
  <Field label={label} for={id} hint={hint}>
    <Input.TextArea
      id={id}
      className={rows > 6 ? 'grow tall' : 'grow'}
      rows={rows}
      maxLength={maxLength}
      readOnly={locked ?? false}
      {...(autoFocus === true ? { autoFocus: true } : {})}
      value={value ?? ''}
      onChange={(event) => onChange(orNull(event.target.value))}
    />
  </Field>
)
