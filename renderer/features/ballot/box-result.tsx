import { Button } from 'antd'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { GradeLegend } from '../../ui/grade-bar.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'
import { OpenBoxForm } from './box-closed.tsx'
import { TallyTable } from './tally-table.tsx'

/** The box is counted and can be counted again, until the totals are confirmed and the votes destroyed. */
export function BoxResult({ count }: { count: CountView }) {
  const confirm = useChange(() => client.ballot.confirm.mutate({ id: count.id }))
  const [own] = count.passes
  const grades = scales[count.scale]
  return (
    <>
      <div className="pass-line">
        <Verdict
          tone="info"
          aside={
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
              确认计票
            </Button>
          }
        >
          开箱数出 {own?.ballots} 张。确认以后，票、码条和钥匙都销毁，只留合计。
        </Verdict>
        {confirm.problem === null ? null : <Verdict tone="bad">{confirm.problem.message}</Verdict>}
      </div>
      <div className="ballot-desk">
        {own?.lines == null ? (
          <p className="note">票数只有书记、组织委员能看。</p>
        ) : (
          <section className="card ballot-tally" aria-label="计票结果">
            <header className="card-head">
              <h2 className="card-title">计票结果</h2>
              <GradeLegend grades={grades} />
            </header>
            <TallyTable lines={count.lines} figures={own.lines} grades={grades} />
          </section>
        )}
        <OpenBoxForm count={count} again />
      </div>
    </>
  )
}
