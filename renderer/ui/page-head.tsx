import type { ReactNode } from 'react'

/** 页头: title, a quiet line beside it, and the actions at the right; one of them primary. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1 className="page-title">{title}</h1>
      {note === undefined ? null : <span className="quiet">{note}</span>}
      <span className="push" />
      {children}
    </header>
  )
}
