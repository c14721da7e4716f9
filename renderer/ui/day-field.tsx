import './inputs.css'
import { CalendarOutlined } from '@ant-design/icons'
import { Button, Calendar, Input, Popover, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { readDay } from '../../shared/kernel/cells.ts'
import { isDay } from '../../shared/kernel/dates.ts'
import { Field } from './field.tsx'
import { described, type FieldProps, labelFor, orNull, tone } from './inputs.tsx'

const years = Array.from({ length: 131 }, (_, index) => ({ value: 1930 + index, label: `${1930 + index} 年` }))
const months = Array.from({ length: 12 }, (_, index) => ({ value: index, label: `${index + 1} 月` }))

/** Year and month over the days of the calendar; the library's own have no names for people who cannot see them. */
function MonthHead({ month, onTurn }: { month: Dayjs; onTurn: (month: Dayjs) => void }) {
  return (
    <div className="day-picker-head">
      <Select aria-label="年" value={month.year()} options={years} onChange={(year) => onTurn(month.year(year))} />
      <Select aria-label="月" value={month.month()} options={months} onChange={(at) => onTurn(month.month(at))} />
    </div>
  )
}

/**
 * A day to type or to pick. `19980621`, `1998.6.21` and `1998年6月21日` become 1998-06-21 on leaving the field; what
 * cannot be read stays as typed, with the reason under it.
 */
export function DayField({ id, label, value, onChange, hint, fault, wanted, autoFocus }: FieldProps) {
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
        headerRender={({ value: month, onChange: turn }) => <MonthHead month={month} onTurn={turn} />}
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
