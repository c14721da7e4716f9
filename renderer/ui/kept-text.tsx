import { Input } from 'antd'
import { useState } from 'react'
import { Field } from './field.tsx'

type Props = {
  id: string
  label: string
  value: string | null
  placeholder?: string
  locked: boolean
  fault?: string | undefined
  onKeep: (value: string | null) => void
}

/** A box that grows with its text and is kept on leaving it. */
export function KeptText({ id, label, value, placeholder = '', locked, fault, onKeep }: Props) {
  const [text, setText] = useState(value ?? '')
  const keep = (): void => {
    const next = text.trim() === '' ? null : text.trim()
    if (!locked && next !== value) onKeep(next)
  }
  return (
    <Field label={label} for={id} fault={fault}>
      <Input.TextArea
        id={id}
        className="grow"
        rows={1}
        maxLength={1000}
        readOnly={locked}
        placeholder={locked ? '' : placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
      />
    </Field>
  )
}
