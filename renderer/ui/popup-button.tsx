import './popup.css'
import { Button, Popover } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

type PopupProps = {
  label: string
  /** An icon takes the place of the label, which is then read out only. */
  icon?: ReactNode
  iconOnly?: boolean
  /** What is inside; `close` gives the focus back to the button. */
  children: (close: () => void) => ReactNode
}

const focusable = 'button:not([disabled]), input:not([disabled])'

/** A button with something small under it. The focus goes in and comes back; arrows walk, Esc closes. */
export function PopupButton({ label, icon, iconOnly = false, children }: PopupProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      trigger={['click']}
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <PopupBody label={label} onClose={close}>
          {children(close)}
        </PopupBody>
      }
    >
      <Button
        ref={button}
        icon={icon}
        aria-haspopup="true"
        aria-expanded={open}
        {...(iconOnly ? { 'aria-label': label, title: label } : {})}
      >
        {iconOnly ? null : label}
      </Button>
    </Popover>
  )
}

const controlsIn = (body: HTMLElement | null): HTMLElement[] => [
  ...(body?.querySelectorAll<HTMLElement>(focusable) ?? [])
]

type BodyProps = { label: string; onClose: () => void; children: ReactNode }

function PopupBody({ label, onClose, children }: BodyProps) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The pop-up is placed after it is drawn; focusing before that would scroll the page.
    const timer = setTimeout(() => controlsIn(body.current)[0]?.focus({ preventScroll: true }))
    return () => clearTimeout(timer)
  }, [])
  const press = (event: KeyboardEvent): void => {
    const items = controlsIn(body.current)
    const at = items.findIndex((item) => item.matches(':focus'))
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (step !== undefined) items.at((at + step) % items.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={body} className="popup" role="dialog" aria-label={label} onKeyDown={press}>
      {children}
    </div>
  )
}

/** A line of a menu under a button. */
export const MenuLine = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="menu-line" onClick={onClick}>
    {children}
  </button>
)
