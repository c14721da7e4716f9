import './home.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { homeStage } from '../../../shared/features/home/home.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useAddress } from '../../app/use-address.ts'
import { usualYear } from '../../app/usual-year.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { BeginSteps } from './begin-steps.tsx'
import { DueCard } from './due-card.tsx'
import { type Alerts, type DueLine, dueLines, type Progress, type View } from './due-lines.ts'
import { HomeHead } from './home-head.tsx'
import { CountsCard, PackCard, RecentCard, TaskCard } from './home-side.tsx'
import { YearCard } from './year-card.tsx'

/** Where the screen stands: whose (null: all within reach) and which year. */
function useHomePlace(today: string) {
  const { params, go } = useAddress()
  const given = Number(params.get('year'))
  return {
    organisationId: params.get('organisation'),
    year: Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : usualYear(today),
    show: (organisation: string | null) => go({ organisation })
  }
}

type BodyProps = {
  view: View
  alerts: Alerts | undefined
  progress: Progress | undefined
  lines: readonly DueLine[]
  isWhole: boolean
  onBranch: (id: string) => void
}

function Body({ view, alerts, progress, lines, isWhole, onBranch }: BodyProps) {
  const mayWrite = useRight('records.write')
  const stage = homeStage(view.setUp)
  const organisation = view.organisation?.id ?? null
  if (stage === 'empty')
    return (
      <div className="home-empty">
        <BeginSteps setUp={view.setUp} stage={stage} mayWrite={mayWrite} />
        <p className="note">到期提醒、覆盖表、材料进度，有了名册和会议记录就自己列在这里。</p>
      </div>
    )
  return (
    <div className={stage === 'first' ? 'home-desk first' : 'home-desk'}>
      <div className="home-main">
        {stage === 'first' ? <BeginSteps setUp={view.setUp} stage={stage} mayWrite={mayWrite} /> : null}
        <DueCard
          {...{ lines, isWhole, today: view.today, year: view.year }}
          isOfMany={view.coverage.rows.length !== 1}
        />
        {view.coverage.rows.length === 0 ? null : <YearCard {...{ view, alerts, progress, mayWrite, onBranch }} />}
      </div>
      <div className="home-side">
        <CountsCard alerts={alerts} organisation={organisation} />
        <PackCard progress={progress} year={view.year} organisation={organisation} />
        <TaskCard view={view} />
        <RecentCard view={view} mayWrite={mayWrite} />
      </div>
    </div>
  )
}

/** 工作台: what is due, what warns, how far the year is; of one organisation or of all. The first screen. */
export function HomeScreen({ today }: { today: string }) {
  const place = useHomePlace(today)
  const { organisationId, year } = place
  const wish = { organisationId, year }
  const mayWrite = useRight('records.write')
  const view = useQuery(api.home.view.queryOptions(wish))
  // What takes longer waits until the page is there.
  const alerts = useQuery({ ...api.alert.list.queryOptions(wish), enabled: view.data !== undefined })
  const progress = useQuery({ ...api.home.progress.queryOptions(wish), enabled: alerts.isFetched })
  const lines =
    view.data === undefined
      ? null
      : dueLines({ view: view.data, alerts: alerts.data, progress: progress.data }, mayWrite)
  useSayStatus(lines === null ? '' : `要办的事 ${lines.length} 件`)
  useEffect(() => {
    document.title = '工作台 · 党务案头'
  }, [])
  const fault = view.error ?? alerts.error ?? progress.error
  return (
    <div className="page desk-page home-page">
      <HomeHead {...{ today, organisationId, lines }} onOrganisation={place.show} />
      {view.error !== null ? (
        <LoadFailure message={problemOfError(view.error).message} onRetry={() => void view.refetch()} />
      ) : fault === null ? null : (
        <Verdict tone="bad">{problemOfError(fault).message}</Verdict>
      )}
      {view.isLoading ? <Loading lines={10} /> : null}
      {view.data === undefined || lines === null ? null : (
        <Body
          {...{ view: view.data, alerts: alerts.data, progress: progress.data, lines }}
          isWhole={alerts.isFetched}
          onBranch={place.show}
        />
      )}
    </div>
  )
}
