import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import type { Person } from '../../../shared/features/meeting/meeting.ts'
import { api } from '../../api/client.ts'
import { Field } from '../../ui/field.tsx'

type Props = {
  organisationId: string
  value: Person | null
  onChange: (person: Person | null) => void
  fault: string | undefined
}

/** 责任人: somebody of the roster, or a name as text (各党小组). A name two people share stays text. */
export function TaskPerson({ organisationId, value, onChange, fault }: Props) {
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
    <Field label="责任人" for="task-person" fault={fault}>
      <AutoComplete
        id="task-person"
        style={{ width: '100%' }}
        value={value?.name ?? ''}
        options={[...new Set((people.data ?? []).map((row) => row.name))].map((name) => ({ value: name }))}
        showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
        onChange={(name: string) => onChange(named(name))}
      />
    </Field>
  )
}
