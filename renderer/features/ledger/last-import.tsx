import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { JournalEntry } from '../../../shared/features/journal/journal.ts'
import { api, problemOfError } from '../../api/client.ts'
import { inSentence } from '../../ui/clock.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** The last import, with the way to take it back as a whole. */
export function LastImport() {
  const queries = useQueryClient()
  const journal = useQuery(api.journal.list.queryOptions())
  const [asking, setAsking] = useState<JournalEntry | null>(null)
  const undo = useMutation(
    api.journal.undo.mutationOptions({
      onSuccess: async () => {
        setAsking(null)
        await queries.invalidateQueries()
      }
    })
  )
  const last = journal.data?.find((entry) => entry.kind === 'import')
  if (last === undefined) return null
  return (
    <>
      <Verdict
        tone="info"
        aside={
          last.undoneAt === null ? (
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
      {asking === null ? null : (
        <Confirm
          title="撤销最近一次导入"
          verb="撤销这次导入"
          keep="不撤销"
          busy={undo.isPending}
          refusal={undo.error === null ? undefined : problemOfError(undo.error).message}
          onConfirm={() => undo.mutate({ id: asking.id })}
          onKeep={() => {
            undo.reset()
            setAsking(null)
          }}
        >
          <p>
            {asking.label}，共 {asking.rows} 条。新增的会去掉，更新的回到导入以前的样子。
          </p>
          <p>其中有以后又改过的、或者后来的记录用到的，就整个不撤销，并说明原因。</p>
        </Confirm>
      )}
    </>
  )
}
