import './talk.css'
import './talk-lists.css'
import './talk-map.css'
import './talk-panel.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isBranch } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useContentProtection } from '../../app/content-protection.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { NoBranch } from '../../app/no-branch.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { BranchTable } from './branch-table.tsx'
import { CoverageView } from './coverage-view.tsx'
import { FiguresView } from './figures-view.tsx'
import { PlanView } from './plan-view.tsx'
import { RecordsView } from './records-view.tsx'
import { RoundSheet } from './round-sheet.tsx'
import { useLeaveGuard } from './leave-guard.ts'
import { LeaveQuestion } from './leave-question.tsx'
import { type Deed, TalkDeed } from './talk-deed.tsx'
import { TalkHeadline } from './talk-headline.tsx'
import { NewTalk, OpenTalk } from './talk-panel.tsx'
import type { PaperChoice } from './talk-papers.ts'
import { RecordPrint, TalkPrint } from './talk-print.tsx'
import { useRound } from './use-round.ts'
import { useTalkPlace } from './use-talk-place.ts'

/** What covers the screen: the paper of a talk, the papers of the year, or a round put forward. */
type Sheet = { name: 'record'; id: string } | { name: 'papers'; first: PaperChoice } | { name: 'round' } | null

/** 谈心谈话: who has talked with whom, what came of it, and what is still to be held. */
export function TalkScreen({ today }: { today: string }) {
  useContentProtection()
  const place = useTalkPlace(today)
  const { unsaved, guard, ...leaving } = useLeaveGuard()
  const [sheet, setSheet] = useState<Sheet>(null)
  const [deed, setDeed] = useState<{ count: number; deed: Deed } | null>(null)
  const round = useRound(place)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const branches = (tree.data ?? []).filter(isBranch)
  const mayWrite = useRight('talk.L1.write')
  const home = place.organisationId ?? (branches.length === 1 ? (branches[0]?.id ?? null) : null)
  const board = useQuery({
    ...api.talk.board.queryOptions({ organisationId: home ?? '', year: place.year }),
    enabled: home !== null,
    placeholderData: (old) => (old?.organisation.id === home ? old : undefined)
  })
  const data = home === null ? undefined : board.data
  useSayStatus(data === undefined ? '' : `${place.year} 年度，已记 ${data.total} 次`)
  useEffect(() => {
    document.title = '谈心谈话 · 党务案头'
  }, [])
  const starts = place.start !== null
  useEffect(() => {
    if (starts) setSheet(null)
  }, [starts])
  const say = (done: Deed): void => setDeed((old) => ({ count: (old?.count ?? 0) + 1, deed: done }))
  const beside = place.open !== null || (place.start !== null && mayWrite)
  const shut = (): void => setSheet(null)
  const line = deed === null ? null : <TalkDeed key={deed.count} deed={deed.deed} onGone={() => setDeed(null)} />
  if (sheet?.name === 'record')
    return (
      <div className="page talk-page">
        <RecordPrint id={sheet.id} onClose={shut} />
      </div>
    )
  if (sheet !== null && data !== undefined)
    return (
      <div className="page talk-page">
        {sheet.name === 'papers' ? (
          <TalkPrint board={data} first={sheet.first} onClose={shut} />
        ) : (
          <RoundSheet
            board={data}
            today={today}
            onDone={(done) => {
              shut()
              if (done !== null) say(done)
            }}
          />
        )}
      </div>
    )
  const show = (wanted: Sheet): void => guard(() => setSheet(wanted))
  const panel = {
    ...{ today, unsaved, onOpen: place.openTalk, onDeed: say, onNext: round.next },
    onPaper: (id: string) => show({ name: 'record', id })
  }
  const branch = home ?? branches[0]?.id ?? null
  const view = { place, today, mayWrite, narrow: beside, onDeed: say }
  return (
    <div className={beside ? 'talk-stage open' : 'talk-stage'}>
      <div className="page talk-page">
        <TalkHeadline
          place={place}
          branches={branches}
          home={home}
          today={today}
          narrow={beside}
          mayWrite={mayWrite}
          onPrint={data === undefined ? null : (first) => show({ name: 'papers', first })}
        />
        {line}
        {tree.data !== undefined && branches.length === 0 ? (
          <NoBranch>谈心谈话以支部为单位，先在“组织与党员”里加上党支部和党员。</NoBranch>
        ) : null}
        {home === null && branches.length > 0 ? (
          <BranchTable year={place.year} onOpen={(organisation) => place.go({ organisation })} />
        ) : null}
        {board.error === null || home === null ? null : (
          <LoadFailure message={problemOfError(board.error).message} onRetry={() => void board.refetch()} />
        )}
        {home !== null && board.isLoading ? <Loading lines={8} /> : null}
        {data === undefined ? null : place.view === 'map' ? (
          <CoverageView board={data} {...view} />
        ) : place.view === 'records' ? (
          <RecordsView board={data} {...view} />
        ) : place.view === 'plan' ? (
          <PlanView board={data} {...view} onRound={() => show({ name: 'round' })} />
        ) : (
          <FiguresView board={data} onPaper={(first) => show({ name: 'papers', first })} />
        )}
      </div>
      {place.open !== null ? (
        <OpenTalk key={place.open} id={place.open} {...panel} />
      ) : place.start !== null && mayWrite && branch !== null ? (
        <NewTalk
          key={`${branch} ${round.key}`}
          organisationId={branch}
          branches={home === null ? branches : null}
          onBranch={(organisation) => place.go({ organisation })}
          start={place.start}
          carried={round.carried}
          {...panel}
        />
      ) : null}
      <LeaveQuestion {...leaving} />
    </div>
  )
}
