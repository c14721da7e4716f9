import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { KeptText } from '../../app/kept-text.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { faultAt } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { DecimalField } from '../../ui/decimal-field.tsx'
import { type Desk, spaced, type SubjectLine } from './poll-words.ts'

type Decided = Partial<Pick<SubjectLine['subject'], 'workScore' | 'dailyScore' | 'negative' | 'opinion' | 'reason'>>

/** What the comprehensive score comes to, or what it still lacks. */
function Comprehensive({ line, desk }: { line: SubjectLine; desk: Desk }) {
  const rules = useRules(desk.poll.year)
  const { comprehensive } = line
  if (comprehensive === null) return null
  const { score, advice, missing } = comprehensive
  return (
    <p className="poll-comprehensive" aria-live="polite">
      {score === null ? (
        <span className="quiet">综合得分：缺{missing.join('、')}</span>
      ) : (
        <>
          综合得分 <strong>{score}</strong>
          {advice === null ? null : (
            <>
              ，建议 <span className="tag">{advice}</span>
            </>
          )}
        </>
      )}{' '}
      <Cite rules={rules} id="6.3-score" />
    </p>
  )
}

/** What people go by and decide; each field is kept on leaving it. */
export function DecisionFields({ line, desk, locked }: { line: SubjectLine; desk: Desk; locked: boolean }) {
  const { subject } = line
  const isDuty = desk.poll.kind === '述职评议'
  const [scores, setScores] = useState({ workScore: subject.workScore, dailyScore: subject.dailyScore })
  const save = useChange((part: Decided) =>
    client.poll.decide.mutate({ id: desk.poll.id, decision: { subjects: [{ id: subject.id, ...part }] } })
  )
  const fault = (field: string): string | undefined => faultAt(save.problem, field)
  const keepScore = (field: 'workScore' | 'dailyScore') => (): void => {
    if (!locked && scores[field] !== subject[field]) save.mutate({ [field]: scores[field] })
  }
  const text = (field: 'negative' | 'opinion' | 'reason') => ({
    ...{ id: `poll-${field}`, value: subject[field], locked },
    onKeep: (value: string | null) => save.mutateAsync({ [field]: value })
  })
  const placed = fault('workScore') ?? fault('dailyScore')
  return (
    <>
      {isDuty ? (
        <>
          <div className="field-pair">
            {(
              [
                ['workScore', '党建考核得分'],
                ['dailyScore', '日常了解得分']
              ] as const
            ).map(([field, label]) => (
              <DecimalField
                key={field}
                id={`poll-${field}`}
                label={label}
                value={scores[field]}
                locked={locked}
                fault={fault(field)}
                onChange={(value) => setScores((old) => ({ ...old, [field]: value }))}
                onBlur={keepScore(field)}
              />
            ))}
          </div>
          <Comprehensive line={line} desk={desk} />
        </>
      ) : null}
      {line.hidden === null || !isDuty ? null : <p className="note">{spaced(line.hidden)}</p>}
      <KeptText {...text('reason')} label="理由" placeholder="末等、与建议不同的，写明为什么" />
      <KeptText {...text('negative')} label="负面事项" placeholder="没有就空着" />
      {isDuty ? <KeptText {...text('opinion')} label="党委评价意见" placeholder="印在综合评价表上" /> : null}
      {save.problem === null || placed !== undefined ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
    </>
  )
}
