import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useEscape } from '../../ui/escape.ts'
import type { MemberOrder, RosterQuery, RosterRow, RosterView } from './roster.ts'
import type { RosterHandle } from './roster-table.tsx'
import type { PanelTask } from './side-panel.tsx'
import type { Place } from './use-place.ts'
import { useRosterPages, useRosterPlace } from './use-roster.ts'
import { useSelection } from './use-selection.ts'

/** Shows the view in which an opened person stands; a view chosen afterwards stays. */
function useViewShowing(memberId: string | null, at: { index: number; known: boolean }, view: RosterView) {
  const settled = useRef<string | null>(null)
  const [wanted, setWanted] = useState<RosterView | null>(null)
  const { index, known } = at
  useEffect(() => {
    setWanted(null)
    if (memberId === null) settled.current = null
    else if (index >= 0) settled.current = memberId
    else if (known && settled.current !== memberId) {
      if (view === 'current') settled.current = memberId
      setWanted(view === 'current' ? 'former' : 'current')
    }
  }, [memberId, index, known, view])
  return wanted
}

/** When what lay over the desk goes, the roster has the focus again. */
function useFocusAfterCover(covered: boolean, table: RefObject<RosterHandle | null>): void {
  const was = useRef(covered)
  useEffect(() => {
    if (was.current && !covered) table.current?.focus()
    was.current = covered
  }, [covered, table])
}

/** Opening a person, and the form at a field; the same functions for all lines of the table. */
function useOpening(place: Place, setTask: (task: PanelTask) => void, setCursor: (id: string) => void) {
  const acts = useRef({ place, setTask })
  acts.current = { place, setTask }
  const show = useCallback(
    (row: RosterRow, task: PanelTask): void => {
      setCursor(row.id)
      acts.current.setTask(task)
      acts.current.place.go({ memberId: row.id })
    },
    [setCursor]
  )
  const open = useCallback((row: RosterRow): void => show(row, null), [show])
  const complete = useCallback((row: RosterRow, at: string): void => show(row, { kind: 'edit', at }), [show])
  return { open, complete }
}

type Props = {
  organisationId: string | null
  place: Place
  task: PanelTask
  setTask: (task: PanelTask) => void
  covered: boolean
}

/** What moves between tree, roster and panel: the view, the current row, the open person, the chosen people. */
export function useDesk({ organisationId, place, task, setTask, covered }: Props) {
  const [view, setView] = useState<RosterView>('current')
  const [order, setOrder] = useState<MemberOrder>('post')
  const [cursor, setCursor] = useState<string | null>(place.memberId)
  const table = useRef<RosterHandle>(null)
  const query: RosterQuery = { organisationId, view, order }
  const figures = useQuery({
    ...api.member.figures.queryOptions({ organisationId }),
    placeholderData: keepPreviousData
  })
  const pages = useRosterPages(query)
  const at = useRosterPlace(query, pages, place.memberId ?? cursor)
  const wanted = useViewShowing(place.memberId, at, view)
  useEffect(() => {
    if (wanted !== null) setView(wanted)
  }, [wanted])
  const selection = useSelection(query)
  const count = figures.data?.[view]
  useSayStatus(count === undefined ? '' : `共 ${count} 人${at.index < 0 ? '' : `，当前第 ${at.index + 1} 人`}`)

  const { open, complete } = useOpening(place, setTask, setCursor)
  const close = (): void => {
    if (selection.on) selection.end()
    else if (task !== null && task.kind !== 'new' && task.kind !== 'organisation') setTask(null)
    else {
      setTask(null)
      if (place.memberId !== null) setCursor(place.memberId)
      place.go({ memberId: null })
    }
    table.current?.focus()
  }
  const panelOpen = task !== null || place.memberId !== null || selection.on
  useEscape(panelOpen && !covered ? close : null)
  useFocusAfterCover(covered, table)
  const leave = (organisationId?: string): void => {
    setTask(null)
    setCursor(null)
    place.go(organisationId === undefined ? { memberId: null } : { organisationId, memberId: null })
  }
  return {
    query,
    figures,
    pages,
    current: at.index,
    selection,
    table,
    panelOpen,
    open,
    complete,
    close,
    onQuery: (part: Partial<RosterQuery>): void => {
      if (part.view !== undefined) setView(part.view)
      if (part.order !== undefined) setOrder(part.order)
    },
    move: (row: RosterRow): void => {
      if (place.memberId === null) setCursor(row.id)
      else open(row)
    },
    choose: (id: string): void => {
      selection.end()
      leave(id)
    },
    beginSelection: (): void => {
      leave()
      selection.begin()
    }
  }
}
