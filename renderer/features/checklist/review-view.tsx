import './checklist-review.css'
import { reviewTable } from '../../../shared/features/checklist/review-rules.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { Desk } from './checklist-words.ts'
import { PublishCard } from './publish-card.tsx'
import { ReviewGrid } from './review-grid.tsx'
import { askedItems } from './review-words.ts'
import { StageCard } from './stage-card.tsx'
import { usePoints } from './use-points.ts'

/** 考评 of a branch: the four stages with what is done in each, and the points of the reviewers. */
export function ReviewView({ desk, today }: { desk: Desk; today: string }) {
  const { review } = desk.review
  const given = usePoints(desk)
  const table = reviewTable(review ?? { reviewers: [] }, askedItems(desk), given.points, given.finals)
  const where = { organisationId: desk.organisation.id, year: desk.year, list: desk.list.key }
  const save = useChange((part: Omit<Parameters<typeof client.checklist.saveReview.mutate>[0], keyof typeof where>) =>
    client.checklist.saveReview.mutate({ ...where, ...part })
  )
  const locked = !desk.may.write || review?.publishedOn != null
  return (
    <div className="review">
      <div className="review-side">
        <StageCard
          desk={desk}
          today={today}
          locked={locked}
          busy={save.isPending}
          onSave={(part) => save.mutate(part)}
        />
        {save.problem === null ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
        <PublishCard desk={desk} table={table} />
      </div>
      <ReviewGrid desk={desk} given={given} table={table} locked={locked} />
    </div>
  )
}
