import { AutoComplete } from 'antd'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import type { Desk } from './life-draft.ts'

type Props = {
  label: string
  people: Desk['people']
  value: Person | null
  onChange: (person: Person | null) => void
}

/** Somebody of the roll, found by name or initials; another name stays text. */
export function RollPerson({ label, people, value, onChange }: Props) {
  const alone = new Map(
    [...Map.groupBy(people, ({ name }) => name)].flatMap(([name, ones]) =>
      ones.length === 1 && ones[0] !== undefined ? [[name, ones[0].memberId] as const] : []
    )
  )
  return (
    <AutoComplete
      aria-label={label}
      placeholder={label}
      className="life-person"
      value={value?.name ?? ''}
      options={people.map(({ memberId, name, initials, posts }) => ({
        value: name,
        key: memberId,
        initials,
        label: posts.length === 0 ? name : `${name}　${posts.join('、')}`
      }))}
      showSearch={{
        filterOption: (text, option) =>
          option !== undefined && (option.value.includes(text) || option.initials.startsWith(text.toLowerCase()))
      }}
      defaultActiveFirstOption
      popupMatchSelectWidth={200}
      onChange={(name: string) => onChange(name === '' ? null : { name, memberId: alone.get(name) ?? null })}
    />
  )
}
