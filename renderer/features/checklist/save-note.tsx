import type { SaveState } from '../../app/autosave.ts'
import { timeOf } from '../../ui/clock.ts'

/** Whether what was typed is kept. */
export function SaveNote({ at, problem }: SaveState) {
  if (problem !== null)
    return (
      <span className="field-fault" role="alert">
        没存上：{problem.message}
      </span>
    )
  return <span className="note">{at === null ? '自动保存' : `已保存 ${timeOf(at)}`}</span>
}
