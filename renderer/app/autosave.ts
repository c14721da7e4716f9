import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../shared/kernel/outcome.ts'
import { problemOfError } from '../api/client.ts'
import { onFlush } from './drafts.ts'

/** Milliseconds of rest after the last key before a draft is kept, and the longest that typing may put it off. */
const rest = 600
const longest = 1500

/** How often it was kept, when last, and why not if it was refused. */
export type SaveState = { count: number; at: Date | null; problem: Problem | null }

/**
 * Keeps the latest value by itself: after a rest, while typing goes on, before a lock, and when the screen or the window
 * goes. One save at a time. `stored`
 * is what the engine has; nothing is kept while `locked`.
 */
export function useAutosave<Value>(
  value: Value,
  stored: Value,
  locked: boolean,
  send: (value: Value) => Promise<unknown>
): SaveState & { flush(): Promise<void> } {
  const [state, setState] = useState<SaveState>({ count: 0, at: null, problem: null })
  const latest = useRef(value)
  const kept = useRef(stored)
  const sender = useRef(send)
  const waitingSince = useRef<number | null>(null)
  const running = useRef<Promise<void>>(Promise.resolve())
  latest.current = value
  sender.current = send
  const flush = useCallback((): Promise<void> => {
    running.current = running.current.then(async () => {
      const wanted = latest.current
      if (wanted === kept.current) return
      try {
        await sender.current(wanted)
        kept.current = wanted
        setState((before) => ({ count: before.count + 1, at: new Date(), problem: null }))
      } catch (error) {
        setState((before) => ({ ...before, problem: problemOfError(error) }))
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
