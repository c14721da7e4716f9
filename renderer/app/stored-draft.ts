import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { onFlush } from './drafts.ts'

/** How long typing pauses before what was typed is kept. */
const pause = 800

/** Calls about drafts one after the other, so that a form that opens again reads what its closing has just kept. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  const next = queue.then(call, call)
  queue = next.catch(() => undefined)
  return next
}

/** The fields that differ from what is stored. Only those are kept: what others change meanwhile is not overwritten. */
function changedFields<Value extends object>(value: Value, stored: Value): Partial<Value> {
  const changed: Partial<Value> = {}
  for (const key of Object.keys(value) as (keyof Value)[])
    if (JSON.stringify(value[key]) !== JSON.stringify(stored[key])) changed[key] = value[key]
  return changed
}

/** Takes over kept fields the form still has; a text that cannot be read keeps nothing. */
function withKept<Value extends object>(text: string, stored: Value): Value {
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null) return stored
    return { ...stored, ...Object.fromEntries(Object.entries(kept).filter(([key]) => key in stored)) }
  } catch {
    return stored
  }
}

const isEmpty = (part: object): boolean => Object.keys(part).length === 0

/** Keeps a draft after a pause, and at once before a lock and when the form closes. */
function useKeeping(name: string, text: string | null) {
  const kept = useRef<string | null>(null)
  const wanted = useRef(text)
  const over = useRef(false)
  wanted.current = text
  const keep = useRef(async (): Promise<void> => {})
  keep.current = async () => {
    const value = wanted.current
    if (over.current || value === kept.current) return
    kept.current = value
    await inTurn(() =>
      value === null ? client.draft.remove.mutate({ name }) : client.draft.save.mutate({ name, value })
    )
  }
  useEffect(() => {
    if (text === kept.current) return
    const timer = setTimeout(() => void keep.current(), pause)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    over.current = false
    const done = onFlush(() => keep.current())
    return () => {
      done()
      void keep.current()
    }
  }, [])
  const drop = (): void => {
    kept.current = null
    void inTurn(() => client.draft.remove.mutate({ name }))
  }
  return {
    drop,
    forget: () => {
      over.current = true
      drop()
    }
  }
}

export type StoredDraft<Value> = {
  value: Value
  change: (part: Partial<Value>) => void
  dirty: boolean
  /** True when the form goes on where it was left without saving. */
  restored: boolean
  /** Back to what is stored; what was kept goes too. */
  reset: () => void
  /** Forgets what was kept, once it is saved or given up. */
  forget: () => void
}

const always = (): boolean => true

/**
 * The values of a form. What is typed and not saved lies in the encrypted store under `name`, with the user's account,
 * and never in the browser: it is there again after a lock, a closed panel or a look at another record. While `mayKeep`
 * answers no, nothing is kept, and what was kept before goes.
 */
export function useStoredDraft<Value extends object>(
  name: string,
  stored: Value,
  mayKeep: (value: Value) => boolean = always
): StoredDraft<Value> {
  const [initial] = useState(stored)
  const [value, setValue] = useState(stored)
  const [restored, setRestored] = useState(false)
  const changed = changedFields(value, initial)
  const dirty = !isEmpty(changed)
  const touched = useRef(false)
  const keepable = mayKeep(value)
  const { drop, forget } = useKeeping(name, dirty && keepable ? JSON.stringify(changed) : null)
  // Before what was kept is read: a form that opens where nothing may be kept finds nothing.
  const dropNow = useRef(drop)
  dropNow.current = drop
  useEffect(() => {
    if (!keepable) dropNow.current()
  }, [keepable])
  useEffect(() => {
    let stale = false
    void inTurn(() => client.draft.read.query({ name })).then((draft) => {
      if (stale || draft === null || touched.current) return
      setValue((old) => withKept(draft.value, old))
      setRestored(true)
    })
    return () => {
      stale = true
    }
  }, [name])
  return {
    value,
    change: (part) => {
      touched.current = true
      setValue((old) => ({ ...old, ...part }))
    },
    dirty,
    restored: restored && dirty,
    reset: () => {
      setRestored(false)
      setValue(initial)
      drop()
    },
    forget
  }
}

/** Whether a form of this name was left without saving. */
export function useHasDraft(name: string): boolean {
  // Each look asks anew: one still on its way was sent before the form that has just closed kept anything.
  const [look] = useState(() => crypto.randomUUID())
  const kept = useQuery({
    queryKey: ['kept draft', name, look],
    queryFn: () => inTurn(() => client.draft.read.query({ name })),
    gcTime: 0
  })
  return kept.data != null
}
