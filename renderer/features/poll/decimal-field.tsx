import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { described, tone } from '../../ui/inputs.tsx'
import { decimalOf } from './set-up.ts'

type Props = {
  id: string
  label: string
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: () => void
  fault?: string | undefined
  /** Read out instead of shown, where a table has a head for it. */
  bare?: boolean
  locked?: boolean
  suffix?: string
}

/** A number with at most two digits after the point, or nothing. What cannot be read goes back to what it was. */
export function DecimalField({ id, label, value, onChange, onBlur, fault, bare = false, locked, suffix }: Props) {
  const [typing, setTyping] = useState<string | null>(null)
  const input = (
    <Input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      maxLength={8}
      {...(bare ? { 'aria-label': label } : {})}
      {...(suffix === undefined ? {} : { suffix })}
      status={tone(fault, false)}
      {...described(id, fault)}
      readOnly={locked ?? false}
      value={typing ?? `${value ?? ''}`}
      onChange={({ target }) => {
        const read = decimalOf(target.value)
        if (read === undefined) return
        setTyping(target.value)
        onChange(read)
      }}
      onBlur={() => {
        setTyping(null)
        onBlur?.()
      }}
    />
  )
  if (bare) return input
  return (
    <Field label={label} for={id} fault={fault}>
      {input}
    </Field>
  )
}
