import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api } from '../../api/client.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { AlertPlace } from './use-alert-place.ts'

/** Year and organisation, and the list as paper. */
export function AlertHead({ place, today }: { place: AlertPlace; today: string }) {
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const past = Array.from({ length: 4 }, (_one, back) => yearOf(today) - back)
  const years = past.includes(place.year) ? past : [place.year, ...past]
  return (
    <PageHead
      title="预警"
      note={
        <span className="where-line">
          <Select
            aria-label="年度"
            style={{ width: 108 }}
            value={place.year}
            options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
            onChange={(year) => place.go({ year: `${year}`, open: null })}
          />
          {organisations.length < 2 ? null : (
            <Select
              aria-label="党组织"
              style={{ width: 200 }}
              value={place.organisationId ?? ''}
              options={[
                { value: '', label: '全部党组织' },
                ...organisations.map((one) => ({ value: one.id, label: labelOf(one) }))
              ]}
              onChange={(id) => place.go({ organisation: id === '' ? null : id, open: null })}
            />
          )}
        </span>
      }
    >
      <Button icon={<PrinterOutlined />} onClick={() => place.go({ paper: '' })}>
        打印清单 <Kbd>P</Kbd>
      </Button>
    </PageHead>
  )
}
