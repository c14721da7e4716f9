import { Button } from 'antd'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import { isAgreed } from '../../../shared/features/ballot/counting-rules.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type CountView, lineName, type PassView } from './ballot-words.ts'
import { RedoPass } from './redo-pass.tsx'
import { TallyTable } from './tally-table.tsx'

const figuresOf = (pass: PassView | undefined, at: number): string => {
  const line = pass?.lines?.[at]
  return line?.shown === true ? [...line.counts, line.abstained].join(' / ') : '不列票数'
}

/** Whose lines differ, with both figures where they may be seen. */
function Differences({ count }: { count: CountView }) {
  const [first, second] = count.passes
  const { difference, lines } = count
  if (difference === null) return null
  const differing = lines.map((line, at) => ({ line, at })).filter(({ line }) => difference.lines.includes(line.key))
  return (
    <section className="card" aria-label="不一致的地方">
      <div className="ballot-scroll compare-scroll" tabIndex={0} role="region" aria-label="两遍的票数">
        <table className="plain-table tally-table" aria-label="不一致的地方">
          <thead>
            <tr>
              {['姓名', `第一遍，${first?.clerk ?? ''}`, `第二遍，${second?.clerk ?? ''}`].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {difference.ballots || difference.voided ? (
              <tr>
                <td>有效票，整票作废</td>
                <td>
                  {first?.ballots}，{first?.voided}
                </td>
                <td>
                  {second?.ballots}，{second?.voided}
                </td>
              </tr>
            ) : null}
            {differing.map(({ line, at }) => (
              <tr key={line.key}>
                <td>
                  <strong>{lineName(line)}</strong>
                </td>
                <td>{figuresOf(first, at)}</td>
                <td>{figuresOf(second, at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ballot-none">票数的次序是{[...scales[count.scale], '空白'].join('、')}。</p>
    </section>
  )
}

/** 复核: two passes side by side. Only when they agree can the totals go into the record. */
export function CompareView({ count, onHead }: { count: CountView; onHead: () => void }) {
  const confirm = useChange(() => client.ballot.confirm.mutate({ id: count.id }))
  const { difference } = count
  if (difference === null) return null
  const agreed = isAgreed(difference)
  const [first, second] = count.passes
  const names = [...new Set(count.lines.filter(({ key }) => difference.lines.includes(key)).map(lineName))]
  return (
    <>
      <div className="pass-line">
        {agreed ? (
          <Verdict
            tone="good"
            aside={
              <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
                确认计票
              </Button>
            }
          >
            复核一致：{first?.clerk}和{second?.clerk}各录一遍，有效票 {first?.ballots} 张，整票作废 {first?.voided} 张。
          </Verdict>
        ) : (
          <Verdict tone="bad">
            两遍不一致：{names.length > 0 ? names.join('、') : '票的张数'}。对着纸票查，录错的那一遍重录。
          </Verdict>
        )}
        {confirm.problem === null ? null : <Verdict tone="bad">{confirm.problem.message}</Verdict>}
      </div>
      {agreed ? null : <Differences count={count} />}
      {agreed && first?.lines != null ? (
        <section className="card ballot-tally" aria-label="合计">
          <TallyTable lines={count.lines} figures={first.lines} grades={scales[count.scale]} />
        </section>
      ) : null}
      <div className="pass-acts">
        {count.passes.map((_, pass) => (
          <RedoPass key={pass} count={count} pass={pass} />
        ))}
        <span className="push note">
          发出 {count.issued} 张，收回 {count.returned} 张
        </span>
        <Button onClick={onHead}>改发出、收回</Button>
      </div>
    </>
  )
}
