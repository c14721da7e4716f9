import './inputs.css'
import { CalendarOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Calendar, Input, Popover, Segmented } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { readDay } from '../../shared/kernel/cells.ts'
import { isDay } from '../../shared/kernel/dates.ts'
import { Field } from './field.tsx'

type Common = {
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

const labelFor = (label: string, wanted: boolean | undefined): string => (wanted ? `${label}（待补）` : label)
const orNull = (text: string): string | null => (text === '' ? null : text)
const tone = (fault: string | undefined, wanted: boolean | undefined): 'error' | 'warning' | '' =>
  fault !== undefined ? 'error' : wanted ? 'warning' : ''

/** What ties a control to the fault under it. */
const described = (id: string, fault: string | undefined) =>
  fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }

type TextProps = Common & { suggestions?: readonly string[]; rows?: number; maxLength?: number; onBlur?: () => void }

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

/**
 * A day to type or to pick. `19980621`, `1998.6.21` and `1998年6月21日` become 1998-06-21 on leaving the field; what
 * cannot be read stays as typed, with the reason under it.
 */
export function DayField({ id, label, value, onChange, hint, fault, wanted, autoFocus }: Common) {
  const [typing, setTyping] = useState(false)
  const [picking, setPicking] = useState(false)
  const text = value ?? ''
  const reading = readDay(text)
  const own = typing || reading.ok ? undefined : reading.problem.message.replace(/^的/, '')
  const shown = fault ?? own
  const settle = (): void => {
    setTyping(false)
    if (reading.ok && reading.value !== value) onChange(reading.value)
  }
  const calendar = (
    <div className="day-picker">
      <Calendar
        fullscreen={false}
        {...(isDay(text) ? { defaultValue: dayjs(text) } : {})}
        onSelect={(day, { source }) => {
          onChange(day.format('YYYY-MM-DD'))
          if (source === 'date') setPicking(false)
        }}
      />
    </div>
  )
  return (
    <Field label={labelFor(label, wanted)} for={id} hint={hint} fault={shown}>
      <Input
        id={id}
        value={text}
        placeholder="年-月-日"
        autoComplete="off"
        {...(autoFocus === undefined ? {} : { autoFocus })}
        status={tone(shown, wanted)}
        {...described(id, shown)}
        onChange={(event) => onChange(orNull(event.target.value))}
        onFocus={() => setTyping(true)}
        onBlur={settle}
        onPressEnter={settle}
        suffix={
          <Popover content={calendar} trigger={['click']} open={picking} onOpenChange={setPicking} destroyOnHidden>
            <Button
              type="text"
              size="small"
              tabIndex={-1}
              icon={<CalendarOutlined />}
              aria-label={`从日历选${label}`}
            />
          </Popover>
        }
      />
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
