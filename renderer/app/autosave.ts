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

/** `send` keeps a value; `hold` says it to the engine, which keeps it should this window be killed. Both get the order. */
type Ways<Value> = {
  send: (value: Value, typed: number) => Promise<unknown>
  hold: (value: Value, typed: number) => Promise<unknown>
}

/** Grows with every word, and over a new start of the page too. */
let order = 0
const nextOrder = (): number => {
  order = Math.max(order + 1, Date.now())
  return order
}

/**
 * Keeps the latest value by itself: after a rest, while typing goes on, before a lock, and when the screen or the window
 * goes. One save at a time. `stored` is what the engine has; nothing is kept by itself while `locked`.
 */
export function useAutosave<Value>(
  value: Value,
  stored: Value,
  locked: boolean,
  { send, hold }: Ways<Value>
): Autosave {
  const [state, setState] = useState<SaveState>({ count: 0, at: null, problem: null })
  const latest = useRef(value)
  const kept = useRef(stored)
  const ways = useRef({ send, hold })
  const typed = useRef(0)
  const holding = useRef(false)
  const waitingSince = useRef<number | null>(null)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  if (latest.current !== value) typed.current = nextOrder()
  latest.current = value
  ways.current = { send, hold }
  const flush = useCallback((): Promise<boolean> => {
    running.current = running.current.then(async () => {
      const wanted = latest.current
      if (wanted === kept.current) return true
      try {
        await ways.current.send(wanted, typed.current)
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
  /** One at a time, always the latest; a failure is told when saving fails too. */
  const holdLatest = useCallback(async (): Promise<void> => {
    if (holding.current) return
    holding.current = true
    try {
      for (let said: Value | null = null; said !== latest.current && latest.current !== kept.current; ) {
        said = latest.current
        await ways.current.hold(said, typed.current)
      }
    } catch {
      // The save that follows says what is wrong.
    } finally {
      holding.current = false
    }
  }, [])
  useEffect(() => {
    if (locked || value === kept.current) return
    void holdLatest()
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
  }, [value, locked, flush, holdLatest])
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
