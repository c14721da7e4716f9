import { useQuery } from '@tanstack/react-query'
import { fetchBytes, problemOfError } from '../../api/client.ts'
import { LoadFailure } from '../../ui/loading.tsx'
import { Paper } from '../../ui/paper.tsx'

/** 审计摘要 as it will be printed: the end of the chain, to be kept outside the PC. */
export function AuditSummary() {
  const paper = useQuery({
    queryKey: ['audit summary'],
    queryFn: async () => (await fetchBytes('/documents/audit/summary.pdf')).arrayBuffer()
  })
  if (paper.error !== null)
    return <LoadFailure message={problemOfError(paper.error).message} onRetry={() => void paper.refetch()} />
  return (
    <div className="audit-summary">
      <Paper
        title="审计摘要"
        startZoom={50}
        bytes={paper.data ?? null}
        footer="签字后由审计员另行保管，不要与电脑放在一起。"
      />
    </div>
  )
}
