import { Input } from 'antd'
import { useState } from 'react'
import { deciders } from '../../../shared/features/evaluation/evaluation.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { MeetingLinkField } from '../../app/meeting-link-field.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { ChoiceField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'

type Head = Pick<BegunDesk['evaluation'], 'decidedBy' | 'decidedOn' | 'decisionMeetingId' | 'overReason'>

/** Who decided, when and where; why there are more 优秀 than usual, as soon as there are. */
export function DecisionForm({ desk }: { desk: BegunDesk }) {
  const { evaluation, result, findings, finishing, may } = desk
  const { id, decidedBy, decidedOn, decisionMeetingId, overReason, finishedOn } = evaluation
  const rules = useRules(evaluation.year)
  const [head, setHead] = useState<Head>({ decidedBy, decidedOn, decisionMeetingId, overReason })
  const save = useChange((wanted: Head) => client.evaluation.decide.mutate({ id, head: wanted, grades: [] }))
  const keep = (part: Partial<Head>): void => {
    const next = { ...head, ...part }
    setHead(next)
    if (next.decidedOn === null || isDay(next.decidedOn)) save.mutate(next)
  }
  const all = [...findings, ...finishing]
  const locked = finishedOn !== null || !may.decide
  if (locked)
    return (
      <p className="evaluation-quiet-foot">
        {decidedBy ?? '没有填评定机构'}，{decidedOn ?? '没有填日期'} 评定
        {overReason === null ? '' : `；优秀超额的理由：${overReason}`}
      </p>
    )
  return (
    <section className="card decision-form" aria-label="谁评定的">
      <div id="decided-by" tabIndex={-1}>
        <ChoiceField
          id="decided-by-choice"
          label="评定机构"
          value={head.decidedBy ?? ''}
          options={deciders}
          onChange={(by) => keep({ decidedBy: by })}
        />
      </div>
      <MeetingLinkField
        id="decision-meeting"
        label="评定的会议"
        value={head.decisionMeetingId}
        meetings={desk.meetings}
        onChange={(meeting) =>
          keep({ decisionMeetingId: meeting?.id ?? null, ...(meeting === null ? {} : { decidedOn: meeting.date }) })
        }
      />
      <DayField id="decided-on" label="评定日期" value={head.decidedOn} onChange={(on) => keep({ decidedOn: on })} />
      {result.over > 0 || overReason !== null ? (
        <div className="evaluation-says">
          <Field
            label={`优秀超 ${result.over} 名的理由，印在汇总表备注里`}
            for="over-reason"
            hint={<Cite rules={rules} id="R4-04" />}
          >
            <Input
              id="over-reason"
              maxLength={1000}
              value={head.overReason ?? ''}
              status={(head.overReason ?? '') === '' ? 'warning' : ''}
              onChange={(event) => setHead({ ...head, overReason: event.target.value })}
              onBlur={() => keep({ overReason: (head.overReason ?? '').trim() === '' ? null : head.overReason })}
            />
          </Field>
        </div>
      ) : null}
      <div className="evaluation-says">
        <FindingNotes findings={all} fields={['decidedBy', 'decidedOn', 'overReason']} />
        {save.problem === null ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      </div>
    </section>
  )
}
