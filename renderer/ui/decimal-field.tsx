import { Input } from 'antd'
import { useState } from 'react'
import { Field } from './field.tsx'
import { described, tone } from './inputs.tsx'

/** A number with at most two digits after the point; null for nothing, undefined for what is no such number. */
export function twoDigits(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^\d{1,4}(\.\d{0,2})?$/.test(plain) ? Number(plain) : undefined
}

type Props = {
  id: string
  label: string
  value: number | null
  onChange: (value: number | null) => void
  fault?: string | undefined
  locked?: boolean
}

/** A labelled number with at most two digits after the point, or nothing; nothing else can be typed. */
export function DecimalField({ id, label, value, onChange, fault, locked = false }: Props) {
  const [typing, setTyping] = useState<string | null>(null)
  return (
    <Field label={label} for={id} fault={fault}>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={7}
        status={tone(fault, false)}
        {...described(id, fault)}
        readOnly={locked}
        value={typing ?? `${value ?? ''}`}
        onChange={({ target }) => {
          const read = twoDigits(target.value)
          if (read === undefined) return
          setTyping(target.value)
          onChange(read)
        }}
        onBlur={() => setTyping(null)}
      />
    </Field>
  )
}
