import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'
import type { ItemLine } from './checklist-words.ts'
import { draftOf, type MarkDraft, readyMark } from './mark-draft.ts'

type Where = { organisationId: string; year: number }

/** 自评 of one item being written, kept by itself; the list is read anew after each save. An empty one is taken away. */
export function useMark(
  { organisationId, year }: Where,
  item: ItemLine,
  locked: boolean
): { draft: MarkDraft; change: (part: Partial<MarkDraft>) => void; save: Autosave } {
  const queries = useQueryClient()
  const [first] = useState(draftOf(item.mark))
  const [draft, setDraft] = useState(first)
  const kept = useRef(first)
  const place = { organisationId, year, item: item.id }
  const save = useAutosave(draft, first, locked, {
    send: async (value, typed) => {
      const sent = readyMark(value, item, kept.current)
      await client.checklist.saveMark.mutate({ ...sent, ...place, typed })
      kept.current = sent
      void queries.invalidateQueries()
    },
    hold: (value, typed) =>
      client.checklist.holdMark.mutate({ ...readyMark(value, item, kept.current), ...place, typed })
  })
  return { draft, change: (part) => setDraft((old) => ({ ...old, ...part })), save }
}
