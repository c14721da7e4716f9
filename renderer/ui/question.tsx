import './confirm.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = { title: string; onKeep: () => void; children: ReactNode }

/** The browser's own dialog with a title: it holds the focus and gives it back, and needs no style the policy would refuse. Esc keeps. */
export function Question({ title, onKeep, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The browser gives the focus to the first button; what was meant could not take it while the dialog was closed.
    element?.querySelector<HTMLElement>('[data-focus]')?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <h2 className="confirm-title" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
