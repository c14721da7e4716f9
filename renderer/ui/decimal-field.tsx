import { Input } from 'antd'
import { useState } from 'react'
import { Field } from './field.tsx'
import { described, tone } from './inputs.tsx'

/** A number with at most two digits after the point, with or without a %; null for nothing, undefined for what is none. */
export function twoDigits(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/%$/, '').trim()
  if (plain === '') return null
  return /^\d{1,5}(\.\d{0,2})?$/.test(plain) ? Number(plain) : undefined
}

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

/** A number with at most two digits after the point, or nothing; nothing else can be typed. */
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
        const read = twoDigits(target.value)
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
