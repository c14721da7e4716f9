import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** What was just done, in words, and how it is taken back. */
export type Deed = { text: string; undo: () => Promise<unknown> }

/** “已取消…… · 撤销”, until it is taken back or put away. */
export function DeedLine({ deed, onGone }: { deed: Deed; onGone: () => void }) {
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: deed.undo,
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
      {undoing.error === null ? deed.text : problemOfError(undoing.error).message}
      {' · '}
      <button type="button" className="link" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
        撤销
      </button>
    </Verdict>
  )
}
