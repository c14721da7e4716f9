import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'

/** Takes a 组织处置 out of the register for good. */
export function RemoveDisposal({ id, name, onGone }: { id: string; name: string; onGone: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useChange(() => client.disposal.remove.mutate({ id }), onGone)
  return (
    <>
      <Button onClick={() => setAsking(true)}>删除</Button>
      {asking ? (
        <Confirm
          title={`删除${name}的组织处置？`}
          verb="删除登记"
          keep="保留"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          各步的日期和结果都删掉，找不回来。
        </Confirm>
      ) : null}
    </>
  )
}
