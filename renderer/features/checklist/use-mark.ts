import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'
import type { ItemLine } from './checklist-words.ts'
import { draftOf, isBlank, type MarkDraft, readyMark } from './mark-draft.ts'

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
  const id = useRef(item.mark?.id ?? null)
  const kept = useRef(first)
  const save = useAutosave(draft, first, locked, {
    send: async (value) => {
      const sent = readyMark(value, item, kept.current)
      if (!isBlank(sent))
        id.current = (await client.checklist.saveMark.mutate({ ...sent, organisationId, year, item: item.id })).id
      else if (id.current !== null) {
        await client.checklist.removeMark.mutate({ id: id.current })
        id.current = null
      }
      kept.current = sent
      void queries.invalidateQueries()
    },
    // A line or two: what a killed window would lose is what was typed in the last second.
    hold: () => Promise.resolve()
  })
  return { draft, change: (part) => setDraft((old) => ({ ...old, ...part })), save }
}
