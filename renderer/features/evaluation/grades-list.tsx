import { PaperView } from '../../app/paper-view.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { TableHead } from '../../ui/open-row.tsx'
import { type BegunDesk, isEntered } from './evaluation-words.ts'

/** Grades without figures, for who may not see how many ballots anybody has (R4-06). */
export function GradesList({ desk }: { desk: BegunDesk }) {
  const { evaluation, organisation } = desk
  return (
    <div className="desk-grid paper-beside">
      <section className="card list-frame" aria-label="评定等次">
        <header className="card-head">
          <h2 className="card-title">评定等次</h2>
          <span className="note">
            {evaluation.finishedOn === null ? '等次还没有确定' : `${evaluation.finishedOn} 确定`}
          </span>
        </header>
        <div className="card-note">
          <Verdict tone="info">票数和建议等次只有书记、组织委员能看，等次由他们填写和确定。</Verdict>
        </div>
        <div className="list-scroll" tabIndex={0} role="region" aria-label="各人等次">
          <table className="plain-table list-table" aria-label="评定等次">
            <TableHead heads={['姓名', '人员类别', '党内职务', '评定等次']} />
            <tbody>
              {desk.members.filter(isEntered).map(({ memberId, name, category, posts, graded, entry }) => (
                <tr key={memberId}>
                  <td>{name}</td>
                  <td>{category}</td>
                  <td>{posts.join('、')}</td>
                  <td>{graded ? (entry.final ?? <span className="quiet">还没有评定</span>) : '不评等次'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <PaperView
        title="评定结果汇总表"
        path={`/documents/evaluation/${organisation.id}/${evaluation.year}/result`}
        fileName={`${evaluation.year}年度民主评议党员评定结果汇总表`}
        excel
      />
    </div>
  )
}
