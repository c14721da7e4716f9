import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { type StoredDraft, useStoredDraft } from '../../app/stored-draft.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { useFocusFault } from './focus-fault.ts'
import { RestoredNote } from './form-parts.tsx'
import { useSave } from './use-save.ts'

type DraftProps<Value> = {
  /** The name under which it is kept while it is unfinished. */
  name: string
  stored: Value
  /** What is missing before it can be sent, or null. */
  check: (value: Value) => Problem | null
  send: (value: Value) => Promise<unknown>
  onClose: () => void
}

export type SmallForm<Value> = Pick<StoredDraft<Value>, 'value' | 'change' | 'restored' | 'reset'> & {
  problem: Problem | null
  busy: boolean
  submit: () => void
  giveUp: () => void
}

/** A form of a few fields: kept while it is typed, checked, sent, closed. */
export function useSmallForm<Value extends object>({ name, stored, check, send, onClose }: DraftProps<Value>) {
  const { value, change: put, restored, reset, forget } = useStoredDraft(name, stored)
  const giveUp = (): void => {
    forget()
    onClose()
  }
  const { save, refuse, problem, busy } = useSave(send, giveUp)
  const form: SmallForm<Value> = {
    ...{ value, restored, reset, problem, busy, giveUp },
    change: (part) => {
      refuse(null)
      put(part)
    },
    submit: () => {
      const missing = check(value)
      if (missing === null) save(value)
      else refuse(missing)
    }
  }
  return form
}

type FrameProps<Value> = {
  form: SmallForm<Value>
  label: string
  verb: string
  /** Fields at which a fault is told; any other is told above the button. */
  fields: readonly string[]
  children: ReactNode
}

/** The frame of a small form inside a tab. */
export function SmallFormFrame<Value>({ form, label, verb, fields, children }: FrameProps<Value>) {
  const element = useRef<HTMLFormElement>(null)
  const { problem } = form
  useFocusFault(element, problem)
  return (
    <form
      ref={element}
      className="card entry-form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.restored ? <RestoredNote onReset={form.reset} /> : null}
      {children}
      {problem === null || (problem.field !== undefined && fields.includes(problem.field)) ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="panel-actions">
        <Button htmlType="submit" loading={form.busy}>
          {verb}
        </Button>
        <Button type="text" onClick={form.giveUp}>
          不记了
        </Button>
      </div>
    </form>
  )
}

export const required = (message: string, field: string): Problem => ({ code: 'required', message, field })
