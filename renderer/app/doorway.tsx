import type { ReactNode } from 'react'
import { Seal } from './seal.tsx'

/** The frame before the office is open: title bar with the seal, the page, and one line of truth at the bottom. */
export function Doorway({ left, right, children }: { left: string; right: string; children: ReactNode }) {
  return (
    <div className="frame">
      <header className="title-bar">
        <Seal size={24} />
        <span className="product">党务案头</span>
      </header>
      <main className="doorway">{children}</main>
      <footer className="status-bar">
        <span>{left}</span>
        <span className="push">{right}</span>
      </footer>
    </div>
  )
}
