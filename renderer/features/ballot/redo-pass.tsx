import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { type CountView, passNames } from './ballot-words.ts'

type Props = { count: CountView; pass: number; onDone?: () => void }

/** 重录这一遍: its totals are thrown away, the other pass stays. */
export function RedoPass({ count, pass, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const redo = useChange(
    () => client.ballot.redoPass.mutate({ id: count.id, pass }),
    () => {
      setAsking(false)
      onDone?.()
    }
  )
  const own = count.passes[pass]
  const many = (own?.ballots ?? 0) + (own?.voided ?? 0)
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        重录{passNames[pass]}（{own?.clerk}）
      </Button>
      {asking ? (
        <Confirm
          title={`重录${passNames[pass] ?? ''}？`}
          verb="重录这一遍"
          keep="保留"
          busy={redo.isPending}
          refusal={redo.problem?.message}
          onConfirm={() => redo.mutate()}
          onKeep={() => setAsking(false)}
        >
          {own?.clerk}录的 {many} 张清掉，从第 1 张重录；另一遍不动。
        </Confirm>
      ) : null}
    </>
  )
}
