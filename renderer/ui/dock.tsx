import './dock.css'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useEscape } from './escape.ts'

type Props = { title: string; note?: ReactNode; onClose: () => void; children: ReactNode; foot?: ReactNode }

/** 停靠面板 beside a list: Esc closes it, and the focus goes back where it was. */
export function Dock({ title, note, onClose, children, foot }: Props) {
  const panel = useRef<HTMLElement>(null)
  const from = useRef<Element | null>(null)
  useEffect(() => {
    from.current = document.activeElement
    return () => {
      if (from.current instanceof HTMLElement && document.activeElement === document.body) from.current.focus()
    }
  }, [])
  useEscape(onClose)
  return (
    <aside ref={panel} className="dock" aria-label={title} tabIndex={-1}>
      <header className="dock-head">
        <h2>{title}</h2>
        <span className="note">{note}</span>
        <Button className="push" type="text" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
      </header>
      <div className="dock-body">{children}</div>
      {foot === undefined ? null : <footer className="dock-foot">{foot}</footer>}
    </aside>
  )
}
