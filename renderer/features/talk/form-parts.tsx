import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { TalkFinding } from '../../../shared/features/talk/check-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { faultAt } from '../../ui/field.tsx'
import { orNull } from '../../ui/inputs.tsx'
import type { TalkEntry } from './talk-entry.ts'
import type { Named } from './talk-names.ts'

/** What every part of the form takes: what is typed, who may be named, and what is wrong where. */
export type FormPart = {
  entry: TalkEntry
  change: (part: Partial<TalkEntry>) => void
  people: readonly Named[]
  problem: Problem | null
  findings: readonly TalkFinding[]
}

/** Changes what was said, leaving the rest of it. */
export const changeContents =
  ({ entry, change }: Pick<FormPart, 'entry' | 'change'>) =>
  (part: Partial<TalkEntry['contents']>): void =>
    change({ contents: { ...entry.contents, ...part } })

/** Refusals and clashes of the fields of a row, under it: a narrow field has no room for a sentence. */
export function RowNotes({
  problem,
  findings,
  fields
}: Pick<FormPart, 'problem' | 'findings'> & { fields: readonly string[] }) {
  return (
    <>
      {fields.map((field) => {
        const fault = faultAt(problem, field)
        return fault === undefined ? null : (
          <p key={field} className="field-fault" role="alert" id={`talk-${field}-fault`}>
            {fault}
          </p>
        )
      })}
      {findings
        .filter(({ field }) => fields.includes(field))
        .map(({ code, message }) => (
          <p key={`${code} ${message}`} className="talk-warn">
            {message}
          </p>
        ))}
    </>
  )
}

/** A control under its label, without room for a fault of its own. */
export const Labelled = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="field">
    <label className="field-label" htmlFor={id}>
      {label}
    </label>
    {children}
  </div>
)

type ChoiceProps<Value extends string | number> = {
  id: string
  label: string
  value: Value
  options: readonly { value: Value; label: string; disabled?: boolean }[]
  onChange: (value: Value) => void
  fault?: string | undefined
}

/** One of several, from a list that drops down. */
export const PickField = <Value extends string | number>({
  id,
  label,
  value,
  options,
  onChange,
  fault
}: ChoiceProps<Value>) => (
  <Labelled id={id} label={label}>
    <Select<Value>
      id={id}
      style={{ width: '100%' }}
      value={value}
      options={[...options]}
      popupMatchSelectWidth={false}
      status={fault === undefined ? '' : 'error'}
      onChange={onChange}
    />
  </Labelled>
)

type BoxProps = {
  id: string
  label: string
  value: string | null
  onChange: (text: string | null) => void
  rows?: number
  maxLength?: number
}

/** A box that grows with its text. */
export const TextBox = ({ id, label, value, onChange, rows = 2, maxLength = 5000 }: BoxProps) => (
  <Labelled id={id} label={label}>
    <Input.TextArea
      id={id}
      className="grow"
      rows={rows}
      maxLength={maxLength}
      value={value ?? ''}
      onChange={(event) => onChange(orNull(event.target.value))}
    />
  </Labelled>
)
