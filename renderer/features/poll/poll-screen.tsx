import './poll.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { flushDrafts } from '../../app/drafts.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Step, StepLine } from '../../ui/step-line.tsx'
import { CountView } from './count-view.tsx'
import { GradesOnly } from './grades-only.tsx'
import { classState, type Desk, firstView, isOnBallots, type PollView, viewNames } from './poll-words.ts'
import { ResultView } from './result-view.tsx'
import { SetUpView } from './set-up-view.tsx'
import { usePollPlace } from './use-poll-place.ts'
import { useSetUp } from './use-set-up.ts'

/** The three places, each with how far it is. */
function stepsOf(desk: Desk): Step<PollView>[] {
  const { poll, subjects } = desk
  const done = poll.classes.filter((one) => classState(desk, one).done).length
  const all = done === poll.classes.length
  return [
    {
      ...{ key: 'setup', title: viewNames.setup, state: subjects.length === 0 ? 'running' : 'done' },
      note: subjects.length === 0 ? '待加测评对象' : `${subjects.length} 个测评对象`
    },
    {
      ...{ key: 'count', title: viewNames.count },
      state: all ? 'done' : isOnBallots(desk) ? 'running' : 'not-begun',
      note: `已计 ${done} / ${poll.classes.length} 个票类`
    },
    {
      ...{ key: 'result', title: viewNames.result },
      state: poll.finishedOn !== null ? 'done' : all ? 'running' : 'not-begun',
      note: poll.finishedOn === null ? '等次还没有确定' : `${poll.finishedOn} 已确定等次`
    }
  ]
}

type BodyProps = { desk: Desk; place: ReturnType<typeof usePollPlace> }

/** Who sets up, counts and decides; the set-up being written lives as long as the poll is open. */
function Body({ desk, place }: BodyProps) {
  const work = useSetUp(desk)
  const view = place.view ?? firstView(desk)
  const back = `/poll/${desk.poll.id}?view=count`
  useSayStatus(desk.may.tally ? '票数只有书记、组织委员能看' : '')
  if (!desk.may.enter) return <GradesOnly desk={desk} />
  switch (view) {
    case 'setup':
      return <SetUpView desk={desk} work={work} />
    case 'count':
      return <CountView desk={desk} back={back} ready={work.save.flush} />
    case 'result':
      return desk.may.tally ? (
        <ResultView desk={desk} place={place} ready={() => flushDrafts().then(work.save.flush)} />
      ) : (
        <GradesOnly desk={desk} />
      )
  }
}

/** One 民主测评 or 述职评议: what is set up, how far it is counted, and what people decide. */
export function PollScreen({ today }: { today: string }) {
  useContentProtection()
  const { id = '' } = useParams()
  const place = usePollPlace(today)
  const navigate = useNavigate()
  const found = useQuery(api.poll.desk.queryOptions({ id }))
  const desk = found.data
  useEffect(() => {
    document.title = '民主测评 · 党务案头'
  }, [])
  return (
    <div className="page desk-page poll-page">
      <PageHead
        title={desk?.poll.name ?? '民主测评'}
        note={desk === undefined ? undefined : `${labelOf(desk.organisation)}，${desk.poll.kind}`}
      >
        {desk === undefined || !desk.may.enter ? null : (
          <StepLine
            label="测评的步骤"
            steps={stepsOf(desk)}
            current={place.view ?? firstView(desk)}
            onGo={(view) => place.go({ view, subject: null })}
          />
        )}
        <Button onClick={() => void navigate(desk === undefined ? '/poll' : `/poll?year=${desk.poll.year}`)}>
          返回
        </Button>
      </PageHead>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={8} /> : null}
      {desk === undefined ? null : <Body key={id} desk={desk} place={place} />}
    </div>
  )
}
