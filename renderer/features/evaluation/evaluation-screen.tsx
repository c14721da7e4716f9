import './evaluation.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { NoBranch } from '../../app/no-branch.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { BranchBoard } from './branch-board.tsx'
import { EmptyEvaluation } from './empty-evaluation.tsx'
import { EvaluationBody } from './evaluation-body.tsx'
import { EvaluationHead } from './evaluation-head.tsx'
import { EvaluationPapers } from './evaluation-papers.tsx'
import { type EvaluationView, hasBegun } from './evaluation-words.ts'
import { firstView, useEvaluationPlace } from './use-evaluation-place.ts'

type BranchProps = {
  place: ReturnType<typeof useEvaluationPlace>
  branches: readonly Organisation[]
  home: string
  today: string
}

/** The evaluation of one branch in a year. */
function Branch({ place, branches, home, today }: BranchProps) {
  const found = useQuery({
    ...api.evaluation.desk.queryOptions({ organisationId: home, year: place.year }),
    placeholderData: (old) => (old?.organisation.id === home && old.evaluation?.year === place.year ? old : undefined)
  })
  const desk = found.data
  const begun = desk !== undefined && hasBegun(desk) ? desk : null
  const reading = desk !== undefined && !desk.may.enter
  // Where one begins stays: a step that gets done meanwhile does not take the page away.
  const start = useRef<EvaluationView | null>(null)
  if (begun !== null) start.current ??= firstView(begun.steps)
  const view = place.view ?? start.current ?? 'self'
  const figures = desk?.may.tally === true ? '票数只有书记、组织委员能看' : ''
  useSayStatus(desk === undefined ? '' : `${desk.members.length} 人${figures === '' ? '' : `，${figures}`}`)
  if (place.paper !== null && desk !== undefined)
    return <EvaluationPapers desk={desk} year={place.year} place={place} onClose={() => place.go({ paper: null })} />
  return (
    <>
      <EvaluationHead place={place} branches={branches} home={home} today={today} desk={begun} view={view} />
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={8} /> : null}
      {desk === undefined ? null : begun === null ? (
        <EmptyEvaluation organisationId={home} year={place.year} people={desk.members.length} mayBegin={!reading} />
      ) : (
        <EvaluationBody desk={begun} place={place} view={view} today={today} />
      )}
    </>
  )
}

/** 民主评议党员: from 自评 to what follows from the grades. */
export function EvaluationScreen({ today }: { today: string }) {
  useContentProtection()
  const place = useEvaluationPlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const branches = (tree.data ?? []).filter(isBranch)
  const home = place.organisationId ?? (branches.length === 1 ? (branches[0]?.id ?? null) : null)
  useEffect(() => {
    document.title = '民主评议 · 党务案头'
  }, [])
  return (
    <div className="page desk-page evaluation-page">
      {home !== null ? (
        <Branch key={`${home} ${place.year}`} place={place} branches={branches} home={home} today={today} />
      ) : (
        <>
          <EvaluationHead place={place} branches={branches} home={null} today={today} desk={null} view="self" />
          {tree.data === undefined ? (
            <Loading lines={8} />
          ) : branches.length === 0 ? (
            <NoBranch>民主评议以支部为单位，先在“组织与党员”里加上党支部和党员。</NoBranch>
          ) : (
            <BranchBoard year={place.year} onOpen={(organisation) => place.go({ organisation })} />
          )}
        </>
      )}
    </div>
  )
}
