import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../shared/kernel/outcome.ts'
import { problemOfError } from '../api/client.ts'
import { onFlush } from './drafts.ts'

/** Milliseconds of rest after the last key before a draft is kept, and the longest that typing may put it off. */
const rest = 600
const longest = 1500

/** Refusals that are no fault of what was typed pass by themselves: it is sent again after so many milliseconds. */
const passing: readonly string[] = ['store-importing', 'unreachable', 'internal']
const retryAfter = 3000

/** How often it was kept, when last, and why not if it was refused. */
export type SaveState = { count: number; at: Date | null; problem: Problem | null }

/** `flush` keeps at once and answers whether all that was typed is kept now. */
export type Autosave = SaveState & { flush(): Promise<boolean> }

/**
 * Keeps the latest value by itself: after a rest, while typing goes on, before a lock, and when the screen or the window
 * goes. One save at a time. `stored` is what the engine has; nothing is kept by itself while `locked`.
 */
export function useAutosave<Value>(
  value: Value,
  stored: Value,
  locked: boolean,
  send: (value: Value) => Promise<unknown>
): Autosave {
  const [state, setState] = useState<SaveState>({ count: 0, at: null, problem: null })
  const latest = useRef(value)
  const kept = useRef(stored)
  const sender = useRef(send)
  const waitingSince = useRef<number | null>(null)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  latest.current = value
  sender.current = send
  const flush = useCallback((): Promise<boolean> => {
    running.current = running.current.then(async () => {
      const wanted = latest.current
      if (wanted === kept.current) return true
      try {
        await sender.current(wanted)
        kept.current = wanted
        setState((before) => ({ count: before.count + 1, at: new Date(), problem: null }))
        return true
      } catch (error) {
        setState((before) => ({ ...before, problem: problemOfError(error) }))
        return false
      }
    })
    return running.current
  }, [])
  useEffect(() => {
    if (locked || value === kept.current) return
    waitingSince.current ??= Date.now()
    const left = waitingSince.current + longest - Date.now()
    const timer = setTimeout(
      () => {
        waitingSince.current = null
        void flush()
      },
      Math.max(0, Math.min(rest, left))
    )
    return () => clearTimeout(timer)
  }, [value, locked, flush])
  useEffect(() => {
    if (state.problem === null || !passing.includes(state.problem.code)) return
    const timer = setTimeout(() => void flush(), retryAfter)
    return () => clearTimeout(timer)
  }, [state.problem, flush])
  useEffect(() => {
    const forget = onFlush(flush)
    const leave = (): void => void flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      forget()
      void flush()
    }
  }, [flush])
  return { ...state, flush }
}
