import { SearchOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { type SearchKind, searchKindNames, searchKinds } from '../../../shared/features/search/search.ts'
import type { Outputs } from '../../api/client.ts'
import { useComposing } from './use-composing.ts'

export type SearchFilterValue = { text: string; kind: SearchKind | null; year: number | null }

type FilterProps = {
  value: SearchFilterValue
  counts: Outputs['search']['all']['counts'] | undefined
  onChange: (part: Partial<SearchFilterValue>) => void
  /** From the field down into the list. */
  onDown: () => void
}

function KindButtons({ value, counts, onChange }: Omit<FilterProps, 'onDown'>) {
  const kinds = counts?.kinds ?? {}
  const all = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  const button = (kind: SearchKind | null, label: string, count: number) => (
    <button
      key={label}
      type="button"
      className={value.kind === kind ? 'tag blue' : 'tag'}
      aria-pressed={value.kind === kind}
      onClick={() => onChange({ kind })}
    >
      {label} {count}
    </button>
  )
  return (
    <div className="search-kinds" role="group" aria-label="记录种类">
      {button(null, '全部', all)}
      {searchKinds
        .filter((kind) => (kinds[kind] ?? 0) > 0 || kind === value.kind)
        .map((kind) => button(kind, searchKindNames[kind], kinds[kind] ?? 0))}
    </div>
  )
}

function YearSelect({ value, counts, onChange }: Omit<FilterProps, 'onDown'>) {
  const years = Object.entries(counts?.years ?? {}).map(([year, count]) => ({ year: Number(year), count }))
  if (value.year !== null && years.every(({ year }) => year !== value.year)) years.push({ year: value.year, count: 0 })
  return (
    <Select
      aria-label="年份"
      style={{ width: 180 }}
      value={value.year ?? 0}
      onChange={(year) => onChange({ year: year === 0 ? null : year })}
      options={[
        { value: 0, label: '全部年份' },
        ...years
          .sort((a, b) => b.year - a.year)
          .map(({ year, count }) => ({ value: year, label: `${year} 年（${count} 条）` }))
      ]}
    />
  )
}

/** The words asked for, and what the hits can be narrowed to, each with its number. */
export function SearchFilter(props: FilterProps) {
  const { value, onChange, onDown } = props
  const { guard } = useComposing()
  return (
    <div className="search-filter">
      <div {...guard}>
        <Input
          prefix={<SearchOutlined />}
          aria-label="要找的字"
          maxLength={50}
          allowClear
          autoFocus={value.text === ''}
          value={value.text}
          onChange={(event) => onChange({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            onDown()
          }}
        />
      </div>
      <div className="search-kinds">
        <KindButtons {...props} />
        <span className="push" />
        <YearSelect {...props} />
      </div>
    </div>
  )
}
