import { PlusOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { AbsenceReason } from '../../../shared/features/meeting/meeting.ts'
import type { Attendee, Counts } from '../../../shared/features/meeting/meeting-rules.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { Draft } from './meeting-draft.ts'

const reasonKeys: Record<string, AbsenceReason> = { q: '病假', w: '事假', e: '公差', r: '无故', t: '其他' }

type ChipProps = {
  person: Attendee
  reason: AbsenceReason | null
  first: boolean
  onToggle: () => void
  onReason: (reason: AbsenceReason) => void
  onMove: (by: number) => void
}

function Chip({ person, reason, first, onToggle, onReason, onMove }: ChipProps) {
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const named = reasonKeys[event.key.toLowerCase()]
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key]
    if (named !== undefined) onReason(named)
    else if (step !== undefined) onMove(step)
    else return
    event.preventDefault()
  }
  const mark = person.why === '预备党员' ? '预备' : person.why
  return (
    <button
      type="button"
      className={`chip ${reason === null ? 'present' : 'absent'}`}
      aria-pressed={reason === null}
      tabIndex={first ? 0 : -1}
      onClick={onToggle}
      onKeyDown={press}
    >
      {reason === null ? '✓ ' : ''}
      {person.name}
      {mark === null ? null : <small> {mark}</small>}
      {reason === null ? null : <small className="chip-reason"> {reason}</small>}
    </button>
  )
}

function Guests({ draft }: { draft: Draft }) {
  const [adding, setAdding] = useState(false)
  const [name, setName] = useState('')
  const { guests } = draft.meeting
  const add = (): void => {
    if (name.trim() !== '') draft.change({ guests: [...guests, name.trim()] })
    setName('')
  }
  return (
    <div className="guests">
      {guests.length === 0 ? null : <span className="note">列席</span>}
      {guests.map((guest, index) => (
        <button
          type="button"
          className="chip guest"
          // Two guests may have one name; their place tells them apart.
          key={`${index}-${guest}`}
          aria-label={`去掉列席 ${guest}`}
          onClick={() => draft.change({ guests: guests.filter((_guest, at) => at !== index) })}
        >
          {guest} ×
        </button>
      ))}
      {adding ? (
        <Input
          autoFocus
          size="small"
          style={{ width: 180 }}
          placeholder="列席人姓名，回车加入"
          aria-label="列席人姓名"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add()
          }}
          onBlur={() => {
            add()
            setAdding(false)
          }}
        />
      ) : (
        <button type="button" className="link" onClick={() => setAdding(true)} disabled={draft.locked}>
          <PlusOutlined /> 列席
        </button>
      )}
    </div>
  )
}

export function CountLine({ counts }: { counts: Counts }) {
  const figures: [string, number][] = [
    ['应到', counts.expected],
    ['实到', counts.present],
    ['有表决权应到', counts.eligible],
    ['有表决权到会', counts.presentEligible]
  ]
  return (
    <div className="count-line">
      {figures.map(([label, value]) => (
        <span key={label}>
          {label} <strong data-testid={label}>{value}</strong>
        </span>
      ))}
    </div>
  )
}

/** 名单点名: everybody expected is present until marked; arrows walk, 空格 toggles, letters give the reason. */
export function RollCall({ draft }: { draft: Draft }) {
  const box = useRef<HTMLDivElement>(null)
  const { meeting, roll, change } = draft
  const expected = roll.filter((person) => person.expected)
  const aside = roll.filter((person) => !person.expected)
  const reasons = new Map(meeting.absences.map((absence) => [absence.memberId, absence.reason]))
  const mark = (person: Attendee, reason: AbsenceReason | null): void => {
    const others = meeting.absences.filter((absence) => absence.memberId !== person.memberId)
    change({
      absences: reason === null ? others : [...others, { memberId: person.memberId, name: person.name, reason }]
    })
  }
  const move = (from: number, by: number): void => {
    const chips = box.current?.querySelectorAll<HTMLButtonElement>('.chip')
    chips?.[Math.max(0, Math.min(expected.length - 1, from + by))]?.focus()
  }
  return (
    <>
      <div className="chips" ref={box} role="group" aria-label="点名">
        {expected.map((person, index) => (
          <Chip
            key={person.memberId}
            person={person}
            reason={reasons.get(person.memberId) ?? null}
            first={index === 0}
            onToggle={() => mark(person, reasons.has(person.memberId) ? null : '其他')}
            onReason={(reason) => mark(person, reason)}
            onMove={(by) => move(index, by)}
          />
        ))}
        {expected.length === 0 ? <p className="note">这一天没有应到的人，请核对日期、会议类型和党员名册。</p> : null}
      </div>
      {aside.length === 0 ? null : (
        <p className="note">不计应到：{aside.map((person) => `${person.name}（${person.why}）`).join('、')}</p>
      )}
      <Guests draft={draft} />
    </>
  )
}

export const rollCallHint = (
  <>
    单击或按 <Kbd>空格</Kbd> 切换，<Kbd>Q</Kbd> 病假 <Kbd>W</Kbd> 事假 <Kbd>E</Kbd> 公差 <Kbd>R</Kbd> 无故
  </>
)
