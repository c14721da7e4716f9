import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { BegunDesk } from './appraisal-words.ts'

/** Takes the whole appraisal of the year away; it can be brought back from the journal. Leaders only. */
export function RemoveAppraisal({ desk }: { desk: BegunDesk }) {
  const [asking, setAsking] = useState(false)
  const remove = useChange(
    () => client.appraisal.remove.mutate({ id: desk.appraisal.id }),
    () => setAsking(false)
  )
  if (!desk.may.decide) return null
  return (
    <p className="appraisal-quiet-foot">
      <button type="button" className="link" onClick={() => setAsking(true)}>
        删除这次考核
      </button>
      {asking ? (
        <Confirm
          title={`删除 ${desk.appraisal.year} 年度的干部考核？`}
          verb="删除考核"
          keep="保留"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate(undefined)}
          onKeep={() => setAsking(false)}
        >
          总结、述职、负面清单、等次和反馈都删掉，可以在“导入与导出”的撤销记录里找回；测评、学时、整改不受影响。
        </Confirm>
      ) : null}
    </p>
  )
}
