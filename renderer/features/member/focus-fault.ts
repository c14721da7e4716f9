import { type RefObject, useEffect } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'

/** Puts the cursor into the first field with a fault when a form was refused. */
export function useFocusFault(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem === null) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, problem])
}
