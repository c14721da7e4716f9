import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import type { Person } from '../../shared/features/meeting/meeting.ts'
import { api } from '../api/client.ts'
import { Field } from '../ui/field.tsx'

type Props = {
  id: string
  label: string
  organisationId: string
  value: Person | null
  onChange: (person: Person | null) => void
  fault: string | undefined
}

/** Somebody of the roster of an organisation, or a name as text (各党小组). A name two people share stays text. */
export function PersonField({ id, label, organisationId, value, onChange, fault }: Props) {
  const people = useQuery({
    ...api.member.page.queryOptions({ organisationId, view: 'current', order: 'post', offset: 0, limit: 500 }),
    enabled: organisationId !== ''
  })
  const named = (name: string): Person | null => {
    const found = (people.data ?? []).filter((row) => row.name === name.trim())
    const [only] = found
    return name.trim() === ''
      ? null
      : { name: name.trim(), memberId: found.length === 1 && only !== undefined ? only.id : null }
  }
  return (
    <Field label={label} for={id} fault={fault}>
      <AutoComplete
        id={id}
        style={{ width: '100%' }}
        value={value?.name ?? ''}
        options={[...new Set((people.data ?? []).map((row) => row.name))].map((name) => ({ value: name }))}
        showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
        onChange={(name: string) => onChange(named(name))}
      />
    </Field>
  )
}
