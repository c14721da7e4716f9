import './panel.css'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useEscape } from '../../ui/escape.ts'

type Props = { title: string; note?: string | undefined; onClose: () => void; children: ReactNode }

/** The docked panel: pushes what is beside it, Esc closes it and the focus goes back where it was. */
export function PanelFrame({ title, note, onClose, children }: Props) {
  const from = useRef<Element | null>(null)
  useEffect(() => {
    from.current = document.activeElement
    return () => {
      if (from.current instanceof HTMLElement && document.activeElement === document.body) from.current.focus()
    }
  }, [])
  useEscape(onClose)
  return (
    <aside className="card plan-panel" aria-label={title}>
      <header className="card-head">
        <h2 className="card-title">{title}</h2>
        {note === undefined ? null : <span className="quiet">{note}</span>}
        <Button className="push" type="text" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
      </header>
      <div className="plan-panel-body">{children}</div>
    </aside>
  )
}
