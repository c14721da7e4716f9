import { StepProgress, type Steps } from './step-progress.tsx'

/** How far a long import is, with the way to stop it: nothing is written until its end. */
export function ImportProgress({ progress, onStop }: { progress: Steps | null; onStop: () => void }) {
  return (
    <StepProgress
      progress={progress}
      label="导入进度"
      now={progress === null ? '正在核对' : `已写 ${progress.done} 条，共 ${progress.total} 条`}
      promise="全部写完才算数，中途停止什么也不留。"
      stop="停止导入"
      onStop={onStop}
    />
  )
}
