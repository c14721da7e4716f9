import { timeOf } from '../ui/clock.ts'
import type { SaveState } from './autosave.ts'

/** Whether what was typed is kept. */
export const SaveNote = ({ at, problem }: SaveState) =>
  problem === null ? (
    <span className="note">{at === null ? '自动保存' : `已保存 ${timeOf(at)}`}</span>
  ) : (
    <span className="field-fault" role="alert">
      没存上：{problem.message}
    </span>
  )
