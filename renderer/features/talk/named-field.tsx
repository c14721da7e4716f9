import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import { described, tone } from '../../ui/inputs.tsx'
import { labelsOf, matches, type Named, personOf, settledPerson } from './talk-names.ts'

type Props = {
  id: string
  label: string
  value: Person | null
  people: readonly Named[]
  onChange: (person: Person | null) => void
  fault?: string | undefined
  autoFocus?: boolean
  placeholder?: string
  /** The label is above, or is only for those who listen. */
  bare?: boolean
}

/** Somebody of the branch by name or initials; who is on no roster stays as typed. */
export function NamedField({ id, label, value, people, onChange, fault, autoFocus, placeholder = '', bare }: Props) {
  const labels = useMemo(() => labelsOf(people), [people])
  const options = people.map((person) => ({
    value: labels.get(person.memberId) ?? person.name,
    key: person.memberId,
    person,
    label: (
      <>
        {person.name} <span className="quiet">{[...person.posts, person.category].slice(0, 2).join('，')}</span>
      </>
    )
  }))
  const text = value === null ? '' : value.memberId === null ? value.name : (labels.get(value.memberId) ?? value.name)
  return (
    <div className="field talk-person">
      {bare ? null : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <AutoComplete
        id={id}
        {...(bare ? { 'aria-label': label } : {})}
        {...(autoFocus === true ? { autoFocus: true } : {})}
        style={{ width: '100%' }}
        value={text}
        placeholder={placeholder}
        options={options}
        status={tone(fault, false)}
        {...described(id, fault)}
        showSearch={{ filterOption: (typed, option) => option !== undefined && matches(option.person, typed) }}
        defaultActiveFirstOption
        popupMatchSelectWidth={220}
        onChange={(typed: string | undefined) => onChange(personOf(typed ?? '', people))}
        onBlur={() => onChange(settledPerson(value, people))}
      />
    </div>
  )
}
