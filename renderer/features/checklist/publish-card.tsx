import { Button } from 'antd'
import { useState } from 'react'
import type { ReviewTable } from '../../../shared/features/checklist/review-rules.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Desk } from './checklist-words.ts'
import { toCell } from './review-grid.tsx'

type Lack = { reviewer: string; item: string }

/** Cells that still lack something, with the way to the first of them. */
function Lacks({ lacks, says }: { lacks: readonly Lack[]; says: string }) {
  const [first] = lacks
  if (first === undefined) return null
  return (
    <p className="review-lack">
      {says}{' '}
      <button type="button" className="link" onClick={() => toCell(first.reviewer, first.item)}>
        去填
      </button>
    </p>
  )
}

/** Takes a published result back; why stays to be read. */
function Withdraw({ id }: { id: string }) {
  const [asking, setAsking] = useState(false)
  const withdraw = useChange(
    (reason: string) => client.checklist.withdraw.mutate({ id, reason }),
    () => setAsking(false)
  )
  return (
    <>
      <Button onClick={() => setAsking(true)}>撤回公布</Button>
      {asking ? (
        <AskReason
          title="撤回公布？"
          label="为什么撤回"
          placeholder="例如：C4 的交纳记录核错"
          verb="撤回公布"
          keep="不撤回"
          busy={withdraw.isPending}
          refusal={withdraw.problem?.message}
          onAnswer={(reason) => withdraw.mutate(reason)}
          onKeep={() => setAsking(false)}
        >
          撤回以后可以改分、改自评，原因留在“改动”里。
        </AskReason>
      ) : null}
    </>
  )
}

/** The result: what is still missing before it can be published, and publishing. */
export function PublishCard({ desk, table }: { desk: Desk; table: ReviewTable }) {
  const { review, total } = desk.review
  const publish = useChange(() => client.checklist.publish.mutate({ id: review?.id ?? '' }))
  if (review === null || review.reviewers.length === 0) return null
  const open = table.lines.filter(({ final }) => final === null)
  return (
    <section className="card publish-card" aria-label="公布结果">
      <p className="publish-total">
        最终得分 <strong>{total ?? '—'}</strong>
      </p>
      <p className="note">各项最终得分相加；有不适用的，按同方面其余各项补足。</p>
      {review.publishedOn !== null ? (
        <>
          <Verdict tone="good">{review.publishedOn} 已公布，自评、材料和打分不再改。</Verdict>
          {desk.may.settle ? <Withdraw id={review.id} /> : null}
        </>
      ) : (
        <>
          <Lacks lacks={table.ungiven} says={`还有 ${table.ungiven.length} 格没有打分。`} />
          <Lacks lacks={table.unreasoned} says={`${table.unreasoned.length} 处扣分没有写理由。`} />
          {desk.may.settle ? (
            <Button
              type="primary"
              loading={publish.isPending}
              disabled={open.length > 0 || table.unreasoned.length > 0}
              onClick={() => publish.mutate()}
            >
              公布结果
            </Button>
          ) : (
            <p className="note">由书记或者组织委员公布。</p>
          )}
        </>
      )}
      {publish.problem === null ? null : <Verdict tone="bad">{publish.problem.message}</Verdict>}
    </section>
  )
}
