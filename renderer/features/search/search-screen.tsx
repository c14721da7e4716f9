import './search.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import {
  type SearchHit,
  type SearchKind,
  searchKindNames,
  searchKinds
} from '../../../shared/features/search/search.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useAddress } from '../../app/use-address.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { HitLine } from './hit-line.tsx'
import { placeOf } from './hit-place.ts'
import { SearchFilter, type SearchFilterValue } from './search-filter.tsx'

/** Hits drawn at a time, and the most that are drawn at all. */
const [page, most] = [50, 500]

/** What is asked for stands in the address: going back finds it again. */
function useAsked(): [SearchFilterValue, (part: Partial<SearchFilterValue>) => void] {
  const { params, go } = useAddress()
  const kind = searchKinds.find((one) => one === params.get('kind')) ?? null
  const year = Number(params.get('year'))
  const value = { text: params.get('text') ?? '', kind, year: year >= 1900 && year <= 2100 ? year : null }
  const change = (part: Partial<SearchFilterValue>): void =>
    go(
      Object.fromEntries(
        Object.entries(part).map(([name, one]) => [name, one === null || one === '' ? null : String(one)])
      )
    )
  return [value, change]
}

/** Arrows walk from hit to hit; Enter is the link's own. */
function walk(event: KeyboardEvent<HTMLOListElement>): void {
  if (event.nativeEvent.isComposing) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-row')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }
  const to = places[event.key]
  if (to === undefined) return
  rows[to]?.focus()
  event.preventDefault()
}

const HitRow = ({ hit }: { hit: SearchHit }) => (
  <li>
    <Link className="search-row" to={placeOf(hit)}>
      <span className="tag">{searchKindNames[hit.kind]}</span>
      <HitLine hit={hit} />
    </Link>
  </li>
)

function Nothing({ value, onWiden }: { value: SearchFilterValue; onWiden: () => void }) {
  const narrowed = value.kind !== null || value.year !== null
  return (
    <div className="empty">
      <p className="empty-title">没有找到“{value.text.trim()}”</p>
      <p className="note">
        {narrowed
          ? `只看了${value.year === null ? '' : `\u00a0${value.year}\u00a0年的`}${value.kind === null ? '记录' : searchKindNames[value.kind as SearchKind]}。`
          : '几个词用空格隔开，每个词都要有；少写一个词再试。'}
      </p>
      {narrowed ? <Button onClick={onWiden}>找全部记录</Button> : null}
    </div>
  )
}

const Opening = () => (
  <div className="empty">
    <p className="empty-title">在全部记录里找</p>
    <p className="note">
      党员、党组织、会议、任务、学时、整改、计划、附件名，姓名也认拼音和首字母。身份证号、附件里面的文字和改动前的旧稿不在检索范围里。
    </p>
  </div>
)

/** All hits of a search, with how many there are of each kind and year. */
export function SearchScreen() {
  const [asked, change] = useAsked()
  const [limit, setLimit] = useState(page)
  const list = useRef<HTMLOListElement>(null)
  const given = asked.text.trim() !== ''
  const { text, kind, year } = asked
  const answer = useQuery({
    ...api.search.all.queryOptions({ text, kinds: kind === null ? [] : [kind], year, offset: 0, limit }),
    enabled: given,
    placeholderData: (old) => old
  })
  const data = given ? answer.data : undefined
  useSayStatus(data === undefined ? '' : `找到 ${data.total} 条`)
  useEffect(() => {
    document.title = '检索 · 党务案头'
  }, [])
  const narrow = (part: Partial<SearchFilterValue>): void => {
    setLimit(page)
    change(part)
  }
  return (
    <div className="page">
      <PageHead title="检索" note={data === undefined ? '' : `找到 ${data.total} 条`} />
      <div className="card search-card">
        <SearchFilter
          value={asked}
          counts={data?.counts}
          onChange={narrow}
          onDown={() => list.current?.querySelector<HTMLElement>('.search-row')?.focus()}
        />
        <div className="search-body">
          {answer.error === null || !given ? null : (
            <LoadFailure message={problemOfError(answer.error).message} onRetry={() => void answer.refetch()} />
          )}
          {given ? null : <Opening />}
          {given && answer.isPending && answer.error === null ? <Loading /> : null}
          {data?.total === 0 ? <Nothing value={asked} onWiden={() => narrow({ kind: null, year: null })} /> : null}
          <ol className="search-list" ref={list} aria-label="检索结果" onKeyDown={walk}>
            {(data?.hits ?? []).map((hit) => (
              <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} />
            ))}
          </ol>
          {data === undefined || data.total <= data.hits.length ? null : (
            <div className="search-more">
              {limit < most ? (
                <Button onClick={() => setLimit(limit + page)}>再显示 {page} 条</Button>
              ) : (
                <span className="note">只列出前 {most} 条，多写一个词或选种类、年份再找。</span>
              )}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
