import './marked.css'
import type { ReactNode } from 'react'

/** Text with places set off by an underline and weight, not by colour alone. Ranges are in order and do not touch. */
export function Marked({ text, ranges }: { text: string; ranges: readonly (readonly [from: number, to: number])[] }) {
  const parts: ReactNode[] = []
  let done = 0
  for (const [from, to] of ranges) {
    parts.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>)
    done = to
  }
  return (
    <span className="marked">
      {parts}
      {text.slice(done)}
    </span>
  )
}
