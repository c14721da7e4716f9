import type { KeyboardEvent } from 'react'
import type { Task } from '../../../shared/features/task/task.ts'
import { taskState, taskStateWords } from '../../../shared/features/task/task-rules.ts'
import type { Outputs } from '../../api/client.ts'

export type TaskLine = Outputs['task']['list']['lines'][number]

const tones = { done: 'green', overdue: 'red', near: 'amber', open: '' } as const

type Acts = {
  mayWrite: boolean
  onOpen: (task: Task) => void
  onDone: (task: Task) => void
  onMeeting: (id: string) => void
}

/** Arrows move between rows; Enter opens, the space bar marks as done. Keys on a button inside are the button's own. */
function press(event: KeyboardEvent<HTMLTableRowElement>, { task }: TaskLine, acts: Acts): void {
  if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
  const row = event.currentTarget
  const go = (to: Element | null): void => {
    if (to instanceof HTMLElement) to.focus()
  }
  if (event.key === 'ArrowDown') go(row.nextElementSibling)
  else if (event.key === 'ArrowUp') go(row.previousElementSibling)
  else if (event.key === 'Enter' && acts.mayWrite) acts.onOpen(task)
  else if (event.key === ' ' && acts.mayWrite && task.doneOn === null) acts.onDone(task)
  else return
  event.preventDefault()
}

const Ending = ({ task }: { task: Task }) => (
  <td>
    {task.doneOn === null ? null : <div className="note">{task.doneOn} 完成</div>}
    <span className="task-subject">{task.result}</span>
  </td>
)

type RowProps = { line: TaskLine; today: string; acts: Acts; first: boolean; ended: boolean }

function TaskRow({ line, today, acts, first, ended }: RowProps) {
  const { task, from } = line
  const state = taskState(task, today)
  return (
    <tr tabIndex={first ? 0 : -1} onKeyDown={(event) => press(event, line, acts)}>
      <td>
        <span className={`tag ${tones[state]}`}>{taskStateWords(task, today)}</span>
      </td>
      <td className={state === 'overdue' ? 'task-late' : ''}>
        {task.dueOn ?? <span className="quiet">没有期限</span>}
      </td>
      <td>
        {acts.mayWrite ? (
          <button type="button" className="link task-subject" title={task.subject} onClick={() => acts.onOpen(task)}>
            {task.subject}
          </button>
        ) : (
          <span className="task-subject">{task.subject}</span>
        )}
      </td>
      <td>{task.person?.name ?? <span className="tag amber">缺责任人</span>}</td>
      <td>{line.organisation}</td>
      <td>
        {from === null ? (
          <span className="quiet">—</span>
        ) : (
          <button type="button" className="link task-subject" onClick={() => acts.onMeeting(from.id)}>
            {from.title}
            {task.source?.item == null ? '' : `，议题\u00a0${task.source.item}`}
          </button>
        )}
      </td>
      {ended ? <Ending task={task} /> : null}
      <td className="task-act">
        {acts.mayWrite && state !== 'done' ? (
          <button type="button" className="link" aria-label={`完成：${task.subject}`} onClick={() => acts.onDone(task)}>
            完成
          </button>
        ) : null}
      </td>
    </tr>
  )
}

const columns: readonly [head: string, width: string][] = [
  ['状态', '104px'],
  ['期限', '106px'],
  ['事项', 'auto'],
  ['责任人', '96px'],
  ['党组织', '150px'],
  ['来源', '220px'],
  ['结果', '22%'],
  ['办理', '64px']
]

type TableProps = { lines: readonly TaskLine[]; today: string; ended: boolean } & Acts

/** Tasks by 期限; overdue ones are the only red on the screen. `ended` shows how they ended, where any did. */
export function TaskTable({ lines, today, ended, ...acts }: TableProps) {
  return (
    <table className="plain-table task-table" aria-label="任务">
      <thead>
        <tr>
          {columns
            .filter(([head]) => ended || head !== '结果')
            .map(([head, width]) => (
              <th key={head} scope="col" style={{ width }}>
                {head}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <TaskRow key={line.task.id} line={line} today={today} acts={acts} first={index === 0} ended={ended} />
        ))}
      </tbody>
    </table>
  )
}
