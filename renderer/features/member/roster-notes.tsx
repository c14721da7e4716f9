import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import type { DeskSheet } from './desk-sheet.tsx'
import type { RosterView } from './roster.ts'

/** Looking through everybody takes a moment, so it waits until the screen stands. */
const patience = 1200
/** Above this it takes seconds, in which the engine answers nobody: then it is only done when asked for. */
const mostLookedThrough = 3000

/** How many pairs may be one person; asked once a visit, not after every change. Null while nobody has looked. */
function usePairCount(wanted: boolean): number | null {
  const pairs = useQuery({ ...api.member.duplicates.queryOptions(), enabled: false })
  const { refetch } = pairs
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => void refetch(), patience)
    return () => clearTimeout(timer)
  }, [wanted, refetch])
  return pairs.data?.length ?? null
}

type Props = {
  view: RosterView
  /** People of the whole store. */
  people: number
  onSheet: (sheet: DeskSheet) => void
}

/** Quiet links above the table: people who may be there twice, and former members whose keeping time is over. */
export function RosterNotes({ view, people, onSheet }: Props) {
  const mayWrite = useRight('records.write')
  const large = people > mostLookedThrough
  const pairs = usePairCount(mayWrite && !large)
  const words = pairs === null ? (large && mayWrite ? '查找重复的人' : null) : `可能重复 ${pairs} 对`
  const mayErase = useRight('records.erase') && view === 'former'
  const erasable = useQuery({ ...api.member.erasable.queryOptions(), enabled: mayErase }).data?.length ?? 0
  return (
    <>
      {words === null || pairs === 0 ? null : (
        <button type="button" className="link" onClick={() => onSheet({ kind: 'duplicates' })}>
          {words}
        </button>
      )}
      {mayErase && erasable > 0 ? (
        <button type="button" className="link" onClick={() => onSheet({ kind: 'erase' })}>
          过了保存期 {erasable} 人
        </button>
      ) : null}
    </>
  )
}
