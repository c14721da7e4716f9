import './roster.css'
import { Button, Segmented, Select } from 'antd'
import { type ReactNode, type Ref, useMemo } from 'react'
import { Link } from 'react-router'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { client, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { ColumnPicker, useColumns } from './column-picker.tsx'
import type { LineActs } from './roster-line.tsx'
import {
  completeWords,
  emptyWords,
  type MemberOrder,
  type OrganisationNode,
  type RosterFigures,
  type RosterQuery,
  type RosterRow,
  type RosterView,
  rosterViews,
  viewNames
} from './roster.ts'
import { type RosterHandle, RosterTable } from './roster-table.tsx'
import type { RosterWindow } from './use-roster.ts'
import type { Selection } from './use-selection.ts'

const orders: { value: MemberOrder; label: string }[] = [
  { value: 'post', label: '按职务' },
  { value: 'stroke', label: '按姓氏笔画' },
  { value: 'pinyin', label: '按拼音' }
]

type Props = {
  query: RosterQuery
  onQuery: (part: Partial<RosterQuery>) => void
  figures: RosterFigures | undefined
  failure: unknown
  onRetry: () => void
  pages: RosterWindow
  chosen: OrganisationNode | null
  current: number
  selection: Selection
  mayWrite: boolean
  handle: Ref<RosterHandle>
  onMove: (row: RosterRow) => void
  onOpen: (row: RosterRow) => void
  onComplete: (row: RosterRow, field: string) => void
  onAdd: () => void
  /** A form is open: the way to it is not offered twice as the main thing to do. */
  adding: boolean
  /** Quiet links beside the completeness. */
  notes: ReactNode
  /** What was just changed, between the bar and the table. */
  children?: ReactNode
}

/** 正式, 预备 and so on; a view nobody belongs to is left out, except the usual ones. */
const offered = (figures: RosterFigures | undefined, current: RosterView): RosterView[] =>
  rosterViews.filter(
    (view) =>
      view === current || !['others', 'away', 'former'].includes(view) || (figures !== undefined && figures[view] > 0)
  )

/** Filters with counts, the order, the columns, and the table or what stands in its place. */
export function RosterPane(props: Props) {
  const { query, onQuery, figures, chosen, mayWrite, selection } = props
  const { columns, choose } = useColumns()
  const choices = offered(figures, query.view).map((value) => ({
    value,
    label: figures === undefined ? viewNames[value] : `${viewNames[value]} ${figures[value]}`
  }))
  const complete = figures === undefined ? null : completeWords(figures)
  const shared = {
    'aria-label': '显示哪些人',
    value: query.view,
    onChange: (view: RosterView) => onQuery({ view }),
    options: choices
  }
  return (
    <section className="roster-pane" aria-label={chosen === null ? '名册' : `${labelOf(chosen)}名册`}>
      <div className="roster-bar">
        <Segmented<RosterView> className={choices.length > 4 ? 'views-wide many' : 'views-wide'} {...shared} />
        <Select<RosterView> className={choices.length > 4 ? 'views-narrow many' : 'views-narrow'} {...shared} />
        <span className="push" />
        {mayWrite && !selection.on ? <Button onClick={selection.begin}>批量修改</Button> : null}
        <Select
          aria-label="名册顺序"
          className="roster-order"
          value={query.order}
          onChange={(order) => onQuery({ order })}
          options={orders}
        />
        <ColumnPicker columns={columns} onChoose={choose} />
      </div>
      <div className="roster-links">
        {complete === null ? null : (
          <span className="roster-complete">
            信息完整率 <strong className={complete === '100%' ? '' : 'missing'}>{complete}</strong>
          </span>
        )}
        {props.notes}
      </div>
      {props.children}
      <RosterBody {...props} columns={columns} />
    </section>
  )
}

function RosterBody(props: Props & Pick<LineActs, 'columns'>) {
  const { query, figures, failure, onRetry, pages, chosen, selection, mayWrite, columns, onOpen, onComplete } = props
  const { tick } = selection
  const byGroup = chosen !== null && chosen.kind !== '党委' && chosen.kind !== '党总支'
  const acts = useMemo<LineActs>(
    () => ({ columns, byGroup, mayWrite, selecting: selection.on, onOpen, onComplete, onTick: tick }),
    [columns, byGroup, mayWrite, selection.on, onOpen, onComplete, tick]
  )
  if (failure !== null) return <LoadFailure message={problemOfError(failure).message} onRetry={onRetry} />
  if (figures === undefined) return <Loading lines={10} />
  const count = figures[query.view]
  if (count === 0) return <NobodyHere {...props} figures={figures} />
  return (
    <RosterTable
      key={`${query.organisationId} ${query.view}`}
      count={count}
      pages={pages}
      current={props.current}
      acts={acts}
      ticked={selection.people}
      handle={props.handle}
      onMove={props.onMove}
      onLetters={async (letters, from) => (await client.member.jump.query({ ...query, letters, from }))?.at ?? null}
      onTickAll={selection.tickAll}
    />
  )
}

function NobodyHere({ query, onQuery, figures, adding, mayWrite, onAdd }: Props & { figures: RosterFigures }) {
  if (query.view !== 'current')
    return (
      <div className="empty">
        <p className="empty-title">{emptyWords[query.view]}</p>
        <p className="note">
          {rosterViews
            .filter((one) => one !== query.view && one !== 'current')
            .map((one) => `${viewNames[one]} ${figures[one]} 人`)
            .join('，')}
          。
        </p>
        <Button onClick={() => onQuery({ view: 'current' })}>看全部 {figures.current} 人</Button>
      </div>
    )
  return (
    <div className="empty">
      <p className="empty-title">{emptyWords.current}</p>
      <p className="note">
        登记党员以后，会议的应到人数、
        <br />
        有表决权人数和名册都会自动出来。
      </p>
      {adding || !mayWrite ? null : <Button onClick={onAdd}>添加党员</Button>}
      {mayWrite ? <Link to="/ledger">从 Excel 导入名册</Link> : null}
    </div>
  )
}
