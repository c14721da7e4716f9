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
    send: async (value) => {
      const sent = readySetUp(value, kept.current)
      await client.poll.save.mutate({ id, poll: withIds(sent, ids) })
      kept.current = sent
      learnIds(ids, sent, setUpOf(await queries.fetchQuery(api.poll.desk.queryOptions({ id }))))
    },
    // Nothing holds it meanwhile: a window that is killed loses the last second of typing.
    hold: () => Promise.resolve()
  })
  return {
    draft,
    change: (part) => setDraft((old) => ({ ...old, ...(typeof part === 'function' ? part(old) : part) })),
    save
  }
}
