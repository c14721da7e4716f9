import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Field } from '../ui/field.tsx'
import { onFlush } from './drafts.ts'
import { createTextSave } from './kept-text-save.ts'

type Props = {
  id: string
  label: string
  value: string | null
  placeholder?: string
  locked: boolean
  fault?: string | undefined
  /** Answers once it is kept; rejects where it is refused, and shows why. */
  onKeep: (value: string | null) => Promise<unknown>
}

/** A box that grows with its text and is kept on leaving it, before a paper or a lock, and when the screen or the window goes. */
export function KeptText({ id, label, value, placeholder = '', locked, fault, onKeep }: Props) {
  const [text, setText] = useState(value ?? '')
  const [save] = useState(() => createTextSave(value))
  const keep = (): Promise<void> => (locked ? Promise.resolve() : save(text, onKeep))
  const latest = useRef(keep)
  latest.current = keep
  useEffect(() => {
    const flush = (): Promise<void> => latest.current()
    const forget = onFlush(flush)
    const leave = (): void => void flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      forget()
      void flush()
    }
  }, [])
  return (
    <Field label={label} for={id} fault={fault}>
      <Input.TextArea
        id={id}
        className="grow"
        rows={1}
        maxLength={1000}
        readOnly={locked}
        placeholder={locked ? '' : placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => void keep()}
      />
    </Field>
  )
}
