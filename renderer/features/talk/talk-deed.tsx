import { CloseOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** What was just done, in words, and how it is taken back; `open` leads to it. */
export type Deed = { text: string; undo?: () => Promise<unknown>; open?: () => void }

/** How long a line stands, in milliseconds. */
const stands = 8000

/** “已删除…… · 撤销”, for eight seconds. */
export function TalkDeed({ deed, onGone }: { deed: Deed; onGone: () => void }) {
  const queries = useQueryClient()
  const gone = useRef(onGone)
  gone.current = onGone
  const undoing = useMutation({
    mutationFn: async () => deed.undo?.(),
    onSuccess: async () => {
      await queries.invalidateQueries()
      gone.current()
    }
  })
  const waits = undoing.isIdle
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => gone.current(), stands)
    return () => clearTimeout(timer)
  }, [waits])
  return (
    <div className="talk-deed" role="status">
      <Verdict
        tone={undoing.error === null ? 'good' : 'bad'}
        aside={<Button type="text" size="small" icon={<CloseOutlined />} aria-label="收起这一行" onClick={onGone} />}
      >
        {undoing.error === null ? deed.text : problemOfError(undoing.error).message}
        {deed.undo === undefined ? null : (
          <>
            {' · '}
            <button type="button" className="link" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
              撤销
            </button>
          </>
        )}
        {deed.open === undefined ? null : (
          <>
            {' · '}
            <button type="button" className="link" onClick={deed.open}>
              打开
            </button>
          </>
        )}
      </Verdict>
    </div>
  )
}
