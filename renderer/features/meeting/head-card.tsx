import { DatePicker, Input, TimePicker } from 'antd'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import type { ReactNode } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import type { Draft } from './meeting-draft.ts'
import { PersonInput } from './person-input.tsx'

dayjs.extend(customParseFormat)

const time = (text: string | null) => (text === null ? null : dayjs(text, 'HH:mm'))

function Labelled({ label, id, children }: { label: string; id?: string; children: ReactNode }) {
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

/** When, where and who leads: one row, in the order of the paper. */
export function HeadCard({ draft }: { draft: Draft }) {
  const { meeting, change, roll, desk } = draft
  const byStatedYear = meeting.types.some((type) => type === '组织生活会' || type === '民主评议党员')
  return (
    <section className="card head-card" aria-label="会议基本情况">
      <Labelled label="党组织" id="organisation">
        <Input id="organisation" value={labelOf(desk.organisation)} readOnly />
      </Labelled>
      <Labelled label="日期" id="date">
        <DatePicker
          id="date"
          style={{ width: '100%' }}
          allowClear={false}
          suffixIcon={null}
          value={dayjs(meeting.date)}
          onChange={(_day, text) => {
            const date = typeof text === 'string' ? text : ''
            if (date !== '') change(byStatedYear ? { date } : { date, year: yearOf(date) })
          }}
        />
      </Labelled>
      <Labelled label="开始" id="start">
        <TimePicker
          id="start"
          style={{ width: '100%' }}
          format="HH:mm"
          minuteStep={5}
          needConfirm={false}
          placeholder="14:30"
          suffixIcon={null}
          value={time(meeting.start)}
          onChange={(value) => change({ start: value === null ? null : value.format('HH:mm') })}
        />
      </Labelled>
      <Labelled label="结束" id="end">
        <TimePicker
          id="end"
          style={{ width: '100%' }}
          format="HH:mm"
          minuteStep={5}
          needConfirm={false}
          placeholder="16:00"
          suffixIcon={null}
          value={time(meeting.end)}
          onChange={(value) => change({ end: value === null ? null : value.format('HH:mm') })}
        />
      </Labelled>
      <Labelled label="地点" id="place">
        <Input
          id="place"
          maxLength={100}
          value={meeting.place ?? ''}
          onChange={(event) => change({ place: event.target.value === '' ? null : event.target.value })}
        />
      </Labelled>
      <Labelled label="主持人" id="host">
        <PersonInput id="host" label="主持人" value={meeting.host} roll={roll} onChange={(host) => change({ host })} />
      </Labelled>
      <Labelled label="记录人" id="recorder">
        <PersonInput
          id="recorder"
          label="记录人"
          value={meeting.recorder}
          roll={roll}
          onChange={(recorder) => change({ recorder })}
        />
      </Labelled>
    </section>
  )
}
