import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Task } from '../../../shared/features/task/task.ts'
import { client, problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** What was just done: a task that was `added`, marked `done`, or `removed`. `before` is what undoing puts back. */
export type TaskDeed = { deed: 'added' | 'changed' | 'done' | 'removed'; task: Task; before: Task | null }

const words = { added: '已加上', changed: '已修改', done: '已完成', removed: '已删除' } as const

/** The result may be written right after 完成: the cursor stands in it, Enter keeps it. */
function ResultInput({ task, onKept }: { task: Task; onKept: () => void }) {
  const [result, setResult] = useState(task.result ?? '')
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: () => client.task.save.mutate({ ...task, result: result.trim() === '' ? null : result.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onKept()
    }
  })
  return (
    <>
      <Input
        autoFocus
        aria-label="结果"
        placeholder="结果，按 Enter 记下"
        maxLength={2000}
        value={result}
        onChange={(event) => setResult(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) saving.mutate()
        }}
      />
      {saving.error === null ? null : <span className="field-fault">{problemOfError(saving.error).message}</span>}
    </>
  )
}

/** “已完成 · 撤销”, until it is taken back or put away. */
export function TaskNote({ done, onGone }: { done: TaskDeed; onGone: () => void }) {
  const queries = useQueryClient()
  const { task, before, deed } = done
  const undoing = useMutation({
    mutationFn: async () => {
      if (before === null) await client.task.remove.mutate({ id: task.id })
      else await client.task.save.mutate(before)
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      onGone()
    }
  })
  return (
    <Verdict
      tone={undoing.error === null ? 'good' : 'bad'}
      aside={<Button type="text" size="small" icon={<CloseOutlined />} aria-label="收起这一行" onClick={onGone} />}
    >
      <span className="task-note">
        <span>
          {undoing.error === null ? `${words[deed]}“${task.subject}”` : problemOfError(undoing.error).message}
          {deed === 'done' ? `，完成日期 ${task.doneOn ?? ''}` : ''} ·{' '}
          <button type="button" className="link" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
            撤销
          </button>
        </span>
        {deed === 'done' ? <ResultInput task={task} onKept={onGone} /> : null}
      </span>
    </Verdict>
  )
}
