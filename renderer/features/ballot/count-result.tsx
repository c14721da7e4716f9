import { scales } from '../../../shared/features/ballot/ballot.ts'
import { GradeLegend } from '../../ui/grade-bar.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { CountView } from './ballot-words.ts'
import { TallyTable } from './tally-table.tsx'

/** Totals that are in the record. */
export function CountResult({ count }: { count: CountView }) {
  const [first, second] = count.passes
  const grades = scales[count.scale]
  const who = count.way === 'desk' ? '本机投票' : `${first?.clerk ?? ''}、${second?.clerk ?? ''}各录一遍，两遍一致`
  return (
    <>
      <div className="pass-line">
        <Verdict tone="good">
          {count.confirmedOn} 已确认：{who}；发出 {count.issued} 张，收回 {count.returned} 张，有效 {first?.ballots}{' '}
          张，整票作废 {first?.voided} 张。票数已记到记录里。
        </Verdict>
      </div>
      {first?.lines == null ? (
        <p className="note">票数只有书记、组织委员能看。</p>
      ) : (
        <section className="card ballot-tally" aria-label="计票结果">
          <header className="card-head">
            <h2 className="card-title">计票结果</h2>
            <GradeLegend grades={grades} />
          </header>
          <TallyTable lines={count.lines} figures={first.lines} grades={grades} />
        </section>
      )}
    </>
  )
}
