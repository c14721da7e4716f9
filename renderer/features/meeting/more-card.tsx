import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { meetingTitle, meetingTypes } from '../../../shared/features/meeting/meeting.ts'
import { parseMaterial, formatMaterial } from '../../../shared/features/ledger/ledger-texts.ts'
import type { Draft } from './meeting-draft.ts'
import { peopleOf, PersonInput } from './person-input.tsx'
import { personOf } from './agenda-changes.ts'

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

function Item({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

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
    <Item label="学习材料，一行一份：《题名》（发布日期）" id="materials">
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
    </Item>
  )
}

/** What only some meetings have: several types, lecture, theme, study, late arrivals, numbers and dates of writing. */
export function MoreCard({ draft }: { draft: Draft }) {
  const { meeting, change, roll } = draft
  const people = peopleOf(roll)
  const lecture = meeting.types.includes('党课')
  const theme = meeting.types.includes('主题党日')
  return (
    <section className="card" aria-label="其他内容">
      <header className="card-head">
        <span className="step">4</span>
        <h2 className="card-title">其他内容</h2>
        <span className="note">没有就不填</span>
      </header>
      <div className="card-body more-grid">
        <Item label="会议类型，可兼记" id="types">
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
        </Item>
        <Item label="会议名称" id="name">
          <Input
            id="name"
            maxLength={100}
            placeholder={meetingTitle({ ...meeting, name: null })}
            value={meeting.name ?? ''}
            onChange={(event) => change({ name: textOrNull(event.target.value) })}
          />
        </Item>
        <Item label="会议编号" id="number">
          <Input
            id="number"
            maxLength={40}
            value={meeting.number}
            onChange={(event) => change({ number: event.target.value })}
          />
        </Item>
        <Item label="所属年度" id="year">
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
        </Item>
        {lecture ? (
          <>
            <Item label="主讲人" id="lecturer">
              <PersonInput
                id="lecturer"
                label="主讲人"
                value={meeting.lecturer}
                roll={roll}
                onChange={(lecturer) => change({ lecturer })}
              />
            </Item>
            <Item label="党课题目" id="topic">
              <Input
                id="topic"
                maxLength={200}
                value={meeting.topic ?? ''}
                onChange={(event) => change({ topic: textOrNull(event.target.value) })}
              />
            </Item>
          </>
        ) : null}
        {theme ? (
          <Item label="主题" id="theme">
            <Input
              id="theme"
              maxLength={200}
              value={meeting.theme ?? ''}
              onChange={(event) => change({ theme: textOrNull(event.target.value) })}
            />
          </Item>
        ) : null}
        <Item label="学时" id="hours">
          <InputNumber
            id="hours"
            style={{ width: '100%' }}
            controls={false}
            min={0}
            max={1000}
            value={meeting.hours}
            onChange={(hours) => change({ hours })}
          />
        </Item>
        <Item label="迟到早退" id="late">
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
        </Item>
        <Item label="写成日期，与会议同日不填" id="writtenOn">
          <DatePicker
            id="writtenOn"
            style={{ width: '100%' }}
            value={meeting.writtenOn === null ? null : dayjs(meeting.writtenOn)}
            onChange={(day) => change({ writtenOn: day === null ? null : day.format('YYYY-MM-DD') })}
          />
        </Item>
        <Materials draft={draft} />
        <Item label="其他记录（活动过程、主持人总结等）" id="minutes">
          <Input.TextArea
            id="minutes"
            rows={2}
            className="grow"
            value={meeting.minutes ?? ''}
            onChange={(event) => change({ minutes: textOrNull(event.target.value) })}
          />
        </Item>
      </div>
    </section>
  )
}
