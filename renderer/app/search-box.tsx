import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/client.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useKeys } from '../ui/keys.ts'
import { useMenuCommand } from './menu-command.ts'

/** Ctrl K: people by name, pinyin or initials, and meetings by name; Enter goes there. */
export function SearchBox() {
  const [text, setText] = useState('')
  const box = useRef<RefSelectProps>(null)
  const navigate = useNavigate()
  const people = useQuery({ ...api.member.search.queryOptions({ text, limit: 8 }), enabled: text.trim() !== '' })
  const meetings = useQuery({ ...api.meeting.search.queryOptions({ text, limit: 6 }), enabled: text.trim() !== '' })
  const focus = (): void => box.current?.focus()
  useKeys({ 'Ctrl+K': focus })
  useMenuCommand('search', focus)
  const options = [
    ...(people.data ?? []).map((row) => ({
      value: `/member?organisation=${row.organisationId}&member=${row.id}`,
      label: `${row.name}　${row.category}，${row.organisation}${row.former ? '（已离开）' : ''}`
    })),
    ...(meetings.data ?? []).map((row) => ({
      value: `/meeting/${row.id}`,
      label: `${row.title}　${row.date}，${row.organisation}`
    }))
  ]
  return (
    <AutoComplete
      ref={box}
      className="search-box"
      value={text}
      onSearch={setText}
      onSelect={(to: string) => {
        setText('')
        void navigate(to)
      }}
      options={text.trim() === '' ? [] : options}
      defaultActiveFirstOption
      notFoundContent={text.trim() === '' || people.isFetching ? null : '没有叫这个名字的人或会议'}
    >
      <Input
        prefix={<SearchOutlined />}
        suffix={<Kbd>Ctrl K</Kbd>}
        placeholder="搜人、会议，可输拼音首字母"
        aria-label="搜索"
      />
    </AutoComplete>
  )
}
