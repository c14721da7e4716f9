import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { type Autosave, useAutosave } from '../../app/autosave.ts'
import type { Entry } from './evaluation-words.ts'

/** What is written about one member besides ballots and grade. */
export type EntryText = Pick<
  Entry,
  'selfReview' | 'selfOn' | 'peerOpinions' | 'toldOn' | 'ownOpinion' | 'superiorOpinion' | 'note' | 'help'
>

/** A day that is still being typed is not sent; it goes when it can be read. */
const isReady = (value: unknown): boolean => value === null || (typeof value === 'string' && isDay(value))

/** The parts of a text that can be kept as they stand. */
export function readyParts(text: Partial<EntryText>): Partial<EntryText> {
  const { selfOn, toldOn, help, ...rest } = text
  const days =
    help === undefined || help === null ? [] : [help.dueOn, help.closedOn, ...help.quarters.map(({ on }) => on)]
  return {
    ...rest,
    ...(selfOn !== undefined && isReady(selfOn) ? { selfOn } : {}),
    ...(toldOn !== undefined && isReady(toldOn) ? { toldOn } : {}),
    ...(help !== undefined && days.every(isReady) ? { help } : {})
  }
}

/** One member's text being written, kept by itself; what the engine has is read anew after each save. */
export function useEntry<Text extends Partial<EntryText>>(
  evaluationId: string,
  memberId: string,
  stored: Text,
  locked: boolean
): { text: Text; change: (part: Partial<Text>) => void; save: Autosave } {
  const queries = useQueryClient()
  const [first] = useState(stored)
  const [text, setText] = useState(stored)
  const save = useAutosave(text, first, locked, {
    send: async (value) => {
      await client.evaluation.saveEntries.mutate({ id: evaluationId, changes: [{ memberId, text: readyParts(value) }] })
      void queries.invalidateQueries()
    },
    // Nothing holds it meanwhile: it is kept as soon as the window is hidden, which comes before most ends of it.
    hold: () => Promise.resolve()
  })
  const { flush } = save
  useEffect(() => {
    const keep = (): void => {
      if (document.visibilityState === 'hidden' && !locked) void flush()
    }
    document.addEventListener('visibilitychange', keep)
    return () => document.removeEventListener('visibilitychange', keep)
  }, [flush, locked])
  return { text, change: (part) => setText((old) => ({ ...old, ...part })), save }
}
