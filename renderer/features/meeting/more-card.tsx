import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { meetingTitle, meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { parseMaterial, formatMaterial } from '../../../shared/features/ledger/ledger-texts.ts'
import { Field } from '../../ui/field.tsx'
import type { Draft } from './meeting-draft.ts'
import { peopleOf } from './person-input.tsx'
import { PhraseArea } from './phrase-area.tsx'
import { isActivity, TypeFields, textOrNull } from './type-fields.tsx'
import { personOf } from './agenda-changes.ts'

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** 学习材料, one a line: 《题名》（发布日期）. Kept at every key while it can be read; what cannot is told on leaving the box. */
function Materials({ draft }: { draft: Draft }) {
  const [text, setText] = useState(() => draft.meeting.materials.map(formatMaterial).join('\n'))
  const [typing, setTyping] = useState(false)
  const bad = linesOf(text).find((line) => parseMaterial(line) === null)
  const type = (typed: string): void => {
    setText(typed)
    setTyping(true)
    const parsed = linesOf(typed).map(parseMaterial)
    if (!parsed.includes(null)) draft.change({ materials: parsed.filter((one) => one !== null) })
  }
  return (
    <Field label="学习材料，一行一份：《题名》（发布日期）" for="materials">
      <Input.TextArea
        id="materials"
        rows={2}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyping(false)}
      />
      {bad === undefined || typing ? null : (
        <p className="field-fault">{`“${bad}”的发布日期看不懂，应写成（2026-03-01）。`}</p>
      )}
    </Field>
  )
}

/** What only some meetings have: several types, lecture, theme, study, late arrivals, numbers and dates of writing. */
export function MoreCard({ draft }: { draft: Draft }) {
  const { meeting, change, roll } = draft
  const people = peopleOf(roll)
  return (
    <section className="card" aria-label="其他内容">
      <header className="card-head">
        <span className="step counted" />
        <h2 className="card-title">其他内容</h2>
        <span className="note">没有就不填</span>
      </header>
      <div className="card-body more-grid">
        <Field label="会议类型，可兼记" for="types">
          <Select
            id="types"
            mode="multiple"
            style={{ width: '100%' }}
            value={meeting.types}
            options={meetingTypes.map((type) => ({ value: type, label: type }))}
            onChange={(types) => {
              if (types.length > 0) change({ types })
            }}
          />
        </Field>
        <Field label="会议名称" for="name">
          <Input
            id="name"
            maxLength={100}
            placeholder={meetingTitle({ ...meeting, name: null })}
            value={meeting.name ?? ''}
            onChange={(event) => change({ name: textOrNull(event.target.value) })}
          />
        </Field>
        <Field label="会议编号" for="number">
          <Input
            id="number"
            maxLength={40}
            value={meeting.number}
            onChange={(event) => change({ number: event.target.value })}
          />
        </Field>
        <Field label="所属年度" for="year">
          <InputNumber
            id="year"
            style={{ width: '100%' }}
            controls={false}
            min={1900}
            max={2100}
            precision={0}
            value={meeting.year}
            onChange={(year) => {
              if (year !== null) change({ year })
            }}
          />
        </Field>
        <TypeFields draft={draft} />
        <Field label="学时" for="hours">
          <InputNumber
            id="hours"
            style={{ width: '100%' }}
            controls={false}
            min={0}
            max={1000}
            value={meeting.hours}
            onChange={(hours) => change({ hours })}
          />
        </Field>
        <Field label="迟到早退" for="late">
          <Select
            id="late"
            mode="tags"
            style={{ width: '100%' }}
            value={meeting.lateOrEarly.map((person) => person.name)}
            options={roll.map((person) => ({ value: person.name, label: person.name }))}
            onChange={(names: string[]) =>
              change({ lateOrEarly: names.flatMap((name) => personOf(name, people) ?? []) })
            }
          />
        </Field>
        <Field label="写成日期，与会议同日不填" for="writtenOn">
          <DatePicker
            id="writtenOn"
            style={{ width: '100%' }}
            value={meeting.writtenOn === null ? null : dayjs(meeting.writtenOn)}
            onChange={(day) => change({ writtenOn: day === null ? null : day.format('YYYY-MM-DD') })}
          />
        </Field>
        <Materials draft={draft} />
        {isActivity(meeting) ? null : (
          <div className="more-wide">
            <PhraseArea
              id="minutes"
              field="minutes"
              label="其他记录（活动过程、主持人总结等）"
              rows={2}
              value={meeting.minutes ?? ''}
              onChange={(text) => change({ minutes: textOrNull(text) })}
            />
          </div>
        )}
      </div>
    </section>
  )
}
