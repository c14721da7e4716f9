import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Field } from '../../ui/field.tsx'

type Props = { value: string | null; name: string | null; onChange: (memberId: string | null) => void }

/** Which member of the roster the account's holder is: that makes him a party to his own talks. */
export function MemberLink({ value, name, onChange }: Props) {
  const [text, setText] = useState('')
  const found = useQuery({ ...api.account.people.queryOptions({ text }), enabled: text.trim() !== '' })
  const options = (found.data ?? []).map(({ id, name: label, branch }) => ({
    value: id,
    label: `${label}（${branch}）`
  }))
  const known = value === null || options.some((one) => one.value === value) ? [] : [{ value, label: name ?? '已选' }]
  return (
    <Field label="对应党员" for="account-member" hint="他本人在名册里是谁；谈话等涉及他自己时要用。可以不填。">
      <Select<string>
        id="account-member"
        style={{ width: '100%' }}
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder="输入姓名或拼音查找"
        {...(value === null ? {} : { value })}
        notFoundContent={text === '' ? '输入姓名或拼音' : '没有找到'}
        options={[...known, ...options]}
        onChange={(id?: string) => onChange(id ?? null)}
      />
    </Field>
  )
}
