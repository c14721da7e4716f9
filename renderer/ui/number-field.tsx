import { Input } from 'antd'
import { Field } from './field.tsx'
import { described, type FieldProps, tone } from './inputs.tsx'

type Props = Omit<FieldProps, 'value' | 'onChange'> & {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: () => void
}

/** A labelled whole number, or nothing; only digits can be typed. */
export function NumberField({ id, label, value, onChange, hint, fault, wanted, autoFocus, onBlur }: Props) {
  return (
    <Field label={label} for={id} hint={hint} fault={fault}>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={value ?? ''}
        status={tone(fault, wanted)}
        {...described(id, fault)}
        {...(autoFocus === undefined ? {} : { autoFocus })}
        {...(onBlur === undefined ? {} : { onBlur })}
        onChange={(event) => {
          const digits = event.target.value.normalize('NFKC').replace(/\D/g, '')
          onChange(digits === '' ? null : Number(digits))
        }}
      />
    </Field>
  )
}
