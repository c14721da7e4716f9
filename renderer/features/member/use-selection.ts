import { useCallback, useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import type { RosterQuery, RosterRow } from './roster.ts'

/** People that can be changed at once (the engine's own limit). */
const mostPeople = 500

export type Selection = {
  on: boolean
  people: ReadonlyMap<string, RosterRow>
  begin: () => void
  end: () => void
  /** Ticks or unticks a row; with `stretch` all from the row ticked before to this one. */
  tick: (row: RosterRow, index: number, stretch: boolean) => void
  /** Ticks all of the view, as far as they can be changed at once. */
  tickAll: (on: boolean) => void
}

/** The mode of choosing people and who is chosen. A stretch may reach beyond the rows at hand: the store knows it. */
export function useSelection(query: RosterQuery): Selection {
  const [on, setOn] = useState(false)
  const [people, setPeople] = useState<ReadonlyMap<string, RosterRow>>(new Map())
  const [anchor, setAnchor] = useState<number | null>(null)
  const add = (rows: readonly RosterRow[]): void =>
    setPeople((old) => new Map([...old, ...rows.map((row) => [row.id, row] as const)].slice(0, mostPeople)))
  const fetchRows = (offset: number, limit: number): void => {
    void client.member.page.query({ ...query, offset, limit: Math.min(limit, mostPeople) }).then(add)
  }
  const clear = (): void => {
    setPeople(new Map())
    setAnchor(null)
  }
  const tickNow: Selection['tick'] = (row, index, stretch) => {
    setAnchor(index)
    if (stretch && anchor !== null) fetchRows(Math.min(anchor, index), Math.abs(anchor - index) + 1)
    else if (people.has(row.id)) setPeople((old) => new Map([...old].filter(([id]) => id !== row.id)))
    else add([row])
  }
  const latest = useRef(tickNow)
  latest.current = tickNow
  // One and the same function for all lines, so that a tick draws one line anew and not all.
  const tick = useCallback<Selection['tick']>((row, index, stretch) => latest.current(row, index, stretch), [])
  return {
    on,
    people,
    begin: () => setOn(true),
    end: () => {
      setOn(false)
      clear()
    },
    tick,
    tickAll: (all) => {
      if (all) fetchRows(0, mostPeople)
      else clear()
    }
  }
}
