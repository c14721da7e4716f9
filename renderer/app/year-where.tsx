import { Select } from 'antd'
import { labelOf, type Organisation } from '../../shared/features/organisation/organisation.ts'
import { type Day, yearOf } from '../../shared/kernel/dates.ts'
import { SealedTag } from './sealed-year.tsx'
import { usualYear } from './usual-year.ts'

/** The year an address names, else the usual one. */
export function yearIn(params: URLSearchParams, today: Day): number {
  const given = Number(params.get('year'))
  return Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : usualYear(today)
}

type Props = {
  year: number
  today: Day
  organisations: readonly Organisation[]
  organisationId: string | null
  onYear: (year: string) => void
  onOrganisation: (id: string) => void
}

/** Year and organisation of a screen. */
export function YearWhere({ year, today, organisations, organisationId, onYear, onOrganisation }: Props) {
  const past = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  const years = past.includes(year) ? past : [year, ...past]
  return (
    <span className="where-line">
      <Select
        aria-label="年度"
        style={{ width: 108 }}
        value={year}
        options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
        onChange={(chosen) => onYear(`${chosen}`)}
      />
      <Select
        aria-label="党组织"
        style={{ width: 190 }}
        value={organisationId ?? ''}
        options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
        onChange={onOrganisation}
      />
      <SealedTag organisationId={organisationId} year={year} />
    </span>
  )
}
