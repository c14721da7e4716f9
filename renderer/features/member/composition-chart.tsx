import { useQuery } from '@tanstack/react-query'
import { api, problemOfError } from '../../api/client.ts'
import { Loading } from '../../ui/loading.tsx'
import { SpecChart } from '../../ui/spec-chart.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** 党员队伍情况 on the screen: the charts of the paper beside it. */
export function CompositionChart({ organisationId }: { organisationId: string }) {
  const charts = useQuery(api.member.charts.queryOptions({ organisationId }))
  if (charts.error !== null) return <Verdict tone="bad">{problemOfError(charts.error).message}</Verdict>
  if (charts.data === undefined) return <Loading lines={8} />
  if (charts.data.length === 0) return <p className="note">名册里还没有党员，没有可以画的图。</p>
  return (
    <div className="composition-charts">
      {charts.data.map((spec) => (
        <SpecChart key={spec.title} spec={spec} height={200} />
      ))}
    </div>
  )
}
