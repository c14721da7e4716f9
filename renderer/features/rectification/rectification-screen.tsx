import './rectification-screen.css'
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useEffect } from 'react'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { blankRectification, isOfYear } from '../../../shared/features/rectification/rectification.ts'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { RectificationForm } from '../../app/rectification-form.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { useAddress } from '../../app/use-address.ts'
import { Dock } from '../../ui/dock.tsx'
import { useEscape } from '../../ui/escape.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RectificationDock } from './rectification-dock.tsx'
import { RectificationTable } from './rectification-table.tsx'
import { isShow, isShown, ratesOf, type Show, showNames } from './rectification-words.ts'

type PaperProps = { organisation: Organisation; year: number; onClose: () => void }

/** The register as paper. */
function Register({ organisation, year, onClose }: PaperProps) {
  useEscape(onClose)
  const title = `${year}年度整改台账`
  return (
    <>
      <PageHead title="整改台账" note={`${year} 年度，${labelOf(organisation)}`}>
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView
          title={title}
          path={`/documents/checklist/board/${organisation.id}/${year}/standard/register`}
          fileName={`${labelOf(organisation)}${title}`}
          excel
        />
      </div>
    </>
  )
}

const shows = Object.keys(showNames) as Show[]

/** Where the register stands: organisation, year, which ones, the one beside it. */
function usePlace(today: string) {
  const { params, go } = useAddress()
  const [given, show] = [Number(params.get('year')), params.get('show')]
  return {
    ...{ go, id: params.get('id'), organisationId: params.get('organisation'), paper: params.has('paper') },
    show: (isShow(show) ? show : 'open') satisfies Show,
    year: Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : yearOf(today)
  }
}

type BodyProps = {
  place: ReturnType<typeof usePlace>
  home: Organisation
  organisations: readonly Organisation[]
  today: string
}

function Body({ place, home, organisations, today }: BodyProps) {
  const mayWrite = useRight('records.write')
  const { go, id, show, year } = place
  const found = useQuery({
    ...api.rectification.list.queryOptions({ organisationId: home.id, year }),
    placeholderData: (old) => old
  })
  const all = found.data?.lines ?? []
  const ofYear = all.filter((one) => isOfYear(one, year))
  const lines = ofYear.filter((one) => isShown(one, show, today))
  const chosen = all.find((one) => one.id === id)
  const late = ofYear.filter((one) => isShown(one, 'overdue', today)).length
  useSayStatus(
    found.data === undefined
      ? ''
      : `${ofYear.length} 条整改${late === 0 ? '' : `，逾期 ${late} 条`}；${ratesOf(found.data)}`
  )
  const close = (): void => go({ id: null })
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading lines={8} />
  return (
    <div className={id === null ? 'desk-grid rectification-desk' : 'desk-grid rectification-desk beside'}>
      <section className="card list-frame" aria-label="整改台账">
        <header className="card-head">
          <Segmented<Show>
            aria-label="看哪些"
            value={show}
            options={shows.map((value) => ({
              value,
              label: `${showNames[value]} ${ofYear.filter((one) => isShown(one, value, today)).length}`
            }))}
            onChange={(value) => go({ show: value, id: null })}
          />
          <span className="push" />
          {mayWrite ? (
            <Button icon={<PlusOutlined />} onClick={() => go({ id: 'new' })}>
              记问题
            </Button>
          ) : null}
        </header>
        {lines.length === 0 ? (
          <div className="empty">
            <p className="empty-title">{all.length === 0 ? '还没有整改' : `${showNames[show]}的没有`}</p>
            <p className="note">
              清单失分的项“建整改”，组织生活会的问题清单，上级检查的问题，都列在这里。
              {ofYear.length === 0 ? '' : `${year} 年度全部 ${ofYear.length} 条。`}
            </p>
          </div>
        ) : (
          <div className="list-scroll">
            <RectificationTable {...{ lines, organisations, today }} open={id} onOpen={(one) => go({ id: one })} />
          </div>
        )}
      </section>
      {id === 'new' ? (
        <Dock title="记问题" onClose={close}>
          <RectificationForm
            stored={{ ...blankRectification, id: '', organisationId: home.id }}
            today={today}
            onClose={close}
          />
        </Dock>
      ) : chosen === undefined ? null : (
        <RectificationDock
          key={chosen.id}
          one={chosen}
          before={all.find((one) => one.id === chosen.previousId)}
          {...{ today, mayWrite }}
          onClose={close}
        />
      )}
    </div>
  )
}

/** 整改台账: every problem of an organisation and those below it, with its turn of PDCA. */
export function RectificationScreen({ today }: { today: string }) {
  const place = usePlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const ids = new Set(organisations.map(({ id }) => id))
  const top = organisations.find(({ parentId }) => parentId === null || !ids.has(parentId))
  const home = organisations.find(({ id }) => id === place.organisationId) ?? top
  const years = Array.from({ length: 6 }, (_one, back) => yearOf(today) - back)
  useEffect(() => {
    document.title = '整改台账 · 党务案头'
  }, [])
  if (home !== undefined && place.paper)
    return (
      <div className="page desk-page rectification-page">
        <Register organisation={home} year={place.year} onClose={() => place.go({ paper: null })} />
      </div>
    )
  return (
    <div className="page desk-page rectification-page">
      <PageHead
        title="整改台账"
        note={
          <span className="where-line">
            <Select
              aria-label="年度"
              style={{ width: 108 }}
              value={place.year}
              options={years.map((one) => ({ value: one, label: `${one} 年度` }))}
              onChange={(year) => place.go({ year: `${year}`, id: null })}
            />
            <Select
              aria-label="党组织"
              style={{ width: 190 }}
              value={home?.id ?? ''}
              options={organisations.map((one) => ({ value: one.id, label: labelOf(one) }))}
              onChange={(organisation) => place.go({ organisation, id: null })}
            />
          </span>
        }
      >
        {home === undefined ? null : (
          <Button icon={<PrinterOutlined />} onClick={() => place.go({ paper: '' })}>
            打印台账
          </Button>
        )}
      </PageHead>
      {home !== undefined ? (
        <Body key={home.id} {...{ place, home, organisations, today }} />
      ) : tree.data === undefined ? (
        <Loading lines={8} />
      ) : (
        <div className="empty">
          <p className="empty-title">还没有党组织</p>
          <p className="note">先在“组织与党员”里加上党组织。</p>
        </div>
      )}
    </div>
  )
}
