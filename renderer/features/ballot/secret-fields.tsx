import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { described } from '../../ui/inputs.tsx'

export type Secrets = { counter: string; teller: string }

type Props = { value: Secrets; onChange: (secrets: Secrets) => void; faultOf: (field: string) => string | undefined }

/** The two secrets of a box: each of the two officers types his own, hidden unless both want to see. */
export function SecretFields({ value, onChange, faultOf }: Props) {
  const [shown, setShown] = useState(false)
  const fields = [
    { field: 'counter', label: '计票人的开箱口令' },
    { field: 'teller', label: '监票人的开箱口令' }
  ] as const
  return (
    <>
      <div className="field-pair">
        {fields.map(({ field, label }) => (
          <Field key={field} label={label} for={`box-${field}`} fault={faultOf(field)}>
            <Input
              id={`box-${field}`}
              type={shown ? 'text' : 'password'}
              autoComplete="off"
              maxLength={200}
              value={value[field]}
              status={faultOf(field) === undefined ? '' : 'error'}
              {...described(`box-${field}`, faultOf(field))}
              onChange={(event) => onChange({ ...value, [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        显示口令
      </Checkbox>
    </>
  )
}
