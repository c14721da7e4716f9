import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'
import type { Desk } from './poll-words.ts'
import { learnIds, readySetUp, type SetUp, setUpOf, withIds } from './set-up.ts'

export type SetUpWork = {
  draft: SetUp
  change: (part: Partial<SetUp> | ((old: SetUp) => Partial<SetUp>)) => void
  save: Autosave
}

/** The set-up being written, kept by itself. Rows made here get their ids when they are kept first. */
export function useSetUp(desk: Desk): SetUpWork {
  const queries = useQueryClient()
  const { id, finishedOn } = desk.poll
  const [first] = useState(() => setUpOf(desk))
  const [draft, setDraft] = useState(first)
  const [ids] = useState(() => new Map<string, string>())
  const kept = useRef(first)
  const locked = finishedOn !== null || !desk.may.enter
  const save = useAutosave(draft, first, locked, {
    send: async (value, typed) => {
      const sent = readySetUp(value, kept.current)
      await client.poll.save.mutate({ id, poll: withIds(sent, ids), typed })
      kept.current = sent
      learnIds(ids, sent, setUpOf(await queries.fetchQuery(api.poll.desk.queryOptions({ id }))))
    },
    hold: (value, typed) => client.poll.hold.mutate({ id, poll: withIds(readySetUp(value, kept.current), ids), typed })
  })
  return {
    draft,
    change: (part) => setDraft((old) => ({ ...old, ...(typeof part === 'function' ? part(old) : part) })),
    save
  }
}
