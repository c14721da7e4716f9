import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { Attendee } from '../../../shared/features/meeting/meeting-rules.ts'
import { personOf } from './agenda-changes.ts'
import { useNameMatch } from './initials.ts'

/** Names of the roll to their ids; a name two people share stands for neither, it must be told apart first. */
export function peopleOf(roll: readonly Attendee[]): Map<string, string> {
  const people = new Map<string, string>()
  const twice = new Set<string>()
  for (const { name, memberId } of roll) {
    if (people.has(name)) twice.add(name)
    people.set(name, memberId)
  }
  for (const name of twice) people.delete(name)
  return people
}

type Props = {
  id: string
  label: string
  value: Person | null
  roll: readonly Attendee[]
  onChange: (person: Person | null) => void
  width?: number | string
  placeholder?: string
}

/** A person of the roll or a name as text (somebody of the level above). Typing a name or its initials narrows the list. */
export function PersonInput({ id, label, value, roll, onChange, width = '100%', placeholder = '' }: Props) {
  const people = useMemo(() => peopleOf(roll), [roll])
  const matches = useNameMatch()
  const options = roll.map((person) => ({
    value: person.name,
    key: person.memberId,
    label: person.posts.length === 0 ? person.name : `${person.name}　${person.posts.join('、')}`
  }))
  return (
    <AutoComplete
      id={id}
      aria-label={label}
      style={{ width }}
      value={value?.name ?? ''}
      placeholder={placeholder}
      options={options}
      showSearch={{
        filterOption: (text, option) =>
          option !== undefined && matches({ memberId: option.key, name: option.value }, text)
      }}
      defaultActiveFirstOption
      popupMatchSelectWidth={200}
      onChange={(name: string) => onChange(personOf(name, people))}
    />
  )
}
