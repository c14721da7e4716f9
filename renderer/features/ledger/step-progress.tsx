import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'

/** Steps done and steps in all of a long change that is written as a whole. */
export type Steps = { done: number; total: number }

/** Whole seconds still to go, from how long the steps so far took; null while too little is known. */
function secondsLeft({ done, total }: Steps, since: number): number | null {
  const spent = (performance.now() - since) / 1000
  return done < total / 20 || spent < 1 ? null : Math.ceil((spent / done) * (total - done))
}

type Props = {
  progress: Steps | null
  /** What the bar shows, for those who cannot see it. */
  label: string
  /** What is being done now, and what stopping means, in words. */
  now: string
  promise: string
  stop: string
  onStop: () => void
}

/** How far a long change is, with the way to stop it; one that is over at once shows nothing. */
export function StepProgress({ progress, label, now, promise, stop, onStop }: Props) {
  const [since] = useState(() => performance.now())
  const [shown, setShown] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    timer.current = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer.current)
  }, [])
  if (!shown) return null
  const left = progress === null ? null : secondsLeft(progress, since)
  return (
    <div className="import-progress" role="status">
      <Progress
        percent={progress === null ? 0 : Math.floor((progress.done / progress.total) * 100)}
        aria-label={label}
        strokeColor="#1f4a73"
      />
      <span className="note">
        {now}
        {left === null ? '' : `，大约还要 ${left} 秒`}。{promise}
      </span>
      <Button size="small" onClick={onStop}>
        {stop}
      </Button>
    </div>
  )
}
