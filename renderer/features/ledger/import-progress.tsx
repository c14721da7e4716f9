import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ImportProgress as Steps } from './import-rows.ts'

/** Whole seconds still to go, from how long the steps so far took; null while too little is known. */
function secondsLeft({ done, total }: Steps, since: number): number | null {
  const spent = (performance.now() - since) / 1000
  return done < total / 20 || spent < 1 ? null : Math.ceil((spent / done) * (total - done))
}

/** How far a long import is, with the way to stop it: nothing is written until its end. */
export function ImportProgress({ progress, onStop }: { progress: Steps | null; onStop: () => void }) {
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
        aria-label="导入进度"
        strokeColor="#1f4a73"
      />
      <span className="note">
        {progress === null ? '正在核对' : `已写 ${progress.done} 条，共 ${progress.total} 条`}
        {left === null ? '' : `，大约还要 ${left} 秒`}。全部写完才算数，中途停止什么也不留。
      </span>
      <Button size="small" onClick={onStop}>
        停止导入
      </Button>
    </div>
  )
}
