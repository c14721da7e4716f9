import './alert.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useEffect } from 'react'
import { api, problemOfError } from '../../api/client.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { useEscape } from '../../ui/escape.ts'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AlertDock } from './alert-dock.tsx'
import { AlertHead } from './alert-head.tsx'
import { AlertTable } from './alert-table.tsx'
import { addressKey, type Desk, type Show, showCounts, showNames, shownOf } from './alert-words.ts'
import { BranchColumn } from './branch-column.tsx'
import { SettingTable } from './setting-table.tsx'
import { type AlertPlace, useAlertPlace } from './use-alert-place.ts'

/** 预警清单 as paper. */
function AlertPaper({ place, label }: { place: AlertPlace; label: string }) {
  const close = (): void => place.go({ paper: null })
  useEscape(close)
  const title = `${place.year}年度预警清单`
  return (
    <>
      <PageHead title="预警清单" note={`${place.year} 年度，${label}`}>
        <Button onClick={close}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView
          title={title}
          path={`/documents/alert/${place.organisationId ?? 'all'}/${place.year}/list`}
          fileName={`${label}${title}`}
          excel
        />
      </div>
    </>
  )
}

const shows = Object.keys(showNames) as Show[]

/** Why there is nothing to see. */
function Empty({ show, code, onAll }: { show: Show; code: string | null; onAll: () => void }) {
  return (
    <div className="empty">
      <p className="empty-title">
        {show === 'snoozed' ? '没有搁置的预警' : show === 'all' && code === null ? '没有预警' : '没有这样的预警'}
      </p>
      <p className="note">
        {show === 'snoozed'
          ? '选中一条预警按 S，写明原因，搁置到某一天；到时又会提醒。'
          : '会议、谈话、评议、换届、学时快到期或过了期，会自己列到这里，附上依据。'}
      </p>
      {show === 'all' && code === null ? null : <Button onClick={onAll}>看全部预警</Button>}
    </div>
  )
}

function ListCard({ desk, place }: { desk: Desk; place: AlertPlace }) {
  const { show, code, open } = place
  const counts = showCounts(desk)
  const lines = shownOf(desk, show, code)
  const title = desk.codes.find((one) => one.code === code)?.title ?? ''
  return (
    <section className="card list-frame" aria-label="预警清单">
      <header className="card-head">
        <Segmented<Show>
          aria-label="看哪些"
          value={show}
          options={shows.map((value) => ({
            value,
            label: counts[value] === null ? showNames[value] : `${showNames[value]} ${counts[value]}`
          }))}
          onChange={(value) => place.go({ show: value === 'all' ? null : value, open: null })}
        />
        {code === null ? null : (
          <button
            type="button"
            className="tag blue"
            aria-label={`不只看 ${code}`}
            onClick={() => place.go({ code: null })}
          >
            只看 {code} {title} ×
          </button>
        )}
      </header>
      {show === 'rules' || show === 'off' ? (
        <SettingTable year={place.year} offOnly={show === 'off'} />
      ) : lines.length === 0 ? (
        <Empty show={show} code={code} onAll={() => place.go({ show: null, code: null })} />
      ) : (
        <div className="list-scroll">
          <AlertTable {...{ desk, lines, open }} onOpen={(key) => place.go({ open: key })} />
        </div>
      )}
    </section>
  )
}

/** 预警: what is due or overdue by the rules, by level and organisation, with what can be done about each. */
export function AlertScreen({ today }: { today: string }) {
  const place = useAlertPlace(today)
  const { organisationId, year } = place
  const found = useQuery({
    ...api.alert.list.queryOptions({ organisationId, year }),
    placeholderData: (old) => old
  })
  const desk = found.data
  const chosen = desk && [...desk.alerts, ...desk.snoozed].find((one) => addressKey(one) === place.open)
  const isList = place.show !== 'rules' && place.show !== 'off'
  const print = (): void => place.go({ paper: '' })
  useKeys(place.paper ? {} : { p: print, P: print })
  useSayStatus(
    desk === undefined ? '' : `预警：红 ${desk.counts.red} 条，黄 ${desk.counts.yellow} 条，蓝 ${desk.counts.blue} 条`
  )
  useEffect(() => {
    document.title = '预警 · 党务案头'
  }, [])
  const isBeside = isList && chosen !== undefined
  const isOfMany = desk !== undefined && desk.branches.length > 1
  return (
    <div className="page desk-page alert-page">
      {place.paper ? (
        <AlertPaper place={place} label={desk?.organisation?.label ?? '全部党组织'} />
      ) : (
        <>
          <AlertHead place={place} today={today} />
          {found.error === null ? null : (
            <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
          )}
          {found.isLoading ? <Loading lines={10} /> : null}
          {desk === undefined ? null : (
            <div className={`alert-desk${isOfMany && isList ? ' with-branches' : ''}${isBeside ? ' beside' : ''}`}>
              {isOfMany && isList ? (
                <BranchColumn desk={desk} onOrganisation={(id) => place.go({ organisation: id, open: null })} />
              ) : null}
              <ListCard desk={desk} place={place} />
              {isBeside ? (
                <AlertDock key={place.open} one={chosen} desk={desk} onClose={() => place.go({ open: null })} />
              ) : null}
            </div>
          )}
        </>
      )}
    </div>
  )
}
