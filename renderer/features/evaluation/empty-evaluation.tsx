import { Button } from 'antd'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'

type Props = { organisationId: string; year: number; people: number; mayBegin: boolean }

/** Nothing begun: what comes by itself, and one thing to do. */
export function EmptyEvaluation({ organisationId, year, people, mayBegin }: Props) {
  const begin = useChange(() => client.evaluation.begin.mutate({ organisationId, year }))
  return (
    <section className="card">
      <div className="empty">
        <p className="empty-title">{year} 年度的民主评议还没有开始</p>
        <p className="note">
          开始以后，{people} 名党员从名册自动列入，预备党员参加、不评等次；
          <br />
          记过“民主评议党员”会议的，测评的日期和应到从会议记录里来。
        </p>
        {mayBegin ? (
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
            开始评议
          </Button>
        ) : (
          <p className="note">由书记、组织委员或者党务干事开始。</p>
        )}
        {begin.problem === null ? null : <Verdict tone="bad">{begin.problem.message}</Verdict>}
      </div>
    </section>
  )
}
