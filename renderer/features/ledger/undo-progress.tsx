import { undoStage } from '../../../shared/features/journal/journal.ts'
import { StepProgress, type Steps } from './step-progress.tsx'

function wordsOf(progress: Steps): string {
  const { stage, records, of } = undoStage(progress)
  return `${stage === 'checking' ? '已核对' : '已撤回'} ${records} 条，共 ${of} 条`
}

/** How far taking back an import is, with the way to stop it: it stands until the last record is put back. */
export function UndoProgress({ progress, onStop }: { progress: Steps | null; onStop: () => void }) {
  return (
    <StepProgress
      progress={progress}
      label="撤销进度"
      now={progress === null ? '正在核对' : wordsOf(progress)}
      promise="全部撤回才算数，中途停止，这次导入原样保留。"
      stop="停止撤销"
      onStop={onStop}
    />
  )
}
