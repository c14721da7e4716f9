import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { client, problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** A change of many records that was just made: its id in the journal and what it was, in words. */
export type Done = { id: string; text: string }

/** “已修改 12 人 · 撤销”, until it is taken back or put away. */
export function UndoLine({ done, onGone }: { done: Done; onGone: () => void }) {
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => client.journal.undo.mutate({ id: done.id }),
    onSuccess: () => queries.invalidateQueries()
  })
  const close = <Button type="text" size="small" icon={<CloseOutlined />} aria-label="收起这一行" onClick={onGone} />
  if (undoing.isSuccess)
    return (
      <div className="roster-note">
        <Verdict tone="info" aside={close}>
          已撤销，都恢复成修改以前的样子。
        </Verdict>
      </div>
    )
  return (
    <div className="roster-note">
      <Verdict tone={undoing.error === null ? 'good' : 'bad'} aside={close}>
        {undoing.error === null ? done.text : problemOfError(undoing.error).message}
        {undoing.error === null ? (
          <>
            {' · '}
            <button type="button" className="link" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
              撤销
            </button>
          </>
        ) : null}
      </Verdict>
    </div>
  )
}
