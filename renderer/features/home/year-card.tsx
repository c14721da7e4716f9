import { Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ratePercent } from '../../../shared/features/plan/coverage-rules.ts'
import { CoverageGrid, type CoverageSpot } from '../../app/coverage-grid.tsx'
import { wayTo } from '../../app/deeds.ts'
import { BranchTable, type BranchRow } from './branch-table.tsx'
import type { Alerts, Progress, View } from './due-lines.ts'

const views = { coverage: '组织生活覆盖', branches: '各党支部' } as const
type ViewName = keyof typeof views

type Props = {
  view: View
  alerts: Alerts | undefined
  progress: Progress | undefined
  mayWrite: boolean
  onBranch: (organisationId: string) => void
}

/** Branches with what warns, what they score and how far their meetings are. */
const rowsOf = ({ view, alerts, progress }: Pick<Props, 'view' | 'alerts' | 'progress'>): BranchRow[] =>
  view.coverage.rows.map(({ organisationId, label, rate }) => ({
    ...{ organisationId, label, percent: ratePercent(rate), held: rate.held, due: rate.due },
    counts: alerts?.branches.find(({ id }) => id === organisationId)?.counts ?? null,
    progress: progress?.branches.find((one) => one.organisationId === organisationId) ?? null
  }))

/** 组织生活覆盖 of the year; of several branches also what stands against each of them. */
export function YearCard(props: Props) {
  const { view, mayWrite, onBranch } = props
  const navigate = useNavigate()
  const [shown, setShown] = useState<ViewName>('coverage')
  const isOfMany = view.coverage.rows.length > 1
  const toPlan = (organisationId: string | null): void => {
    const own = organisationId === null ? {} : { organisation: organisationId }
    void navigate(`/plan?${new URLSearchParams({ view: 'coverage', day: view.today, ...own })}`)
  }
  const act = ({ row, parts }: CoverageSpot): void => {
    const ids = parts.flatMap(({ meetingIds }) => meetingIds)
    const lacking = parts.find(({ state }) => state === 'missing' || state === 'late' || state === 'open')
    if (lacking !== undefined && mayWrite) {
      const start = { organisationId: lacking.organisationId, type: lacking.type }
      const way = wayTo({ organisationId: row.organisationId, place: 'meeting', start }, view.year, mayWrite)
      if (way !== null) void navigate(way.address)
    } else if (lacking === undefined && ids.length === 1) void navigate(`/meeting/${ids[0] ?? ''}`)
    else toPlan(row.organisationId)
  }
  return (
    <section className="card list-frame home-year" aria-label={`${view.year} 年度组织生活`}>
      <header className="card-head">
        {isOfMany ? (
          <Segmented<ViewName>
            aria-label="看各支部的什么"
            value={shown}
            options={(Object.keys(views) as ViewName[]).map((value) => ({ value, label: views[value] }))}
            onChange={setShown}
          />
        ) : (
          <h2 className="card-title">{views.coverage}</h2>
        )}
        <span className="note home-legend">
          {shown === 'coverage' || !isOfMany
            ? `“缺”期限已过，“差”本期未到期${mayWrite ? '；点缺的记会议，点✓看记录' : ''}`
            : '点一个党支部，只看它的'}
        </span>
        <span className="push" />
        <button type="button" className="link" onClick={() => toPlan(view.organisation?.id ?? null)}>
          看覆盖表
        </button>
      </header>
      <div className="list-scroll">
        {isOfMany && shown === 'branches' ? (
          <BranchTable rows={rowsOf(props)} onOpen={onBranch} />
        ) : (
          <CoverageGrid coverage={view.coverage} today={view.today} onAct={act} />
        )}
      </div>
    </section>
  )
}
