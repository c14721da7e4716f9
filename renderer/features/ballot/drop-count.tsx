import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { CountView } from './ballot-words.ts'

/** 重新计票: the totals are thrown away, to count again or to hold the vote again. */
export function DropCount({ count }: { count: CountView }) {
  const [asking, setAsking] = useState(false)
  const drop = useChange(
    () => client.ballot.drop.mutate({ id: count.id }),
    () => setAsking(false)
  )
  if (count.settled || count.box?.state === 'open') return null
  return (
    <>
      <Button danger={count.stopped} onClick={() => setAsking(true)}>
        重新计票
      </Button>
      {asking ? (
        <Confirm
          title="清掉这次计票，从头再来？"
          verb="清掉重来"
          keep="保留"
          busy={drop.isPending}
          refusal={drop.problem?.message}
          onConfirm={() => drop.mutate()}
          onKeep={() => setAsking(false)}
        >
          已录的票数、发出和收回都清掉，找不回来。
          {count.way === 'desk' ? '本机投的票也一起销毁，要重新投票。' : '纸票还在，可以重录。'}
          {count.confirmedOn === null ? '' : '已经记到评议里的票数也退回。'}
        </Confirm>
      ) : null}
    </>
  )
}
