import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { JournalEntry } from '../../../shared/features/journal/journal.ts'
import { api, problemOfError } from '../../api/client.ts'
import { inSentence } from '../../ui/clock.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Steps } from './step-progress.tsx'
import { UndoProgress } from './undo-progress.tsx'
import { undoRows } from './undo-rows.ts'

type Question = { entry: JournalEntry; onConfirm: () => void; onKeep: () => void }

function AskUndo({ entry, onConfirm, onKeep }: Question) {
  return (
    <Confirm title="撤销最近一次导入" verb="撤销这次导入" keep="不撤销" onConfirm={onConfirm} onKeep={onKeep}>
      <p>
        {entry.label}，共 {entry.rows} 条。新增的会去掉，更新的回到导入以前的样子。
      </p>
      <p>其中有以后又改过的、或者后来的记录用到的，就整个不撤销，并说明原因。</p>
    </Confirm>
  )
}

/** Taking an import back, with how far it is and the way to stop it. */
function useUndo() {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Steps | null>(null)
  const stop = useRef<AbortController | null>(null)
  const undoing = useMutation({
    mutationFn: (id: string) => {
      stop.current = new AbortController()
      setProgress(null)
      return undoRows(id, stop.current.signal, setProgress)
    },
    onSuccess: () => queries.invalidateQueries()
  })
  return { undoing, progress, stop }
}

/** The last import, with the way to take it back as a whole. */
export function LastImport() {
  const journal = useQuery(api.journal.list.queryOptions())
  const [asking, setAsking] = useState<JournalEntry | null>(null)
  const { undoing, progress, stop } = useUndo()
  const last = journal.data?.find((entry) => entry.kind === 'import')
  if (last === undefined) return null
  const offered = last.undoneAt === null && !undoing.isPending
  return (
    <>
      <Verdict
        tone="info"
        aside={
          offered ? (
            <button type="button" className="link" onClick={() => setAsking(last)}>
              撤销这次导入
            </button>
          ) : undefined
        }
      >
        最近一次：{inSentence(last.at)} {last.accountName}
        {last.label}
        {last.undoneAt === null ? '。' : `，已在 ${inSentence(last.undoneAt)} 撤销。`}
      </Verdict>
      {undoing.isPending ? <UndoProgress progress={progress} onStop={() => stop.current?.abort()} /> : null}
      {undoing.error === null ? null : stop.current?.signal.aborted ? (
        <Verdict tone="info">撤销已停止，什么也没有改。</Verdict>
      ) : (
        <Verdict tone="bad">{problemOfError(undoing.error).message}</Verdict>
      )}
      {asking === null ? null : (
        <AskUndo
          entry={asking}
          onConfirm={() => {
            setAsking(null)
            undoing.mutate(asking.id)
          }}
          onKeep={() => setAsking(null)}
        />
      )}
    </>
  )
}
