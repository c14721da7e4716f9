import './pack.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useEffect } from 'react'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { YearWhere } from '../../app/year-where.tsx'
import { useEscape } from '../../ui/escape.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { MakeDock } from './make-dock.tsx'
import { PackSummary } from './pack-summary.tsx'
import { countsOf, missingPaperOf, type PackView, sealOf, type View, viewNames } from './pack-words.ts'
import { usePackWork } from './pack-work.ts'
import { RunList } from './run-list.tsx'
import { RunPaper } from './run-paper.tsx'
import { SchemeView } from './scheme-view.tsx'
import { SealBanner } from './seal-banner.tsx'
import { type PackPlace, usePackPlace } from './use-pack-place.ts'
import { VolumeColumn } from './volume-column.tsx'
import { MissingPart, VolumePart } from './volume-part.tsx'

const views = Object.keys(viewNames) as View[]

type OverPageProps = {
  title: string
  note: string
  path: string
  fileName: string
  excel?: boolean
  onClose: () => void
}

/** A paper over the whole page. */
function OverPage({ title, note, onClose, ...paper }: OverPageProps) {
  useEscape(onClose)
  return (
    <>
      <PageHead title={title} note={note}>
        <Button onClick={onClose}>返回</Button>
      </PageHead>
      <div className="paper-stage">
        <PaperView title={title} {...paper} />
      </div>
    </>
  )
}

type BodyProps = { pack: PackView; place: PackPlace; organisations: readonly Organisation[]; today: string }

/** The view that is open, with the panel to make a pack beside it. */
function Body({ pack, place, organisations, today }: BodyProps) {
  const mayWrite = useRight('records.write')
  const isMaking = place.isMaking && mayWrite && sealOf(pack.seals) === null
  const chosen = pack.volumes.find(({ number }) => number === place.volume) ?? pack.volumes[0]
  const isAll = place.volume === 'missing' && pack.missing.length > 0
  const inside = new Set(withDescendants(organisations, pack.organisation.id))
  const shared = { year: pack.year, mayWrite }
  const showRuns = (organisation: string): void => place.go({ organisation, view: 'runs', volume: null, make: null })
  return (
    <>
      <SealBanner pack={pack} />
      {place.view === 'volumes' ? (
        <PackSummary pack={pack} hasBranch={organisations.some((one) => inside.has(one.id) && isBranch(one))} />
      ) : null}
      <div className={`desk-grid pack-desk ${place.view}${isMaking ? ' beside' : ''}`}>
        {place.view === 'volumes' ? (
          <>
            <VolumeColumn pack={pack} place={place} chosen={isAll ? 'missing' : (chosen?.number ?? '')} />
            {isAll ? (
              <MissingPart volumes={pack.volumes} missing={pack.missing} {...shared} />
            ) : chosen === undefined ? null : (
              <VolumePart volume={chosen} {...shared} />
            )}
          </>
        ) : (
          <RunList {...{ pack, today, mayWrite }} onPaper={(run, paper) => place.go({ run, paper })} />
        )}
        {isMaking ? (
          <MakeDock
            key={pack.organisation.id}
            organisation={pack.organisation}
            organisations={organisations}
            below={organisations.filter((one) => one.id !== pack.organisation.id && inside.has(one.id))}
            year={pack.year}
            onOpen={({ organisationId }) => showRuns(organisationId)}
            onClose={() => place.go({ make: null })}
          />
        ) : null}
      </div>
    </>
  )
}

/** The buttons of the page: what there is to look at, the list of what is missing, and making a pack. */
function Actions({ pack, place, home }: { pack: PackView | undefined; place: PackPlace; home: Organisation }) {
  const mayWrite = useRight('records.write')
  const work = usePackWork()
  const [newest] = pack?.runs ?? []
  const written = missingPaperOf(newest)
  const print = (): void => {
    if (isBranch(home)) place.go({ paper: 'missing', run: null })
    else if (newest !== undefined) place.go({ paper: written, run: newest.id })
  }
  return (
    <>
      <Segmented<View>
        aria-label="看什么"
        value={place.view}
        options={views.map((value) => ({ value, label: viewNames[value] }))}
        onChange={(view) => place.go({ view })}
      />
      {place.view !== 'scheme' && (isBranch(home) || written !== null) ? (
        <Button icon={<PrinterOutlined />} onClick={print}>
          打印缺件清单
        </Button>
      ) : null}
      {place.view === 'scheme' ? null : (
        <Button onClick={() => place.go({ paper: 'handover', run: null })}>工作交接单</Button>
      )}
      {place.view === 'scheme' || !mayWrite || pack === undefined || sealOf(pack.seals) !== null ? null : (
        <Button type={place.isMaking ? 'default' : 'primary'} onClick={() => place.go({ make: '' })}>
          {work.running ? '看生成进度' : '生成材料包'}
        </Button>
      )}
    </>
  )
}

type HomeProps = { place: PackPlace; home: Organisation; organisations: readonly Organisation[]; today: string }

/** The pack of one organisation and year. */
function Home({ place, home, organisations, today }: HomeProps) {
  const { year, paper, run } = place
  const found = useQuery({
    ...api.pack.view.queryOptions({ organisationId: home.id, year }),
    enabled: place.view !== 'scheme'
  })
  const pack = found.data
  const counts = pack === undefined ? null : countsOf(pack)
  useSayStatus(
    counts === null || pack === undefined
      ? ''
      : `${pack.volumes.length} 卷，${counts.there} 件在，缺 ${counts.missing} 件`
  )
  const close = (): void => place.go({ paper: null, run: null })
  if (paper !== null && run !== null)
    return <RunPaper runId={run} path={paper} note={`${year} 年度，${labelOf(home)}`} onClose={close} />
  if (paper === 'missing' && isBranch(home))
    return (
      <OverPage
        title="缺件清单"
        note={`${year} 年度，${labelOf(home)}`}
        path={`/documents/checklist/${home.id}/${year}/standard/missing`}
        fileName={`${labelOf(home)}${year}年度缺项清单`}
        excel
        onClose={close}
      />
    )
  if (paper === 'handover')
    return (
      <OverPage
        title="工作交接单"
        note={labelOf(home)}
        path={`/documents/handover/${home.id}/list`}
        fileName={`${labelOf(home)}党务工作交接单`}
        onClose={close}
      />
    )
  return (
    <>
      <PageHead
        title="材料包"
        note={
          <YearWhere
            {...{ year, today, organisations, organisationId: home.id }}
            onYear={(chosen) => place.go({ year: chosen, make: null })}
            onOrganisation={(organisation) => place.go({ organisation, volume: null })}
          />
        }
      >
        <Actions pack={pack} place={place} home={home} />
      </PageHead>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={10} /> : null}
      {place.view === 'scheme' ? (
        <div className="desk-grid">
          <SchemeView />
        </div>
      ) : pack === undefined ? null : (
        <Body {...{ pack, place, organisations, today }} />
      )}
    </>
  )
}

/** 材料包: the papers of a year in volumes, what they still lack, and the packs written of them. */
export function PackScreen({ today }: { today: string }) {
  const place = usePackPlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const organisations = (tree.data ?? []).filter(({ kind }) => kind !== '党小组')
  const home =
    organisations.find(({ id }) => id === place.organisationId) ?? organisations.find(isBranch) ?? organisations[0]
  useEffect(() => {
    document.title = '材料包 · 党务案头'
  }, [])
  return (
    <div className="page desk-page pack-page">
      {tree.error !== null ? (
        <LoadFailure message={problemOfError(tree.error).message} onRetry={() => void tree.refetch()} />
      ) : tree.data === undefined ? (
        <Loading lines={10} />
      ) : home === undefined ? (
        <>
          <PageHead title="材料包" />
          <div className="empty">
            <p className="empty-title">还没有党组织</p>
            <p className="note">先在“组织与党员”里加上党支部，记录写下来，材料会自己归到各卷。</p>
          </div>
        </>
      ) : (
        <Home key={`${home.id} ${place.year}`} {...{ place, home, organisations, today }} />
      )}
    </div>
  )
}
