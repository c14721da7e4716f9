import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppraisalEntry } from '../../../shared/features/appraisal/appraisal.ts'
import { client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'

type EntryText = Partial<Pick<AppraisalEntry, 'summary' | 'duty' | 'negatives' | 'objections' | 'feedback'>>

/** What is being written of one cadre, kept by itself; what follows from it is read anew after each save. */
export function useEntry<Text extends EntryText>(
  { id, memberId }: { id: string; memberId: string },
  stored: Text,
  locked: boolean
): { text: Text; change: (part: Partial<Text>) => void; save: Autosave } {
  const queries = useQueryClient()
  const [first] = useState(stored)
  const [text, setText] = useState(stored)
  const save = useAutosave(text, first, locked, {
    send: async (value, typed) => {
      await client.appraisal.saveEntry.mutate({ id, change: { memberId, text: value }, typed })
      void queries.invalidateQueries()
    },
    hold: (value, typed) => client.appraisal.hold.mutate({ id, change: { memberId, text: value }, typed })
  })
  return { text, change: (part) => setText((old) => ({ ...old, ...part })), save }
}
