import './inputs.css'
import { AutoComplete, Input, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { Field } from './field.tsx'

/** What every labelled control of a form takes. */
export type FieldProps = {
  id: string
  label: string
  value: string | null
  onChange: (value: string | null) => void
  hint?: ReactNode
  fault?: string | undefined
  /** Still to be filled in: said in the label and shown at the edge, without being a fault. */
  wanted?: boolean | undefined
  autoFocus?: boolean
}

export const labelFor = (label: string, wanted: boolean | undefined): string => (wanted ? `${label}（待补）` : label)
export const orNull = (text: string): string | null => (text === '' ? null : text)
export const tone = (fault: string | undefined, wanted: boolean | undefined): 'error' | 'warning' | '' =>
  fault !== undefined ? 'error' : wanted ? 'warning' : ''

/** What ties a control to the fault under it. */
export const described = (id: string, fault: string | undefined) =>
  fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }

type TextProps = FieldProps & {
  suggestions?: readonly string[]
  rows?: number
  maxLength?: number
  onBlur?: () => void
}

/** A labelled line of text; with `suggestions` one may choose or type, with `rows` it is a box of several lines. */
export function TextField({
  id,
  label,
  value,
  onChange,
  hint,
  fault,
  wanted,
  suggestions,
  rows,
  maxLength,
  ...rest
}: TextProps) {
  const shared = { id, value: value ?? '', status: tone(fault, wanted), ...described(id, fault), ...rest }
  const typed = (event: { target: { value: string } }): void => onChange(orNull(event.target.value))
  const limit = maxLength === undefined ? {} : { maxLength }
  return (
    <Field label={labelFor(label, wanted)} for={id} hint={hint} fault={fault}>
      {suggestions !== undefined ? (
        <AutoComplete
          {...shared}
          style={{ width: '100%' }}
          options={suggestions.map((text) => ({ value: text }))}
          showSearch={{ filterOption: (text, option) => String(option?.value).includes(text) }}
          onChange={(text: string | undefined) => onChange(orNull(text ?? ''))}
        />
      ) : rows !== undefined ? (
        <Input.TextArea {...shared} {...limit} rows={rows} onChange={typed} />
      ) : (
        <Input {...shared} {...limit} autoComplete="off" onChange={typed} />
      )}
    </Field>
  )
}

type ChoiceProps<Value extends string> = {
  id: string
  label: string
  value: Value | ''
  options: readonly Value[]
  onChange: (value: Value) => void
  hint?: ReactNode
  fault?: string | undefined
}

/** Two to five choices side by side. None is chosen while the value is empty. */
export function ChoiceField<Value extends string>({
  id,
  label,
  value,
  options,
  onChange,
  hint,
  fault
}: ChoiceProps<Value>) {
  const choose = (chosen: Value | ''): void => {
    if (chosen !== '') onChange(chosen)
  }
  return (
    <div className="field">
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <Segmented<Value | ''>
        id={id}
        aria-labelledby={`${id}-label`}
        value={value}
        options={[...options]}
        onChange={choose}
      />
      {hint === undefined ? null : <p className="note">{hint}</p>}
      {fault === undefined ? null : (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
