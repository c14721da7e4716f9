import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { hasLimit } from '../../../shared/features/poll/poll-rules.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { Field } from '../../ui/field.tsx'
import { FigureStrip, LimitBar } from '../../ui/limit-bar.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { classState, type Desk, gradesOf } from './poll-words.ts'

/** Why there are more of the best grade than allowed; kept on leaving the field. */
function OverReason({ desk }: { desk: Desk }) {
  const { id, overReason, finishedOn } = desk.poll
  const [text, setText] = useState(overReason ?? '')
  const save = useChange((reason: string | null) =>
    client.poll.decide.mutate({ id, decision: { overReason: reason, subjects: [] } })
  )
  const keep = (): void => {
    const next = text.trim() === '' ? null : text.trim()
    if (next !== overReason) save.mutate(next)
  }
  const label = desk.over > 0 ? `超 ${desk.over} 名的理由，印在汇总表备注里` : '超额的理由，现在没有超，不印'
  if (finishedOn !== null || !desk.may.decide)
    return overReason === null ? null : <p className="note">超额的理由：{overReason}</p>
  return (
    <Field label={label} for="poll-over-reason" fault={save.problem?.message}>
      <Input
        id="poll-over-reason"
        maxLength={1000}
        value={text}
        status={text.trim() === '' ? 'warning' : ''}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) keep()
        }}
      />
    </Field>
  )
}

/** Where the number comes from: the level above, a share of those appraised, or nowhere. */
function useLimitWords({ poll, subjects }: Desk): string {
  const rules = useRules(poll.year)
  if (poll.quota !== null) return '上级核定'
  return poll.kind === '述职评议'
    ? `${subjects.length} 人的 1/${rules.number('6.3-best', 'oneIn')}`
    : `${subjects.length} 个的 ${rules.number('6.2-best', 'percent')}%`
}

/** How far the poll is, and how many have the best grade of how many may have it. */
export function LimitCard({ desk, children }: { desk: Desk; children: ReactNode }) {
  const { poll, subjects, limit, over } = desk
  const rules = useRules(poll.year)
  const source = useLimitWords(desk)
  const [best = ''] = gradesOf(desk)
  const given = subjects.filter(({ subject }) => subject.final === best).length
  const decided = subjects.filter(({ subject }) => subject.final !== null).length
  const counted = poll.classes.filter((one) => classState(desk, one).done).length
  const limited = hasLimit({ quota: poll.quota, subjects })
  return (
    <section className="card limit-card" aria-label="名额">
      <div className="limit-line">
        <FigureStrip
          figures={[
            ['已计票类', `${counted} / ${poll.classes.length}`],
            ['已定等次', `${decided} / ${subjects.length}`, decided === subjects.length]
          ]}
        />
        {limited ? (
          <LimitBar given={given} limit={limit} over={over} says="已定">
            “{best}”名额 <strong>{limit}</strong> 名{' '}
            <span className="quiet" title="不足 1 名的舍去">
              {source}
            </span>
          </LimitBar>
        ) : (
          <span className="note">只有一个对象，“{best}”不按比例限名额</span>
        )}
        <Cite rules={rules} id={poll.kind === '述职评议' ? '6.3-best' : '6.2-best'} />
        <span className="push limit-acts">{children}</span>
      </div>
    </section>
  )
}

/** What does not fit with the whole of it, under the line that says how far it is. */
export function WholeNotes({ desk }: { desk: Desk }) {
  const { poll, subjects, over, findings } = desk
  const open = subjects.filter(({ subject }) => subject.final === null).length
  const isOver = over > 0 || poll.overReason !== null
  const ofClasses = findings.some(({ field, subjectId }) => field === 'classes' && subjectId === null)
  const isUnfinished = poll.finishedOn !== null && open > 0
  if (!isOver && !ofClasses && !isUnfinished) return null
  return (
    <section className="card poll-over" aria-label="要说明的">
      <FindingNotes findings={findings} fields={['overReason', 'classes']} year={poll.year} />
      {isOver ? <OverReason key={`${poll.finishedOn}`} desk={desk} /> : null}
      {isUnfinished ? <Verdict tone="warn">还有 {open} 个没有填等次，汇总表上空着。</Verdict> : null}
    </section>
  )
}
