import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { onFlush } from '../../app/drafts.ts'

export type FormDraft<Value> = {
  value: Value
  change: (part: Partial<Value>) => void
  dirty: boolean
  /** True when the form goes on where it was left without saving. */
  restored: boolean
  /** Back to what is stored. */
  reset: () => void
  /** Forgets what was kept, once it is saved or given up. */
  forget: () => void
}

/**
 * The values of a form. What was changed and not saved is kept on the shelf, in memory only, when the form closes, and
 * is there again when it opens: a press of Esc or a look at another person loses nothing.
 */
export function useFormDraft<Value extends object>(
  shelf: Map<string, Value>,
  key: string,
  stored: Value
): FormDraft<Value> {
  const [initial] = useState(stored)
  const [restored, setRestored] = useState(() => shelf.has(key))
  const [value, setValue] = useState(() => shelf.get(key) ?? stored)
  const dirty = JSON.stringify(value) !== JSON.stringify(initial)
  useEffect(() => {
    if (dirty) shelf.set(key, value)
    else shelf.delete(key)
  }, [shelf, key, value, dirty])
  return {
    value,
    change: (part) => setValue((old) => ({ ...old, ...part })),
    dirty,
    restored: restored && dirty,
    reset: () => {
      setRestored(false)
      setValue(initial)
    },
    forget: () => shelf.delete(key)
  }
}

/** Tries to save an unfinished form before the store locks, so that a lock does not cost twenty typed fields. */
export function useSaveBeforeLock(dirty: boolean, save: () => Promise<unknown>): void {
  const current = useRef(save)
  current.current = save
  useEffect(() => (dirty ? onFlush(() => current.current()) : undefined), [dirty])
}

/** Puts the cursor into the first field with a fault when a form was refused. */
export function useFocusFault(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem === null) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, problem])
}
