import { Select } from 'antd'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { Field } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import type { BulkChange, BulkField } from './bulk-change.ts'
import { degrees, educations, nations } from './member-fields.tsx'
import type { OrganisationNode } from './roster.ts'

const suggestions = { nation: nations, education: educations, degree: degrees, job: [] } as const

type Props = {
  field: BulkField
  label: string
  change: BulkChange
  groups: readonly OrganisationNode[]
  onChange: (change: BulkChange) => void
}

/** The value one fact gets for everybody chosen. */
export function BulkInput({ field, label, change, groups, onChange }: Props) {
  const id = `bulk-${field}`
  if (field === 'groupId')
    return (
      <Field label="改成哪个党小组" for={id}>
        <Select
          id={id}
          style={{ width: '100%' }}
          value={change.groupId ?? null}
          onChange={(groupId: string | null) => onChange({ ...change, groupId })}
          options={[{ value: null, label: '不编组' }, ...groups.map((one) => ({ value: one.id, label: labelOf(one) }))]}
        />
      </Field>
    )
  if (field === 'leader')
    return (
      <ChoiceField
        id={id}
        label="改成"
        value={change.leader === true ? '是领导干部' : '不是领导干部'}
        options={['是领导干部', '不是领导干部'] as const}
        onChange={(choice) => onChange({ ...change, leader: choice === '是领导干部' })}
      />
    )
  return (
    <TextField
      id={id}
      label={`${label}改成`}
      value={change[field] ?? null}
      suggestions={suggestions[field]}
      hint="不填就是清空"
      onChange={(text) => onChange({ ...change, [field]: text })}
    />
  )
}
