import './loading.css'
import { Button } from 'antd'
import { Verdict } from './verdict.tsx'

const widths = [92, 75, 95, 60, 84]

/** Grey lines in the shape of what comes; nothing is shown before 300 ms. */
export function Loading({ lines = 5 }: { lines?: number }) {
  return (
    <div className="loading" role="status" aria-label="正在读取">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="loading-line" style={{ width: `${widths[index % widths.length] ?? 80}%` }} />
      ))}
    </div>
  )
}

/** A query that failed: what happened, and one way on. */
export function LoadFailure({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="load-failure">
      <Verdict tone="bad">{message}</Verdict>
      <Button onClick={onRetry}>再读一次</Button>
    </div>
  )
}
