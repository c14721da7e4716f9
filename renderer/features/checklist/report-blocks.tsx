import './checklist-report.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client, problemOfError } from '../../api/client.ts'
import { BlockEditor } from '../../app/block-editor.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import type { Desk, ListKey } from './checklist-words.ts'

/** 自评报告 part by part, beside the paper. */
export function ReportBlocks({ desk, list }: { desk: Desk; list: ListKey }) {
  const queries = useQueryClient()
  const where = { organisationId: desk.organisation.id, year: desk.year, list }
  const found = useQuery(api.checklist.report.queryOptions(where))
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading lines={8} />
  return (
    <div className="report-blocks">
      <p className="note">文字从记录里写出来，改了的自动保存，打印用改过的。</p>
      {found.data.map((block) => (
        <BlockEditor
          key={block.id}
          block={block}
          locked={!desk.may.write}
          changedNote={block.from.length > 0 ? `数字取自 ${block.from.join('、')}，改动后请自己核对。` : null}
          ways={{
            send: async (edit, typed) => {
              await client.checklist.saveBlock.mutate({ ...where, ...edit, typed })
              void queries.invalidateQueries()
            },
            hold: (edit, typed) => client.checklist.holdBlock.mutate({ ...where, ...edit, typed })
          }}
        />
      ))}
    </div>
  )
}
