import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import type { Ref } from 'react'
import { Link } from 'react-router'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import {
  emptyWords,
  type MemberOrder,
  type OrganisationNode,
  type Roster,
  type RosterRow,
  type RosterView,
  rosterViews,
  viewNames
} from './roster.ts'
import { type RosterHandle, RosterTable } from './roster-table.tsx'

const orders: { value: MemberOrder; label: string }[] = [
  { value: 'post', label: '按职务' },
  { value: 'stroke', label: '按姓氏笔画' },
  { value: 'pinyin', label: '按拼音' }
]

const completeness = ({ all, incomplete }: Roster): string =>
  `${Math.floor(((all.length - incomplete.length) * 1000) / all.length) / 10}%`

type Props = {
  views: Roster
  view: RosterView
  onView: (view: RosterView) => void
  order: MemberOrder
  onOrder: (order: MemberOrder) => void
  list: UseQueryResult<RosterRow[], unknown>
  chosen: OrganisationNode | null
  currentId: string | null
  handle: Ref<RosterHandle>
  onMove: (row: RosterRow) => void
  onOpen: (row: RosterRow) => void
  onComplete: (row: RosterRow) => void
  onAdd: () => void
  /** A form is open: the way to it is not offered twice as the main thing to do. */
  adding: boolean
}

/** Filters with counts, the order, and the table or what stands in its place. */
export function RosterPane(props: Props) {
  const { views, view, onView, order, onOrder, chosen } = props
  const choices = rosterViews.map((value) => ({ value, label: `${viewNames[value]} ${views[value].length}` }))
  return (
    <section className="roster-pane" aria-label={chosen === null ? '名册' : `${labelOf(chosen)}名册`}>
      <div className="roster-bar">
        <Segmented<RosterView>
          className="views-wide"
          aria-label="显示哪些人"
          value={view}
          onChange={onView}
          options={choices}
        />
        <Select<RosterView>
          className="views-narrow"
          aria-label="显示哪些人"
          value={view}
          onChange={onView}
          options={choices}
        />
        <span className="push roster-complete">
          {views.all.length === 0 ? null : (
            <>
              信息齐 <strong>{completeness(views)}</strong>
            </>
          )}
        </span>
        <Select aria-label="名册顺序" className="roster-order" value={order} onChange={onOrder} options={orders} />
      </div>
      <RosterBody {...props} />
    </section>
  )
}

function RosterBody({
  views,
  view,
  onView,
  list,
  chosen,
  currentId,
  handle,
  onMove,
  onOpen,
  onComplete,
  onAdd,
  adding
}: Props) {
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading lines={10} />
  const rows = views[view]
  if (rows.length > 0)
    return (
      <RosterTable
        rows={rows}
        currentId={currentId}
        byGroup={chosen !== null && chosen.kind !== '党委' && chosen.kind !== '党总支'}
        handle={handle}
        onMove={onMove}
        onOpen={onOpen}
        onComplete={onComplete}
      />
    )
  if (view !== 'all')
    return (
      <div className="empty">
        <p className="empty-title">{emptyWords[view]}</p>
        <p className="note">
          {rosterViews
            .filter((one) => one !== view && one !== 'all')
            .map((one) => `${viewNames[one]} ${views[one].length} 人`)
            .join('，')}
          。
        </p>
        <Button onClick={() => onView('all')}>看全部 {views.all.length} 人</Button>
      </div>
    )
  return (
    <div className="empty">
      <p className="empty-title">{emptyWords.all}</p>
      <p className="note">
        登记党员以后，会议的应到人数、
        <br />
        有表决权人数和名册都会自动出来。
      </p>
      {adding ? null : <Button onClick={onAdd}>添加党员</Button>}
      <Link to="/ledger">从 Excel 导入名册</Link>
    </div>
  )
}
