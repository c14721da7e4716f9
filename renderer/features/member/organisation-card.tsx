import './organisation-card.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo, termStep } from '../../../shared/features/organisation/organisation-rules.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { api, type Outputs } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import type { OrganisationNode } from './roster.ts'

type Finding = Outputs['organisation']['findings'][number]

function TermFact({ end, today }: { end: string | null; today: string }) {
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

const FindingLine = ({ finding, rules }: { finding: Finding; rules: RulesInForce }) => (
  <li className={`finding ${finding.status}`}>
    {finding.message}
    <Cite rules={rules} id={finding.rule} />
  </li>
)

/** What R1-01 … R1-10 say: what is open first, what is kept folded away. */
function Findings({ id, rules }: { id: string; rules: RulesInForce }) {
  const [unfolded, setUnfolded] = useState(false)
  const findings = useQuery(api.organisation.findings.queryOptions({ id })).data ?? []
  const of = (status: Finding['status']): Finding[] => findings.filter((one) => one.status === status)
  const met = of('met')
  const shown = [...of('open'), ...of('hint'), ...(unfolded ? met : [])]
  if (findings.length === 0) return null
  return (
    <>
      {shown.length === 0 ? null : (
        <ul className="findings" aria-label="组织设置核对">
          {shown.map((finding) => (
            <FindingLine key={`${finding.rule} ${finding.message}`} finding={finding} rules={rules} />
          ))}
        </ul>
      )}
      {met.length === 0 ? null : (
        <button type="button" className="link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? '收起符合的' : `符合 ${met.length} 条`}
        </button>
      )}
    </>
  )
}

type Props = { node: OrganisationNode; today: string; onEdit: (() => void) | null }

/** What one has to know of the chosen organisation, at the foot of the tree. */
export function OrganisationCard({ node, today, onEdit }: Props) {
  const group = node.kind === '党小组'
  const rules = useRules(today)
  const end = termRunsTo(node, rules)
  const step = group || end === null ? null : termStep(end, today, rules)
  const above = node.kind === '党委' || node.kind === '党总支'
  return (
    <section className="organisation-card" aria-label="所选组织" tabIndex={0}>
      <header>
        <span className="twig-name" title={node.name}>
          {labelOf(node)}
        </span>
        {onEdit === null ? null : (
          <button type="button" className="link" onClick={onEdit}>
            编辑
          </button>
        )}
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
              <TermFact end={end} today={today} />
            </dd>
          </>
        )}
      </dl>
      {step === null ? null : (
        <p className="note">
          {step.says} <Cite rules={rules} id={step.rule} />
        </p>
      )}
      {group ? null : <Findings key={node.id} id={node.id} rules={rules} />}
    </section>
  )
}
