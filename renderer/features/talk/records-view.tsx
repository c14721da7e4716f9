import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { type TalkKind, talkKindCodes, talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { SupervisionLink } from './supervision-link.tsx'
import { FollowUpList } from './follow-up-list.tsx'
import { filtered, type RecordFilter } from './record-filter.ts'
import { RecordTable, type TalkLine } from './record-table.tsx'
import type { Deed } from './talk-deed.tsx'
import type { TalkPlace } from './use-talk-place.ts'

type FilterProps = {
  filter: RecordFilter
  counts: ReadonlyMap<TalkKind, number>
  onChange: (filter: RecordFilter) => void
}

const Filter = ({ filter, counts, onChange }: FilterProps) => (
  <div className="talk-filter">
    <Select<TalkKind | ''>
      aria-label="类型"
      style={{ width: 220 }}
      value={filter.kind}
      options={[
        { value: '', label: '全部类型' },
        ...talkKindCodes
          .filter((kind) => counts.has(kind))
          .map((kind) => ({ value: kind, label: `${talkKindName(kind)} ${counts.get(kind) ?? 0}` }))
      ]}
      onChange={(kind) => onChange({ ...filter, kind })}
    />
    <Input
      aria-label="谁的谈话"
      style={{ width: 200 }}
      allowClear
      placeholder="姓名或首字母"
      value={filter.person}
      onChange={(event) => onChange({ ...filter, person: event.target.value })}
    />
    <SupervisionLink className="push" />
  </div>
)

function NothingHere({ none, onClear }: { none: boolean; onClear: () => void }) {
  if (none)
    return (
      <div className="empty">
        <p className="empty-title">这一年还没有您能看的谈话记录</p>
        <p className="note">记一次谈话，覆盖表、该谈的人和台账就跟着变。</p>
      </div>
    )
  return (
    <div className="empty">
      <p className="empty-title">没有符合条件的谈话</p>
      <button type="button" className="link" onClick={onClear}>
        去掉筛选
      </button>
    </div>
  )
}

type Props = {
  board: Outputs['talk']['board']
  place: TalkPlace
  today: string
  mayWrite: boolean
  narrow: boolean
  onDeed: (deed: Deed) => void
}

const countsOf = (lines: readonly TalkLine[]): Map<TalkKind, number> =>
  new Map([...Map.groupBy(lines, ({ head }) => head.kind)].map(([kind, group]) => [kind, group.length]))

/** 谈话记录: what he may read, how many more there are, and what is still to be done. */
export function RecordsView({ board, place, today, mayWrite, narrow, onDeed }: Props) {
  const [filter, setFilter] = useState<RecordFilter>({ kind: '', person: '' })
  const organisationId = board.organisation.id
  const list = useQuery({
    ...api.talk.list.queryOptions({ organisationId, year: place.year }),
    placeholderData: (old) => old
  })
  if (list.error !== null)
    return <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading lines={8} />
  const initialsOf = new Map(board.coverage.rows.map(({ memberId, initials }) => [memberId, initials ?? '']))
  const lines = filtered(list.data, filter, initialsOf)
  return (
    <div className={narrow ? 'talk-desk' : 'talk-desk beside'}>
      <section className="card talk-map" aria-label="谈话记录">
        <Filter filter={filter} counts={countsOf(list.data)} onChange={setFilter} />
        <div className="talk-scroll">
          {lines.length === 0 ? (
            <NothingHere none={list.data.length === 0} onClear={() => setFilter({ kind: '', person: '' })} />
          ) : (
            <RecordTable lines={lines} initialsOf={initialsOf} chosen={place.open} onOpen={place.openTalk} />
          )}
        </div>
        {board.hidden === 0 ? null : <p className="talk-hidden">另有 {board.hidden} 次谈话，内容不归您看。</p>}
      </section>
      {narrow ? null : (
        <FollowUpList
          organisationId={organisationId}
          today={today}
          mayWrite={mayWrite}
          onOpen={place.openTalk}
          onDeed={onDeed}
        />
      )}
    </div>
  )
}
