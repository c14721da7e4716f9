import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { searchKindNames } from '../../shared/features/search/search.ts'
import { api, type Outputs, problemOfError } from '../api/client.ts'
import { HitLine } from '../features/search/hit-line.tsx'
import { allHitsAt, byKind, placeOf } from '../features/search/hit-place.ts'
import { useComposing } from '../features/search/use-composing.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useKeys } from '../ui/keys.ts'
import { useMenuCommand } from './menu-command.ts'

const all = 'all'

/** The first hits of each kind under its name and number, and the way to all of them as the last row. */
function optionsOf({ hits, total, counts }: Outputs['search']['quick']) {
  const groups = byKind(hits).map(([kind, group]) => ({
    label: `${searchKindNames[kind]} ${counts.kinds[kind] ?? group.length}`,
    options: group.map((hit) => ({ value: `${hit.kind} ${hit.id}`, label: <HitLine hit={hit} /> }))
  }))
  return total === 0 ? [] : [...groups, { label: '', options: [{ value: all, label: `看全部 ${total} 条结果` }] }]
}

/** Ctrl K: every record by its words, people by pinyin and initials too; Enter goes there. */
export function SearchBox() {
  const [text, setText] = useState('')
  const box = useRef<RefSelectProps>(null)
  const navigate = useNavigate()
  const { composing, guard } = useComposing()
  const given = text.trim() !== ''
  const answer = useQuery({
    ...api.search.quick.queryOptions({ text: text.slice(0, 50), few: 4 }),
    enabled: given && !composing
  })
  const focus = (): void => box.current?.focus()
  useKeys({ 'Ctrl+K': focus })
  useMenuCommand('search', focus)
  const open = (value: string): void => {
    const hit = answer.data?.hits.find((one) => `${one.kind} ${one.id}` === value)
    if (value !== all && hit === undefined) return
    setText('')
    void navigate(hit === undefined ? allHitsAt(text) : placeOf(hit))
  }
  const nothing = answer.error === null ? '没有找到，换个说法再试' : problemOfError(answer.error).message
  return (
    <div className="search-box" {...guard}>
      <AutoComplete
        ref={box}
        style={{ width: '100%' }}
        popupMatchSelectWidth={620}
        listHeight={560}
        virtual={false}
        value={text}
        onSearch={setText}
        onSelect={open}
        options={given && answer.data !== undefined ? optionsOf(answer.data) : []}
        defaultActiveFirstOption
        notFoundContent={given && !answer.isFetching ? nothing : null}
      >
        <Input
          prefix={<SearchOutlined />}
          suffix={<Kbd>Ctrl K</Kbd>}
          placeholder="搜全部记录，姓名可输拼音首字母"
          aria-label="搜索"
        />
      </AutoComplete>
    </div>
  )
}
