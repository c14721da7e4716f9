import './poll.css'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmptyPolls } from './empty-polls.tsx'
import { NewPoll } from './new-poll.tsx'
import { PollTable } from './poll-table.tsx'
import { type PollPlace, usePollPlace } from './use-poll-place.ts'

type WhereProps = { place: PollPlace; organisations: readonly Organisation[]; today: string }

/** Year and organisation of the list. */
function Where({ place, organisations, today }: WhereProps) {
  const years = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  return (
    <span className="where-line">
      <Select
        aria-label="年度"
        style={{ width: 108 }}
        value={place.year}
        options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
        onChange={(year) => place.go({ year: `${year}` })}
      />
      {organisations.length < 2 ? null : (
        <Select
          aria-label="党组织"
          style={{ width: 190 }}
          value={place.organisationId ?? ''}
          options={[
            { value: '', label: '全部党组织' },
            ...organisations.map((one) => ({ value: one.id, label: labelOf(one) }))
          ]}
          onChange={(id) => place.go({ organisation: id === '' ? null : id })}
        />
      )}
    </span>
  )
}

/** 民主测评 and 述职评议 of a year. */
export function PollListScreen({ today }: { today: string }) {
  const place = usePollPlace(today)
  const navigate = useNavigate()
  const mayEnter = useRight('evaluation.enter')
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const found = useQuery({
    ...api.poll.list.queryOptions({ organisationId: place.organisationId, year: place.year }),
    placeholderData: (old) => old
  })
  const cards = found.data
  const settled = (cards ?? []).filter(({ finishedOn }) => finishedOn !== null).length
  useSayStatus(cards === undefined || cards.length === 0 ? '' : `${cards.length} 次测评，${settled} 次已确定等次`)
  useEffect(() => {
    document.title = '民主测评 · 党务案头'
  }, [])
  const isEmpty = cards?.length === 0
  return (
    <div className="page desk-page poll-page">
      <PageHead title="民主测评" note={<Where place={place} organisations={organisations} today={today} />}>
        {mayEnter && !place.isNew && !isEmpty ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => place.go({ new: '' })}>
            安排测评
          </Button>
        ) : null}
      </PageHead>
      {place.isNew && mayEnter && organisations.length > 0 ? (
        <NewPoll
          organisations={organisations}
          home={place.organisationId}
          year={place.year}
          onBegun={(id) => void navigate(`/poll/${id}`)}
          onClose={() => place.go({ new: null })}
        />
      ) : null}
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={6} /> : null}
      {cards === undefined ? null : isEmpty ? (
        place.isNew ? null : (
          <EmptyPolls
            year={place.year}
            hasOrganisation={tree.data === undefined || organisations.length > 0}
            onNew={mayEnter ? () => place.go({ new: '' }) : null}
          />
        )
      ) : (
        <PollTable cards={cards} onOpen={(id) => void navigate(`/poll/${id}`)} />
      )}
    </div>
  )
}
