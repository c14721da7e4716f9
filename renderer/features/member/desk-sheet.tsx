import './desk-sheet.css'
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useEscape } from '../../ui/escape.ts'

/** 党员名册, 组织机构图, 支委会名单, 党员队伍情况. */
export type RosterPaperKind = 'roster' | 'chart' | 'committee' | 'composition'

/** What lies over the desk: a paper to print, people who may be there twice, people whose keeping time is over. */
export type DeskSheet =
  | { kind: 'print'; paper: RosterPaperKind }
  | { kind: 'record'; memberId: string; name: string }
  | { kind: 'duplicates' }
  | { kind: 'erase' }
  | null

type Props = { title: string; note?: string | undefined; onClose: () => void; children: ReactNode }

/** Takes the place of the desk until it is closed; Esc closes it. */
export function SheetFrame({ title, note, onClose, children }: Props) {
  const head = useRef<HTMLHeadingElement>(null)
  useEscape(onClose)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="desk-sheet" aria-label={title}>
      <header className="sheet-head">
        <h2 ref={head} className="panel-title" tabIndex={-1}>
          {title}
        </h2>
        {note === undefined ? null : <span className="quiet">{note}</span>}
        <span className="push" />
        <Button icon={<CloseOutlined />} onClick={onClose}>
          返回名册
        </Button>
      </header>
      {children}
    </section>
  )
}
