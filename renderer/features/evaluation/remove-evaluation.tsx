import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { BegunDesk } from './evaluation-words.ts'

/** Takes the whole evaluation of the year away; it can be brought back from the journal. Leaders only. */
export function RemoveEvaluation({ desk }: { desk: BegunDesk }) {
  const [asking, setAsking] = useState(false)
  const remove = useChange(
    () => client.evaluation.remove.mutate({ id: desk.evaluation.id }),
    () => setAsking(false)
  )
  if (!desk.may.decide) return null
  return (
    <p className="evaluation-quiet-foot">
      <button type="button" className="link" onClick={() => setAsking(true)}>
        删除这次评议
      </button>
      {asking ? (
        <Confirm
          title={`删除 ${desk.evaluation.year} 年度的民主评议？`}
          verb="删除评议"
          keep="保留"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          自评、互评、测评和评定的内容都删掉，可以在“导入与导出”的撤销记录里找回。
        </Confirm>
      ) : null}
    </p>
  )
}
