import './ballot.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { countOwners } from '../../../shared/features/ballot/ballot.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Step, StepLine } from '../../ui/step-line.tsx'
import type { CountView } from './ballot-words.ts'
import { BoxView } from './box-view.tsx'
import { DropCount } from './drop-count.tsx'
import { PaperCount } from './paper-count.tsx'
import { WayChoice } from './way-choice.tsx'

type StepKey = 'head' | 'first' | 'second' | 'confirm' | 'box' | 'vote' | 'count'

/** How far a count is. On paper: two passes and their comparison; on this PC: the box, the vote, the opening. */
function stepsOf(count: CountView): { steps: Step<StepKey>[]; current: StepKey } {
  const steps = (keys: readonly (readonly [StepKey, string])[], current: StepKey): Step<StepKey>[] => {
    const at = count.confirmedOn === null ? keys.findIndex(([key]) => key === current) : keys.length
    return keys.map(([key, title], index) => ({
      key,
      title,
      state: index < at ? 'done' : index === at ? 'running' : 'not-begun'
    }))
  }
  if (count.way === 'desk') {
    const state = count.box?.state
    const current =
      state === undefined
        ? count.passes.length > 0
          ? 'confirm'
          : 'box'
        : state === 'open'
          ? 'vote'
          : state === 'closed'
            ? 'count'
            : 'confirm'
    const keys = [
      ['box', '设投票箱'],
      ['vote', '投票'],
      ['count', '开箱计票'],
      ['confirm', '确认']
    ] as const
    return { steps: steps(keys, current), current }
  }
  const [first, second] = count.passes
  const current =
    first === undefined ? 'head' : !first.finished ? 'first' : second?.finished === true ? 'confirm' : 'second'
  const keys = [
    ['head', '发出收回'],
    ['first', '第一遍'],
    ['second', '第二遍'],
    ['confirm', '核对确认']
  ] as const
  return { steps: steps(keys, current), current }
}

/** Counting of one pile of ballots, on paper or on this PC. */
export function CountScreen({ clerk }: { clerk: string }) {
  useContentProtection()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const owner = countOwners.find((one) => one === params.get('owner')) ?? 'evaluation'
  const pile = { owner, ownerId: params.get('id') ?? '', part: params.get('part') ?? '' }
  const back = params.get('back')
  const found = useQuery(api.ballot.pile.queryOptions(pile))
  // A pass is read anew from the engine after something stopped it.
  const [again, setAgain] = useState(0)
  useSayStatus('不记录是谁的票，不记录先后和时间')
  useEffect(() => {
    document.title = '计票 · 党务案头'
  }, [])
  const view = found.data
  const count = view?.count ?? null
  const progress = count === null ? null : stepsOf(count)
  return (
    <div className="page ballot-page">
      <PageHead title="计票" note={view?.title ?? ''}>
        {progress === null ? null : (
          <StepLine
            label="计票的步骤"
            steps={progress.steps}
            current={count?.confirmedOn == null ? progress.current : null}
          />
        )}
        {count === null ? null : <DropCount count={count} />}
        {back === null ? null : <Button onClick={() => void navigate(back)}>返回</Button>}
      </PageHead>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={8} /> : null}
      {view === undefined ? null : count === null ? (
        <WayChoice pile={pile} view={view} />
      ) : count.way === 'paper' ? (
        <PaperCount
          key={`${count.id} ${again}`}
          count={count}
          title={view.title}
          clerk={clerk}
          onAgain={() => void found.refetch().then(() => setAgain(again + 1))}
        />
      ) : (
        <BoxView key={count.id} count={count} />
      )}
    </div>
  )
}
