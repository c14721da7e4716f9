import { PaperView } from '../../app/paper-view.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { TableHead } from '../../ui/open-row.tsx'
import type { Desk } from './poll-words.ts'

/** Grades without figures, for who may not see how many ballots anybody has. */
export function GradesOnly({ desk }: { desk: Desk }) {
  const { poll, subjects } = desk
  return (
    <div className="desk-grid paper-beside">
      <section className="card list-frame" aria-label="确定的等次">
        <header className="card-head">
          <h2 className="card-title">确定的等次</h2>
          <span className="note">{poll.finishedOn === null ? '等次还没有确定' : `${poll.finishedOn} 确定`}</span>
        </header>
        <div className="card-note">
          <Verdict tone="info">票数和得分只有书记、组织委员能看，等次由他们填写和确定。</Verdict>
        </div>
        <table className="plain-table list-table" aria-label="确定的等次">
          <TableHead heads={['测评对象', '职务', '确定等次']} />
          <tbody>
            {subjects.map(({ subject }) => (
              <tr key={subject.id}>
                <td>{subject.name}</td>
                <td>{subject.post ?? ''}</td>
                <td>{subject.final ?? <span className="quiet">还没有确定</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PaperView
        title="评定结果汇总表"
        path={`/documents/poll/${poll.id}/result`}
        fileName={`${poll.name}评定结果汇总表`}
        startZoom={window.innerWidth < 1400 ? 40 : 50}
      />
    </div>
  )
}
