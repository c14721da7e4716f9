import { useMutation } from '@tanstack/react-query'
import { keptLifePapers } from '../../../shared/features/life/life-papers.ts'
import { keptPapersOf } from '../../../shared/features/meeting/meeting-papers.ts'
import { client, fetchBytes } from '../../api/client.ts'
import { printPdf } from '../../ui/pdf.ts'
import type { LifeDraft } from './life-draft.ts'

/** The record of the meeting and all papers of its steps that have something on them, printed as one file. */
export function usePrintAll({ desk, life, flush }: LifeDraft) {
  const { meeting, rectifications, talks } = desk
  const { id } = meeting
  const refs = [
    ...keptPapersOf(meeting).map((paper) => ({ record: 'meeting' as const, id, paper })),
    ...keptLifePapers({ life, rectifications, talks }).map((paper) => ({ record: 'life' as const, id, paper }))
  ]
  const print = useMutation({
    mutationFn: async () => {
      await flush()
      const title = `${meeting.year}年度组织生活会材料`
      const calls = await client.paper.bind.mutate({ refs, title, oddStarts: true, numbering: 'each' })
      for await (const { bound } of calls)
        if (bound !== null) await printPdf(await (await fetchBytes(`/documents/bound/${bound.id}.pdf`)).arrayBuffer())
    }
  })
  return { count: refs.length, ...print }
}
