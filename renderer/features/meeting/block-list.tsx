import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Block, releaseOf, stillHolds } from '../../../shared/features/meeting/block-rules.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Cite } from '../../ui/cite.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Draft } from './meeting-draft.ts'

type LineProps = { draft: Draft; block: Block; onReleased: () => void }

/** What cannot be done, why, what mends it, and who may let it pass. */
function StandingBlock({ draft, block, onReleased }: LineProps) {
  const mayRelease = useRight('rules')
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const release = useMutation(
    api.meeting.release.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        void queries.invalidateQueries(api.meeting.list.queryFilter())
        onReleased()
      }
    })
  )
  const { rule, item, title, why, wayOut } = block
  const send = (reason: string): void =>
    void draft
      .flush()
      .then((kept) => (kept ? release.mutate({ id: draft.meeting.id, ruleId: rule, item, reason }) : undefined))
  return (
    <Verdict tone="bad" aside={<Cite rules={draft.rules} id={rule} />}>
      <p>
        不能完成记录：第 {item} 个议题“{title}”：{why}
      </p>
      <p className="block-out">
        {wayOut}
        {mayRelease ? '情况特殊的，说明理由后可以放行。' : '情况特殊的，由书记说明理由放行。'}{' '}
        {mayRelease ? (
          <Button size="small" onClick={() => setAsking(true)}>
            放行这个议题
          </Button>
        ) : null}
      </p>
      {asking ? (
        <AskReason
          title={`放行第 ${item} 个议题？`}
          label="放行的理由"
          placeholder="例如：上级党委已批复同意，文号……"
          verb="放行这个议题"
          keep="不放行"
          busy={release.isPending}
          refusal={release.error === null ? undefined : problemOfError(release.error).message}
          onAnswer={send}
          onKeep={() => setAsking(false)}
        >
          {why}理由、姓名和日期留在这份记录和审计记录里，不印在材料上。以后改了票数或者到会，要重新放行。
        </AskReason>
      ) : null}
    </Verdict>
  )
}

/** What stops the record, once completing was `asked` for; what was let pass is shown always, with who and why. */
export function BlockList({ draft, asked, onReleased }: { draft: Draft; asked: boolean; onReleased: () => void }) {
  const holding = draft.desk.releases.filter((one) => stillHolds(one, draft.desk.meeting, draft.meeting))
  return draft.blocks.map((block) => {
    const release = releaseOf(block, holding)
    const key = `${block.rule} ${block.item}`
    if (release === undefined)
      return asked ? <StandingBlock key={key} draft={draft} block={block} onReleased={onReleased} /> : null
    return (
      <Verdict key={key} tone="warn" aside={<Cite rules={draft.rules} id={block.rule} />}>
        第 {block.item} 个议题“{block.title}”：{block.why}
        {release.accountName} {release.releasedOn} 放行，理由：{release.reason}
      </Verdict>
    )
  })
}
