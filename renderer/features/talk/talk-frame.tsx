import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useEscape } from '../../ui/escape.ts'

type Props = { title: string; note?: ReactNode; onClose: () => void; children: ReactNode }

/** The docked panel: pushes what is beside it, Esc closes it and the focus goes back where it was. */
export function TalkFrame({ title, note, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const from = useRef<Element | null>(null)
  useEffect(() => {
    from.current = document.activeElement
    if (panel.current?.contains(document.activeElement) !== true) panel.current?.focus()
    return () => {
      if (from.current instanceof HTMLElement && document.activeElement === document.body) from.current.focus()
    }
  }, [])
  useEscape(onClose)
  return (
    <aside ref={panel} className="talk-panel" aria-label={title} tabIndex={-1}>
      <header className="talk-panel-head">
        <h2>{title}</h2>
        <span className="note">{note}</span>
        <Button className="push" type="text" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
