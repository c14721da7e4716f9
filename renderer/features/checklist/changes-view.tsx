import { dayAndTime } from '../../ui/clock.ts'
import { TableHead } from '../../ui/open-row.tsx'
import type { Desk } from './checklist-words.ts'

/** 改动: who changed what of the figures, newest first. */
export function ChangesView({ desk }: { desk: Desk }) {
  const items = desk.score.areas.flatMap((area) => area.items)
  const titles = new Map([...items, ...desk.toState].map(({ id, title }) => [id, title] as const))
  const changes = [...desk.changes].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <section className="card list-frame" aria-label="改动">
      <header className="card-head">
        <h2 className="card-title">改动</h2>
        <span className="note">自评、材料、否决、加分、考评打分和公布的改动都留在这里，不能删</span>
      </header>
      {changes.length === 0 ? (
        <div className="empty">
          <p className="empty-title">还没有改动</p>
          <p className="note">填过自评、打过分以后，谁在什么时候把几分改成几分，列在这里。</p>
        </div>
      ) : (
        <div className="list-scroll" tabIndex={0} role="region" aria-label="改动的记录">
          <table className="plain-table" aria-label="改动">
            <TableHead heads={['什么时候', '谁', '项目', '原来', '改成', '说明']} />
            <tbody>
              {changes.map(({ id, at, accountName, item, before, after, reason }) => (
                <tr key={id}>
                  <td className="missing-day">{dayAndTime(at)}</td>
                  <td>{accountName}</td>
                  <td>{item === '' ? '考评结果' : [item, titles.get(item)].join(' ')}</td>
                  <td>{before}</td>
                  <td>{after}</td>
                  <td>{reason ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
