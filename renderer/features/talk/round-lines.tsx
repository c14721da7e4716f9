import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { NewTalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { isDay, weekdayName } from '../../../shared/kernel/dates.ts'
import { DayField } from '../../ui/day-field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { NamedField } from './named-field.tsx'
import type { Named } from './talk-names.ts'

/** A proposed talk as it stands on the sheet; somebody may be typed who is not found yet. */
export type RoundChoice = Omit<NewTalkPlan, 'talker' | 'partner'> & {
  key: string
  taken: boolean
  talker: Person | null
  partner: Person | null
}

type EditProps = { choice: RoundChoice; people: readonly Named[]; onChange: (part: Partial<RoundChoice>) => void }

function Edit({ choice, people, onChange }: EditProps) {
  const { key, plannedOn, talker, partner, note } = choice
  return (
    <div className="talk-row round">
      <DayField
        id={`round-day-${key}`}
        label="日期"
        value={plannedOn}
        autoFocus
        onChange={(day) => onChange({ plannedOn: day ?? '' })}
      />
      <NamedField
        id={`round-talker-${key}`}
        label="谈话人"
        value={talker}
        people={people}
        onChange={(one) => onChange({ talker: one })}
      />
      <NamedField
        id={`round-partner-${key}`}
        label="谈话对象"
        value={partner}
        people={people}
        onChange={(one) => onChange({ partner: one })}
      />
      <TextField
        id={`round-note-${key}`}
        label="备注"
        value={note}
        maxLength={200}
        onChange={(text) => onChange({ note: text })}
      />
    </div>
  )
}

type LineProps = EditProps & { editing: boolean; onEdit: () => void }

function Line({ choice, people, editing, onChange, onEdit }: LineProps) {
  const { taken, plannedOn, talker, partner, note } = choice
  const pair = `${talker?.name ?? ''}同${partner?.name ?? ''}`
  return (
    <li className={taken ? 'talk-round-line' : 'talk-round-line left-out'}>
      <Checkbox
        aria-label={`采用 ${plannedOn} ${pair}`}
        checked={taken}
        onChange={(event) => onChange({ taken: event.target.checked })}
      />
      <span>{isDay(plannedOn) ? `${plannedOn} ${weekdayName(plannedOn)}` : plannedOn}</span>
      <span>
        {talker?.name} <span className="quiet">同</span> {partner?.name}
      </span>
      <span className="note talk-cut">{note}</span>
      <button
        type="button"
        className="link"
        aria-label={`${editing ? '收起' : '改'} ${plannedOn} ${pair}`}
        aria-expanded={editing}
        onClick={onEdit}
      >
        {editing ? '收起' : '改'}
      </button>
      {editing ? <Edit choice={choice} people={people} onChange={onChange} /> : null}
    </li>
  )
}

type Props = {
  choices: readonly RoundChoice[]
  people: readonly Named[]
  onChange: (key: string, part: Partial<RoundChoice>) => void
}

/** The talks put forward, by day; each may be left out or changed. */
export function RoundLines({ choices, people, onChange }: Props) {
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <ol className="talk-round-list" aria-label="建议的谈话">
      {choices.map((choice) => (
        <Line
          key={choice.key}
          choice={choice}
          people={people}
          editing={editing === choice.key}
          onChange={(part) => onChange(choice.key, part)}
          onEdit={() => setEditing(editing === choice.key ? null : choice.key)}
        />
      ))}
    </ol>
  )
}
