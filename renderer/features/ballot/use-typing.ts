import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  isTyped,
  startTyping,
  typed,
  type Typing,
  type TypingKey
} from '../../../shared/features/ballot/counting-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { onFlush } from '../../app/drafts.ts'
import { PutQueue } from './put-queue.ts'

/** What the typing of a pass needs: `known` whole ballots are in its totals already, `returned` came back in all. */
type Pass = { id: string; pass: number; known: number; corrected: number; returned: number; lines: number }

/** One ballot after the other by key. Ballots go into the totals behind the typing, in order. */
export function useTyping({ id, pass, known, corrected, returned, lines }: Pass) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [state, setState] = useState<{ typing: Typing; put: number }>({ typing: startTyping, put: known })
  // Keys come faster than React draws: the next key always goes on from the newest state.
  const newest = useRef(state)
  const corrections = useRef(corrected)
  const [queue] = useState(
    () =>
      new PutQueue(
        known,
        async ({ ballot, instead }, seen) => {
          const sent = { id, pass, seen, corrected: corrections.current, ballot, instead }
          const answer = await client.ballot.put.mutate(sent)
          corrections.current = answer.corrected
          return answer.ballots + answer.voided
        },
        (error) => {
          if (error !== null) setProblem(problemOfError(error))
          void queries.invalidateQueries()
        }
      )
  )
  useEffect(() => onFlush(() => queue.done()), [queue])
  const press = (key: TypingKey): void => {
    const { typing, put } = newest.current
    const isFull = put >= returned && !typing.correcting
    if (problem !== null || (isFull && key.kind !== 'back')) return
    const next = typed(typing, lines, key)
    if (next.counted !== null) queue.put(next.counted)
    const more = next.counted !== null && next.counted.instead === null ? 1 : 0
    newest.current = { typing: next.typing, put: put + more }
    setState(newest.current)
  }
  /** By mouse: the line that was clicked is the one that is marked, where the ballot has come so far. */
  const markAt = (at: number, mark: number | null): void => {
    const { typing, put } = newest.current
    if (at > typing.marks.length) return
    newest.current = { typing: { ...typing, at }, put }
    press({ kind: 'mark', mark })
    const { typing: after } = newest.current
    newest.current = {
      ...newest.current,
      typing: { ...after, at: Math.max(after.at, Math.min(typing.at, after.marks.length)) }
    }
    setState(newest.current)
  }
  const { typing, put } = state
  return {
    ...{ typing, put, problem, press, markAt },
    isFull: put >= returned && !typing.correcting,
    isDone: isTyped(typing, lines),
    isMidway: typing.marks.length > 0,
    flush: () => queue.done(),
    /** What the engine answered last: an engine that cannot be reached says nothing newer. */
    sent: () => queue.state()
  }
}
export type TypingDesk = ReturnType<typeof useTyping>
