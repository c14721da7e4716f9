import { Button } from 'antd'
import { Link } from 'react-router'
import { pollKinds } from '../../../shared/features/poll/poll.ts'
import { useRight } from '../../api/me.ts'
import { kindUses } from './poll-words.ts'

type Props = { year: number; hasOrganisation: boolean; onNew: (() => void) | null }

/** No poll in the year: what each kind is for, one thing to do, and the way in for what was kept in a ledger. */
export function EmptyPolls({ year, hasOrganisation, onNew }: Props) {
  const mayWrite = useRight('records.write')
  return (
    <section className="card">
      <div className="empty">
        <p className="empty-title">{year} 年度还没有测评</p>
        <dl className="poll-uses">
          {pollKinds.map((kind) => (
            <div key={kind}>
              <dt>{kind}</dt>
              <dd>{kindUses[kind]}</dd>
            </div>
          ))}
        </dl>
        <p className="note">票类、权重和测评内容按表样备好，都可以改；计完票，汇总表和上报名单自动出来。</p>
        {!hasOrganisation ? (
          <p className="note">还没有党组织，先在“组织与党员”里加上。</p>
        ) : onNew === null ? (
          <p className="note">由书记、组织委员或者党务干事安排。</p>
        ) : (
          <Button type="primary" onClick={onNew}>
            安排测评
          </Button>
        )}
        {mayWrite ? <Link to="/ledger">从台账导入</Link> : null}
      </div>
    </section>
  )
}
