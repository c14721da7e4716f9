import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'
import { type EntryText, readyText } from './entry-text.ts'

/** One member's text being written, kept by itself; what the engine has is read anew after each save. */
export function useEntry<Text extends Partial<EntryText>>(
  { id, memberId, today }: { id: string; memberId: string; today: string },
  stored: Text,
  locked: boolean
): { text: Text; change: (part: Partial<Text>) => void; save: Autosave } {
  const queries = useQueryClient()
  const [first] = useState(stored)
  const [text, setText] = useState(stored)
  const kept = useRef(stored)
  const ready = (value: Text): Text => readyText(value, kept.current, today)
  const save = useAutosave(text, first, locked, {
    send: async (value, typed) => {
      const sent = ready(value)
      await client.evaluation.saveEntries.mutate({ id, changes: [{ memberId, text: sent }], typed })
      kept.current = sent
      void queries.invalidateQueries()
    },
    hold: (value, typed) => client.evaluation.hold.mutate({ id, memberId, text: ready(value), typed })
  })
  return { text, change: (part) => setText((old) => ({ ...old, ...part })), save }
}
