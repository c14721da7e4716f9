import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import { api } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useEscape } from '../../ui/escape.ts'
import { OrganisationCard } from './organisation-card.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import { RosterPane } from './roster-pane.tsx'
import type { RosterHandle } from './roster-table.tsx'
import {
  type MemberOrder,
  type OrganisationNode,
  type RosterRow,
  type RosterView,
  sortIntoViews,
  viewShowing
} from './roster.ts'
import { type PanelTask, SidePanel } from './side-panel.tsx'
import type { Place } from './use-place.ts'

const nobody: RosterRow[] = []

type Props = {
  nodes: readonly OrganisationNode[]
  chosen: OrganisationNode | null
  place: Place
  task: PanelTask
  setTask: (task: PanelTask) => void
  today: string
}

/** The three columns and what moves between them: the current row, the open person, and the form being filled in. */
export function MemberDesk({ nodes, chosen, place, task, setTask, today }: Props) {
  const [view, setView] = useState<RosterView>('all')
  const [order, setOrder] = useState<MemberOrder>('post')
  const [cursor, setCursor] = useState<string | null>(place.memberId)
  const table = useRef<RosterHandle>(null)
  const organisationId = chosen?.id ?? null
  const list = useQuery({
    ...api.member.list.queryOptions({ organisationId, order }),
    placeholderData: keepPreviousData
  })
  const rows = list.data ?? nobody
  const shown = useMemo(
    () => new Set(organisationId === null ? [] : withDescendants(nodes, organisationId)),
    [nodes, organisationId]
  )
  const views = useMemo(() => sortIntoViews(rows, shown), [rows, shown])
  const currentId = place.memberId ?? cursor
  const index = views[view].findIndex((row) => row.id === currentId)
  useSayStatus(
    list.data === undefined ? '' : `共 ${views[view].length} 人${index < 0 ? '' : `，当前第 ${index + 1} 人`}`
  )

  const latestViews = useRef(views)
  latestViews.current = views
  useEffect(() => {
    if (place.memberId !== null && list.isSuccess)
      setView((old) => viewShowing(latestViews.current, place.memberId ?? '', old))
    // Only when a person is opened: a view chosen afterwards stays.
  }, [place.memberId, list.isSuccess])

  const acts = useRef({ place, task, setTask })
  acts.current = { place, task, setTask }
  const open = useCallback((row: RosterRow): void => {
    setCursor(row.id)
    acts.current.setTask(null)
    acts.current.place.go({ memberId: row.id })
  }, [])
  const complete = useCallback((row: RosterRow): void => {
    setCursor(row.id)
    acts.current.setTask({ kind: 'edit', at: row.missing[0] ?? null })
    acts.current.place.go({ memberId: row.id })
  }, [])
  const move = (row: RosterRow): void => {
    if (place.memberId === null) setCursor(row.id)
    else open(row)
  }
  const close = (): void => {
    if (task?.kind === 'edit') setTask(null)
    else {
      setTask(null)
      if (place.memberId !== null) setCursor(place.memberId)
      place.go({ memberId: null })
    }
    table.current?.focus()
  }
  useEscape(task === null && place.memberId === null ? null : close)
  const choose = (id: string): void => {
    setTask(null)
    setCursor(null)
    place.go({ organisationId: id, memberId: null })
  }
  const panelOpen = task !== null || place.memberId !== null
  return (
    <div className={panelOpen ? 'member-desk with-panel' : 'member-desk'}>
      <aside className="tree-pane" aria-label="组织">
        <OrganisationTree nodes={nodes} chosenId={chosen?.id ?? ''} onChoose={choose} />
        {chosen === null ? null : (
          <OrganisationCard
            node={chosen}
            today={today}
            onEdit={() => setTask({ kind: 'organisation', id: chosen.id })}
          />
        )}
      </aside>
      <RosterPane
        views={views}
        view={view}
        onView={setView}
        order={order}
        onOrder={setOrder}
        list={list}
        chosen={chosen}
        currentId={currentId}
        handle={table}
        onMove={move}
        onOpen={open}
        onComplete={complete}
        onAdd={() => setTask({ kind: 'new', turn: 0 })}
        adding={task !== null}
      />
      {panelOpen ? (
        <SidePanel
          task={task}
          memberId={place.memberId}
          nodes={nodes}
          chosen={chosen}
          today={today}
          setTask={setTask}
          go={place.go}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
