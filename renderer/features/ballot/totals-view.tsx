import { Button } from 'antd'
import { useState } from 'react'
import { blankLine, scales } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { LeaveGuard } from '../../app/leave-guard.tsx'
import { useChange } from '../../app/use-change.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type CountView, lineName, passNames } from './ballot-words.ts'
import { blankTotals, shortOf, tallyOfTotals, withFigure } from './totals-entry.ts'

type Props = { count: CountView; pass: number; onTyping: () => void }

/** 按人录合计: for who has counted on the board with 正. Every line has to add up to the ballots that are not void. */
export function TotalsView({ count, pass, onTyping }: Props) {
  const [totals, setTotals] = useState(() => blankTotals(count.lines))
  const [touched, setTouched] = useState(false)
  const returned = count.returned ?? 0
  const ballots = Math.max(0, returned - totals.voided)
  const grades = scales[count.scale]
  const finish = useChange(async () => {
    await client.ballot.putTotals.mutate({ id: count.id, pass, tally: tallyOfTotals(totals, returned) })
    await client.ballot.finishPass.mutate({ id: count.id, pass })
  })
  const put = (key: string, at: number, text: string): void => {
    setTouched(true)
    setTotals((old) => withFigure(old, key, at, Number(text.normalize('NFKC').replace(/\D/g, '').slice(0, 5))))
  }
  const open = count.lines.filter(({ key }) => shortOf(totals.lines[key] ?? blankLine, ballots) !== 0).length
  return (
    <section className="card ballot-entry totals" aria-label="按人录合计">
      <header className="card-head">
        <h2 className="card-title ballot-title">按人录合计</h2>
        <span className="note">
          {passNames[pass]}，收回 {returned} 张，每行合起来应当是 {ballots} 张
        </span>
        <span className="push" />
        <NumberField
          id="totals-voided"
          label="整票作废"
          value={totals.voided}
          onChange={(voided) => setTotals((old) => ({ ...old, voided: Math.min(voided ?? 0, returned) }))}
        />
        <Button onClick={onTyping}>改为逐票录</Button>
      </header>
      <div className="ballot-scroll">
        <table className="plain-table tally-table" aria-label="合计">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {[...grades, '空白或多选'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">还差</th>
            </tr>
          </thead>
          <tbody>
            {count.lines.map((line) => {
              const own = totals.lines[line.key] ?? blankLine
              const short = shortOf(own, ballots)
              return (
                <tr key={line.key}>
                  <td className="tally-name">{lineName(line)}</td>
                  {[...own.counts, own.abstained].map((value, at) => (
                    <td key={at}>
                      <input
                        className="totals-figure"
                        inputMode="numeric"
                        aria-label={`${lineName(line)}，${grades[at] ?? '空白或多选'}`}
                        value={value === 0 ? '' : value}
                        placeholder="0"
                        onChange={(event) => put(line.key, at, event.target.value)}
                      />
                    </td>
                  ))}
                  <td>
                    {short === 0 ? (
                      <span className="tag green">齐</span>
                    ) : (
                      <span className="tag amber">{short > 0 ? `差 ${short}` : `多 ${-short}`}</span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {finish.problem === null ? null : (
        <div className="ballot-says">
          <Verdict tone="bad">{finish.problem.message}</Verdict>
        </div>
      )}
      <footer className="ballot-foot">
        <span>{open === 0 ? '每行都齐了' : `还有 ${open} 行没有齐`}</span>
        <span className="push" />
        <Button type="primary" disabled={open > 0} loading={finish.isPending} onClick={() => finish.mutate()}>
          录完{passNames[pass]}
        </Button>
      </footer>
      <LeaveGuard
        unsaved={touched && !finish.isSuccess}
        title="合计还没录完"
        words="离开以后，刚才填的合计不算，要从头填。"
      />
    </section>
  )
}
