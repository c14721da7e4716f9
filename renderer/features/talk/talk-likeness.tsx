import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, problemOfError } from '../../api/client.ts'
import { LikenessResult } from '../../app/likeness-result.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** How much of what was said reads like other talks that may be read: when asked. Only warns. */
export function TalkLikeness({ id }: { id: string }) {
  const answer = useQuery({ ...api.talk.likeness.queryOptions({ id }), enabled: false, gcTime: 0 })
  const { data, error, isFetching } = answer
  return (
    <section className="talk-likeness" aria-label="雷同比对">
      <div className="talk-likeness-head">
        <span className="field-label">雷同比对</span>
        <Button size="small" loading={isFetching} onClick={() => void answer.refetch()}>
          {data === undefined ? '和别的谈话比一比' : '重新比对'}
        </Button>
      </div>
      {error === null ? null : <Verdict tone="bad">{problemOfError(error).message}</Verdict>}
      {data === undefined ? null : <LikenessResult likeness={data} linkOf={({ id: other }) => `/talk?id=${other}`} />}
    </section>
  )
}
