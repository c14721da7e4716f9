import { useIsMutating, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { api, problemOfError } from '../../api/client.ts'
import { LikenessResult } from '../../app/likeness-result.tsx'
import { Verdict } from '../../ui/verdict.tsx'

/** How much of a record reads like other records of the office: when asked, and by itself when 完成记录 is pressed. Only warns. */
export function LikenessPanel({ meetingId }: { meetingId: string }) {
  const answer = useQuery({
    ...api.likeness.ofMeeting.queryOptions({ id: meetingId }),
    enabled: false,
    // Stays while a completed record is loaded anew.
    gcTime: 600_000
  })
  const finishing = useIsMutating({ mutationKey: api.meeting.finish.mutationKey() }) > 0
  const compare = useRef(answer.refetch)
  compare.current = answer.refetch
  useEffect(() => {
    if (finishing) void compare.current()
  }, [finishing])
  const { data, error, isFetching } = answer
  return (
    <section className="card" aria-label="雷同比对">
      <header className="card-head">
        <h2 className="card-title">雷同比对</h2>
        <span className="note">正文与本单位其他支部、往年的记录逐句比</span>
        <span className="push" />
        <Button disabled={false} loading={isFetching} onClick={() => void answer.refetch()}>
          {data === undefined ? '比对记录' : '重新比对'}
        </Button>
      </header>
      {data === undefined && error === null ? null : (
        <div className="likeness-body">
          {error === null ? null : <Verdict tone="bad">{problemOfError(error).message}</Verdict>}
          {data === undefined ? null : <LikenessResult likeness={data} linkOf={({ id }) => `/meeting/${id}`} />}
        </div>
      )}
    </section>
  )
}
