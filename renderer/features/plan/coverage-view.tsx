import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MeetingType } from '../../../shared/features/meeting/meeting.ts'
import { coveredTypes } from '../../../shared/features/plan/coverage-rules.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { CellPanel } from './cell-panel.tsx'
import { CoverageGrid, type CoverageSpot } from '../../app/coverage-grid.tsx'

type Props = {
  organisationId: string | null
  year: number
  today: string
  type: MeetingType | null
  onType: (type: MeetingType | null) => void
}

const Legend = () => (
  <p className="note coverage-legend">
    “缺”期限已过，“差”本期未到期；委 支委会，日 主题党日，组 党小组会，会 党员大会，课 党课，生 组织生活会{' '}
    <Kbd>Enter</Kbd> 打开 <Kbd>N</Kbd> 记会议
  </p>
)

/** 组织生活覆盖 of a year, narrowed to one type where asked. */
export function CoverageView({ organisationId, year, today, type, onType }: Props) {
  const navigate = useNavigate()
  const [at, setAt] = useState<{ spot: CoverageSpot; recording: boolean } | null>(null)
  const query = useQuery({
    ...api.plan.coverage.queryOptions({ organisationId, year, type }),
    placeholderData: (old) => old
  })
  useSayStatus(query.data === undefined ? '' : `${query.data.rows.length} 个党支部`)
  if (query.error !== null)
    return <LoadFailure message={problemOfError(query.error).message} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading lines={8} />
  const act = (spot: CoverageSpot, how: 'open' | 'record'): void => {
    const [only, ...others] = spot.parts.flatMap(({ meetingIds }) => meetingIds)
    const all = spot.parts.every(({ state }) => state === 'held')
    if (how === 'open' && all && only !== undefined && others.length === 0) void navigate(`/meeting/${only}`)
    else setAt({ spot, recording: how === 'record' })
  }
  return (
    <div className={at === null ? 'plan-desk' : 'plan-desk open'}>
      <section className="card plan-card" aria-label="组织生活覆盖表">
        <div className="plan-coverage-head">
          <Segmented<MeetingType | ''>
            aria-label="会议类型"
            value={type ?? ''}
            options={[{ value: '', label: '全部' }, ...coveredTypes.map((value) => ({ value, label: value }))]}
            onChange={(value) => onType(value === '' ? null : value)}
          />
          <Legend />
        </div>
        {query.data.rows.length === 0 ? (
          <div className="empty">
            <p className="empty-title">这里没有党支部</p>
            <p className="note">换成“全部党组织”，或先在“组织与党员”里加上党支部。</p>
          </div>
        ) : (
          <div className="plan-scroll">
            <CoverageGrid coverage={query.data} today={today} onAct={act} />
          </div>
        )}
      </section>
      {at === null ? null : (
        <CellPanel
          key={`${at.spot.row.organisationId} ${at.spot.column.title} ${at.recording}`}
          spot={at.spot}
          today={today}
          recording={at.recording}
          onClose={() => setAt(null)}
        />
      )}
    </div>
  )
}
