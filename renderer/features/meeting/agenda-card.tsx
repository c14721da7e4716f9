import { RestrictionNote } from '../../app/restriction-note.tsx'
import { DeleteOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { type AgendaItem, agendaKinds, type Person } from '../../../shared/features/meeting/meeting.ts'
import { procedureOf } from '../../../shared/features/meeting/admission-rules.ts'
import { voteFor, withMovedItem, withNewItem, withoutItem } from './agenda-changes.ts'
import type { Draft } from './meeting-draft.ts'
import { PersonInput } from './person-input.tsx'
import { VoteFields, voteSwitch } from './vote-fields.tsx'

const discussesPerson = (item: AgendaItem): boolean => !['一般', '报告', '选举'].includes(item.kind)

/** Who is put forward: the one an item is about; in an election, whoever it names. */
function proposedIn(item: AgendaItem, roll: Draft['roll']): Person[] {
  if (discussesPerson(item)) return item.subject === null ? [] : [item.subject]
  if (item.kind !== '选举') return []
  const said = `${item.title}${item.resolution ?? ''}`
  return roll.filter(({ name }) => said.includes(name)).map(({ name, memberId }) => ({ name, memberId }))
}

/** The steps of an admission and the like, to tick as they were gone through. */
function Procedure({ item, onChange }: { item: AgendaItem; onChange: (steps: string[]) => void }) {
  const steps = procedureOf(item.kind)
  if (steps.length === 0) return null
  return (
    <div className="agenda-subject procedure" role="group" aria-label={`第 ${item.number} 个议题的程序`}>
      <span className="note">程序</span>
      <Checkbox.Group<string>
        options={steps.map((step) => ({ value: step, label: step }))}
        value={item.steps}
        onChange={(chosen) => onChange(steps.filter((step) => chosen.includes(step)))}
      />
    </div>
  )
}

function ItemRow({
  draft,
  item,
  active,
  onActive
}: {
  draft: Draft
  item: AgendaItem
  active: boolean
  onActive: () => void
}) {
  const { change, changeItem, meeting, roll } = draft
  const set = (part: Partial<AgendaItem>): void => changeItem(item.number, part)
  const press = (event: KeyboardEvent): void => {
    if (!event.altKey || event.nativeEvent.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    change({ agenda: withMovedItem(meeting.agenda, item.number, event.key === 'ArrowUp' ? -1 : 1) })
  }
  return (
    <li className={active ? 'agenda-item active' : 'agenda-item'} onFocus={onActive} onKeyDown={press}>
      <div className="agenda-line">
        <span className="quiet" title="Alt ↑ ↓ 移动">
          <HolderOutlined />
        </span>
        <strong>{item.number}</strong>
        <Input
          id={`agenda-${item.number}-title`}
          aria-label={`第 ${item.number} 个议题`}
          className="agenda-title"
          variant="borderless"
          maxLength={200}
          value={item.title}
          onFocus={(event) => {
            if (item.title === `议题${item.number}`) event.target.select()
          }}
          onChange={(event) => set({ title: event.target.value === '' ? `议题${item.number}` : event.target.value })}
        />
        <PersonInput
          id={`agenda-${item.number}-presenter`}
          label={`第 ${item.number} 个议题汇报人`}
          width={92}
          placeholder="汇报人"
          value={item.presenter}
          roll={roll}
          onChange={(presenter) => set({ presenter })}
        />
        <Select
          aria-label={`第 ${item.number} 个议题类型`}
          style={{ width: 148 }}
          value={item.kind}
          options={agendaKinds.map((kind) => ({ value: kind, label: kind }))}
          onChange={(kind) => set({ kind, vote: voteFor(kind, item.vote), steps: [] })}
        />
        <Checkbox checked={item.vote !== null} onChange={() => set(voteSwitch(item))}>
          表决
        </Checkbox>
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`删除第 ${item.number} 个议题`}
          onClick={() => change({ agenda: withoutItem(meeting.agenda, item.number) })}
        />
      </div>
      {discussesPerson(item) ? (
        <div className="agenda-subject">
          <span className="note">被讨论人</span>
          <PersonInput
            id={`agenda-${item.number}-subject`}
            label={`第 ${item.number} 个议题被讨论人`}
            width={120}
            value={item.subject}
            roll={roll}
            onChange={(subject) => set({ subject })}
          />
        </div>
      ) : null}
      {proposedIn(item, roll).map((person) => (
        <RestrictionNote key={person.memberId ?? person.name} person={person} day={meeting.date} />
      ))}
      <Procedure item={item} onChange={(steps) => set({ steps })} />
      <VoteFields draft={draft} item={item} />
    </li>
  )
}

type Props = { draft: Draft; active: number; onActive: (number: number) => void }

/** 议题与表决: one line an item, figures and verdict under it. Ctrl Enter adds, Alt ↑ ↓ moves. */
export function AgendaCard({ draft, active, onActive }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const add = (): void => {
    draft.change({ agenda: withNewItem(draft.meeting.agenda) })
    const number = draft.meeting.agenda.length + 1
    onActive(number)
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`#agenda-${number}-title`)?.focus())
  }
  return (
    <section
      className="card"
      aria-label="议题与表决"
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) add()
      }}
    >
      <header className="card-head">
        <span className="step counted" />
        <h2 className="card-title">议题与表决</h2>
        <span className="note push">Ctrl Enter 加议题</span>
        <Button icon={<PlusOutlined />} onClick={add}>
          加议题
        </Button>
      </header>
      {draft.meeting.agenda.length === 0 ? (
        <p className="note" style={{ padding: '14px 16px' }}>
          还没有议题。加上议题后，在下面按议题写发言，表决事项填票数就有结论。
        </p>
      ) : null}
      <ol className="agenda" ref={list}>
        {draft.meeting.agenda.map((item) => (
          <ItemRow
            key={item.number}
            draft={draft}
            item={item}
            active={item.number === active}
            onActive={() => onActive(item.number)}
          />
        ))}
      </ol>
    </section>
  )
}
