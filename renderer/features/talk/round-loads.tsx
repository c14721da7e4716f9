import type { NewTalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { loadsOf } from './round-load.ts'

/** How many talks fall to whom, and to whom as 谈话人. */
export function RoundLoads({ talks }: { talks: readonly NewTalkPlan[] }) {
  const loads = loadsOf(talks)
  const most = loads[0]?.total ?? 1
  return (
    <section className="card talk-dues" aria-label="每人谈几次">
      <header className="card-head">
        <h2 className="card-title">每人谈几次</h2>
        <span className="quiet">{loads.length} 人</span>
      </header>
      <div className="talk-dues-body" role="region" aria-label="每人谈几次的表" tabIndex={0}>
        <table className="plain-table talk-loads">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col" className="number">
                找人谈
              </th>
              <th scope="col" className="number">
                共谈
              </th>
              <th scope="col">
                <span className="talk-read">长短</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map(({ memberId, name, asks, total }) => (
              <tr key={memberId}>
                <td>{name}</td>
                <td className="number">{asks}</td>
                <td className="number">{total}</td>
                <td>
                  <div className="talk-bar" aria-hidden>
                    <i style={{ width: `${Math.round((total * 100) / most)}%` }} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
