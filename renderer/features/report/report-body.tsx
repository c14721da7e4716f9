import { useQuery, useQueryClient } from '@tanstack/react-query'
import { numbered } from '../../../shared/documents/numbering.ts'
import type { ReportName } from '../../../shared/features/report/report.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSealedYear } from '../../app/sealed-year.tsx'
import { BlockEditor } from '../../app/block-editor.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { SpecChart } from '../../ui/spec-chart.tsx'
import { ReportSources } from './report-sources.tsx'
import { ReportTable } from './report-table.tsx'

type Where = { organisationId: string; year: number; report: ReportName }

/** A report block by block: its text to be changed, its tables and charts as the records have them. */
export function ReportBody(where: Where) {
  const queries = useQueryClient()
  const isSealed = useSealedYear(where.organisationId, where.year)
  const mayWrite = useRight('records.write') && !isSealed
  const found = useQuery(api.report.blocks.queryOptions(where))
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  // An editor begins with what is kept now, never with what was read before a change.
  if (found.data === undefined || !found.isFetchedAfterMount) return <Loading lines={10} />
  if (found.data.length === 0)
    return (
      <div className="empty">
        <p className="empty-title">还没有可写的</p>
        <p className="note">这一年的会议、谈话、评议等记下来，报告自己写出来。</p>
      </div>
    )
  return (
    <>
      {found.data.map((block, at) => (
        <BlockEditor
          key={block.id}
          block={block}
          number={numbered(1, at + 1, '')}
          locked={!mayWrite || block.isGuarded}
          changedNote="这一段用自己写的，里面的数字不再跟着记录变；表和图还跟着记录变。"
          ways={{
            send: async (edit, typed) => {
              await client.report.saveBlock.mutate({ ...where, ...edit, typed })
              void queries.invalidateQueries(api.report.list.queryFilter())
            },
            hold: (edit, typed) => client.report.holdBlock.mutate({ ...where, ...edit, typed })
          }}
        >
          {block.isGuarded ? <p className="note">这一段里有您的角色不能看的内容，只写了能看的，不能改写。</p> : null}
          {block.tables.map((table) => (
            <ReportTable key={table.title} table={table} />
          ))}
          {block.charts.length === 0 ? null : (
            <div className="report-charts">
              {block.charts.map((spec) => (
                <SpecChart key={spec.title} spec={spec} />
              ))}
            </div>
          )}
          <ReportSources block={block} where={where} />
        </BlockEditor>
      ))}
    </>
  )
}
