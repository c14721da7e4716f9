import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { Desk } from './poll-words.ts'

/** Takes the whole poll away; it can be brought back from the journal. Leaders only, and not while ballots are counted in it. */
export function RemovePoll({ desk }: { desk: Desk }) {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const { id, name, year, finishedOn } = desk.poll
  const remove = useChange(
    () => client.poll.remove.mutate({ id }),
    () => void navigate(`/poll?year=${year}`)
  )
  if (!desk.may.decide || finishedOn !== null) return null
  return (
    <>
      <button type="button" className="link push" onClick={() => setAsking(true)}>
        删除这次测评
      </button>
      {asking ? (
        <Confirm
          title={`删除“${name}”？`}
          verb="删除测评"
          keep="保留"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          设置、票数和等次都删掉，可以在“导入与导出”的撤销记录里找回。
        </Confirm>
      ) : null}
    </>
  )
}
