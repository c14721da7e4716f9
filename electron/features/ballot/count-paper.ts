import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import type { Count, ScaleId } from '../../../shared/features/ballot/ballot.ts'
import { isAgreed, passDifference } from '../../../shared/features/ballot/counting-rules.ts'
import { type CountReport, countReportDocument } from '../../../shared/features/ballot/count-report-document.ts'

/** What is known of a count whose ballots were not counted in the program. */
const uncounted = (
  scale: ScaleId,
  { issued, returned }: { issued: number | null; returned: number | null }
): CountReport['count'] => ({ way: 'paper', scale, lines: [], issued, returned, passes: [], teller: null })

/** 计票报告单 of a pile: of a count, or of the figures stated for one that was counted elsewhere. */
export function countReport({
  count,
  round,
  scale = 'member',
  ...facts
}: Pick<CountReport, 'organisation' | 'matter' | 'part' | 'date' | 'expected' | 'present' | 'withFigures'> & {
  count: Count | null
  round: { issued: number | null; returned: number | null }
  scale?: ScaleId
}): DocumentModel {
  const [first, second] = count?.passes ?? []
  const both = first?.finished === true && second?.finished === true
  return countReportDocument({
    ...facts,
    count: count ?? uncounted(scale, round),
    tally: count !== null && count.confirmedOn !== null && first !== undefined ? first.tally : null,
    agreed: count !== null && both ? isAgreed(passDifference(count.lines, first.tally, second.tally)) : null
  })
}
