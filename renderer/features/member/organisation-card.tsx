import { Cite } from '../../ui/cite.tsx'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo } from '../../../shared/features/organisation/organisation-rules.ts'
import { termRules } from '../../../shared/rulebook/term-rules.ts'
import type { OrganisationNode } from './roster.ts'

function TermFact({ node, today }: { node: OrganisationNode; today: string }) {
  const end = termRunsTo(node)
  if (end === null) return <span className="quiet">没填选举日期</span>
  return end < today ? (
    <span className="overdue">
      {end} <span className="tag red">已到期</span>
    </span>
  ) : (
    end
  )
}

const committeeOf = (node: OrganisationNode): string =>
  node.hasCommittee === false ? '不设' : node.committee === 0 ? '没有登记' : `${node.committee} 人`

type Props = { node: OrganisationNode; today: string; onEdit: () => void }

/** What one has to know of the chosen organisation, at the foot of the tree. */
export function OrganisationCard({ node, today, onEdit }: Props) {
  const group = node.kind === '党小组'
  const above = node.kind === '党委' || node.kind === '党总支'
  return (
    <section className="organisation-card" aria-label="所选组织">
      <header>
        <span className="twig-name" title={node.name}>
          {labelOf(node)}
        </span>
        <button type="button" className="link" onClick={onEdit}>
          编辑
        </button>
      </header>
      <dl>
        <dt>正式</dt>
        <dd>{node.full} 人</dd>
        <dt>预备</dt>
        <dd>{node.probationary} 人</dd>
        {node.others === 0 ? null : (
          <>
            <dt>其他</dt>
            <dd>{node.others} 人</dd>
          </>
        )}
        {group ? null : (
          <>
            <dt>{above ? '委员会' : '支委会'}</dt>
            <dd>{committeeOf(node)}</dd>
            <dt>任期至</dt>
            <dd>
              <TermFact node={node} today={today} />
            </dd>
          </>
        )}
      </dl>
      {!group && (termRunsTo(node) ?? today) < today ? <Cite rule={termRules['R2-01']} /> : null}
    </section>
  )
}
