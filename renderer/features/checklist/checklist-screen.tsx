import './checklist.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isBranch, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useKeys } from '../../ui/keys.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { AreasView } from './areas-view.tsx'
import { Board } from './board.tsx'
import { ChangesView } from './changes-view.tsx'
import { ChecklistPapers } from './checklist-papers.tsx'
import type { Desk } from './checklist-words.ts'
import { DeskHead } from './desk-head.tsx'
import { ExtraDock } from './extra-dock.tsx'
import { ItemDock } from './item-dock.tsx'
import { MissingView } from './missing-view.tsx'
import { ReviewView } from './review-view.tsx'
import { TurnsView } from './turns-view.tsx'
import { type ChecklistPlace, useChecklistPlace } from './use-checklist-place.ts'

type BodyProps = { desk: Desk; place: ChecklistPlace; today: string }

/** The view that is open, with the item beside it. */
function Body({ desk, place, today }: BodyProps) {
  const { view, item: open } = place
  const item = desk.score.areas.flatMap(({ items }) => items).find(({ id }) => id === open)
  const close = (): void => place.go({ item: null })
  const beside = { open, onOpen: (id: string) => place.go({ item: id }) }
  const hasAreas = view === 'areas' || view === 'lost'
  const isBeside = (item !== undefined || open === 'extra') && view !== 'review'
  return (
    <div className={`desk-grid checklist-desk${hasAreas ? ' with-areas' : ''}${isBeside ? ' beside' : ''}`}>
      {hasAreas ? <AreasView desk={desk} place={place} lostOnly={view === 'lost'} /> : null}
      {view === 'missing' ? (
        <MissingView desk={desk} {...beside} onPrint={() => place.go({ paper: 'missing' })} />
      ) : null}
      {view === 'rectification' ? <TurnsView desk={desk} today={today} {...beside} /> : null}
      {view === 'review' ? <ReviewView desk={desk} today={today} /> : null}
      {view === 'changes' ? <ChangesView desk={desk} /> : null}
      {!isBeside ? null : item === undefined ? (
        <ExtraDock desk={desk} today={today} onClose={close} />
      ) : (
        <ItemDock key={item.id} item={item} desk={desk} today={today} onClose={close} />
      )}
    </div>
  )
}

type BranchProps = { place: ChecklistPlace; branches: readonly Organisation[]; home: string; today: string }

/** The list of one branch in a year. */
function Branch({ place, branches, home, today }: BranchProps) {
  const found = useQuery({
    ...api.checklist.desk.queryOptions({ organisationId: home, year: place.year, list: place.list }),
    placeholderData: (old) =>
      old?.organisation.id === home && old.year === place.year && old.list.key === place.list ? old : undefined
  })
  const desk = found.data
  const items = desk?.score.areas.flatMap((area) => area.items) ?? []
  const print = (): void => place.go({ paper: 'self-check' })
  useKeys(place.paper === null ? { p: print, P: print } : {})
  useSayStatus(
    desk === undefined
      ? ''
      : [`${items.length} 项`, ...(items.some(({ id }) => id === place.item) ? [`当前 ${place.item}`] : [])].join('，')
  )
  if (place.paper !== null && desk !== undefined) return <ChecklistPapers desk={desk} place={place} />
  return (
    <>
      <DeskHead place={place} branches={branches} home={home} today={today} desk={desk} />
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.isLoading ? <Loading lines={10} /> : null}
      {desk === undefined ? null : <Body desk={desk} place={place} today={today} />}
    </>
  )
}

/** 党支部标准化规范化清单: a list that fills itself in from the records, of one branch or of all side by side. */
export function ChecklistScreen({ today }: { today: string }) {
  const place = useChecklistPlace(today)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const branches = (tree.data ?? []).filter(isBranch)
  const home = place.organisationId ?? (branches.length === 1 ? (branches[0]?.id ?? null) : null)
  useEffect(() => {
    document.title = '标准化清单 · 党务案头'
  }, [])
  return (
    <div className="page desk-page checklist-page">
      {home !== null ? (
        <Branch key={`${home} ${place.year} ${place.list}`} {...{ place, branches, home, today }} />
      ) : tree.data === undefined ? (
        <Loading lines={10} />
      ) : (
        <Board place={place} branches={branches} today={today} />
      )}
    </div>
  )
}
