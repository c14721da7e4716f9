import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { evaluationGrades } from '../../../shared/features/evaluation/evaluation.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { GradeLegend } from '../../ui/grade-bar.tsx'
import { JudgedList } from '../../ui/judged.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { DecisionForm } from './decision-form.tsx'
import { DecisionPaper } from './decision-paper.tsx'
import { DecisionTable } from './decision-table.tsx'
import { type BegunDesk, byFigures, type Finding, isEntered } from './evaluation-words.ts'
import { LimitCard } from './limit-card.tsx'
import type { EvaluationPlace } from './use-evaluation-place.ts'

type Order = 'figures' | 'roster'
const orderNames: Record<Order, string> = { figures: '按优秀率', roster: '按名册' }

const anchors: Record<string, string> = {
  decidedBy: 'decided-by',
  decidedOn: 'decided-on',
  overReason: 'over-reason',
  quota: 'limit-open'
}

/** Puts the focus where something is to be done. */
function goTo({ memberId, field }: Finding, place: EvaluationPlace): void {
  if (field.startsWith('rounds') || field === 'peerOn') place.go({ view: field === 'peerOn' ? 'peer' : 'vote' })
  else if (field === 'toldOn') place.go({ view: 'after' })
  else {
    const row = memberId === null ? 'tr[data-row]' : `tr[data-row="${CSS.escape(memberId)}"]`
    const target = document.querySelector<HTMLElement>(anchors[field] === undefined ? row : `#${anchors[field]}`)
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }
}

/** 组织评定 (R4-02): the ballots suggest, people decide, and say why where they decide otherwise. */
export function DecisionView({ desk, today, place }: { desk: BegunDesk; today: string; place: EvaluationPlace }) {
  const { evaluation, may } = desk
  const rules = useRules(evaluation.year)
  const [order, setOrder] = useState<Order>('figures')
  const [listed, setListed] = useState(false)
  const isFinal = evaluation.finishedOn !== null
  const lines = desk.members.filter(isEntered)
  const graded = lines.filter((line) => line.graded)
  const aside = lines.filter((line) => !line.graded)
  const findings = isFinal ? desk.findings : [...desk.findings, ...desk.finishing]
  const finish = useChange(() => client.evaluation.finish.mutate({ id: evaluation.id }))
  const reopen = useChange(() => client.evaluation.reopen.mutate({ id: evaluation.id }))
  const problem = finish.problem ?? reopen.problem
  return (
    <div className="desk-grid paper-beside">
      <section className="desk-column" aria-label="组织评定">
        <LimitCard desk={desk}>
          {findings.length === 0 ? null : (
            <button type="button" className="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
              {findings.length} 处要核对
            </button>
          )}
          {isFinal ? (
            may.decide ? (
              <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
                重新打开
              </Button>
            ) : null
          ) : (
            <Button type="primary" loading={finish.isPending} onClick={() => finish.mutate()}>
              确定等次
            </Button>
          )}
        </LimitCard>
        {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        {isFinal ? (
          <Verdict tone="good">
            {evaluation.finishedOn} 已确定等次，票数、等次和理由不再改。下一步在“后续”里告知本人。
          </Verdict>
        ) : null}
        {listed && findings.length > 0 ? <JudgedList findings={findings} onGo={(one) => goTo(one, place)} /> : null}
        <section className="card list-frame" aria-label="评定等次">
          <header className="card-head">
            <h2 className="card-title">评定等次</h2>
            <Cite rules={rules} id="R4-02" />
            <span className="note grade-keys">
              <Kbd>1</Kbd> 至 <Kbd>4</Kbd> 评等次，<Kbd>0</Kbd> 清掉，<Kbd>Enter</Kbd> 写理由
            </span>
            <span className="push" />
            <Segmented<Order>
              aria-label="次序"
              size="small"
              value={order}
              options={(['figures', 'roster'] as const).map((value) => ({ value, label: orderNames[value] }))}
              onChange={setOrder}
            />
          </header>
          <div className="table-legend">
            <span className="note">测评只给建议，等次由支委会或党员大会结合日常表现提出</span>
            <GradeLegend grades={evaluationGrades} />
          </div>
          <div className="list-scroll">
            <DecisionTable
              desk={desk}
              lines={order === 'figures' ? byFigures(graded).filter(isEntered) : graded}
              today={today}
            />
            {aside.length === 0 ? null : (
              <p className="evaluation-quiet-foot">
                不评等次：{aside.map(({ name, whyNotGraded }) => `${name}（${whyNotGraded ?? ''}）`).join('、')}
              </p>
            )}
          </div>
        </section>
        <DecisionForm desk={desk} />
      </section>
      <DecisionPaper desk={desk} />
    </div>
  )
}
