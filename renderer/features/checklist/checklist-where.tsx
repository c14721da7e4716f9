import { Select } from 'antd'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { SealedTag } from '../../app/sealed-year.tsx'
import { isListKey, type ListKey, listNames } from './checklist-words.ts'
import type { ChecklistPlace } from './use-checklist-place.ts'

type Props = {
  place: ChecklistPlace
  branches: readonly Organisation[]
  home: string | null
  today: string
  /** The lists of the year; the brought ones where they are not known yet. */
  lists?: readonly ListKey[]
}

/** Year, branch and list of the screen. */
export function ChecklistWhere({ place, branches, home, today, lists = ['standard', 'strong'] }: Props) {
  const past = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  const years = past.includes(place.year) ? past : [place.year, ...past]
  const known = lists.includes(place.list) ? lists : [...lists, place.list]
  return (
    <span className="where-line">
      <Select
        aria-label="年度"
        style={{ width: 108 }}
        value={place.year}
        options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
        onChange={(year) => place.go({ year: `${year}`, item: null })}
      />
      {branches.length === 0 ? null : (
        <Select
          aria-label="党支部"
          style={{ width: 160 }}
          value={home ?? ''}
          options={[
            ...(branches.length > 1 ? [{ value: '', label: '全部党支部' }] : []),
            ...branches.map((one) => ({ value: one.id, label: labelOf(one) }))
          ]}
          onChange={(id) => place.go({ organisation: id === '' ? null : id, item: null, view: null })}
        />
      )}
      <Select<ListKey>
        aria-label="清单"
        style={{ width: 152 }}
        value={place.list}
        options={known.map((value) => ({ value, label: listNames[value] }))}
        onChange={(list) => {
          if (isListKey(list)) place.go({ list, item: null })
        }}
      />
      <SealedTag organisationId={home} year={place.year} />
    </span>
  )
}
