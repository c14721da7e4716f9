import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useChange } from '../../app/use-change.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { dayAndTime } from '../../ui/clock.ts'
import { type PackView, sealOf } from './pack-words.ts'

/** Says that the year is sealed, since when and by whom, and lets a 书记 open it again. */
export function SealBanner({ pack }: { pack: PackView }) {
  const mayOpen = useRight('rules')
  const [asking, setAsking] = useState(false)
  const { organisation, year } = pack
  const reopen = useChange(
    (reason: string) => client.pack.reopenYear.mutate({ organisationId: organisation.id, year, reason }),
    () => setAsking(false)
  )
  const seal = sealOf(pack.seals)
  if (seal === null) return null
  return (
    <section className="seal-banner" aria-label="已封存">
      <LockOutlined aria-hidden />
      <span>
        <strong>{`${year} 年度已封存`}</strong>
        {`，${dayAndTime(seal.sealedAt)} 由${seal.sealedBy}封存。这一年的记录、数字和材料包只能看，不能改。`}
      </span>
      {mayOpen ? (
        <Button className="push" onClick={() => setAsking(true)}>
          重新打开
        </Button>
      ) : null}
      {asking ? (
        <AskReason
          title={`重新打开 ${year} 年度`}
          label="为什么要重新打开"
          placeholder="如：补录 11 月的会议记录"
          verb="重新打开"
          keep="不打开"
          busy={reopen.isPending}
          refusal={reopen.problem?.message}
          onAnswer={(reason) => reopen.mutate(reason)}
          onKeep={() => {
            setAsking(false)
            reopen.reset()
          }}
        >
          <p>和这一年一起封存的党组织都会打开，记录又可以改。原因会和封存的记录一起留着。</p>
        </AskReason>
      ) : null}
    </section>
  )
}
