import './poll-result.css'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { GradeLegend } from '../../ui/grade-bar.tsx'
import { JudgedList } from '../../ui/judged.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { LimitCard, WholeNotes } from './limit-card.tsx'
import { byScore, type Desk, type Finding, gradesOf } from './poll-words.ts'
import { ResultPaper } from './result-paper.tsx'
import { ResultTable } from './result-table.tsx'
import type { PollPlace } from './use-poll-place.ts'

type Order = 'score' | 'ballot'
const orders: { value: Order; label: string }[] = [
  { value: 'score', label: '按得分' },
  { value: 'ballot', label: '按票面' }
]

/** Puts the eye where something is to be done. */
function goTo({ subjectId, field, code }: Finding, place: PollPlace): void {
  if (subjectId !== null) {
    place.go({ subject: subjectId })
    const row = document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(subjectId)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  } else if (field === 'classes') place.go({ view: code === 'weights-scaled' ? 'setup' : 'count', subject: null })
  else document.querySelector<HTMLElement>('#poll-over-reason')?.focus()
}

type Props = { desk: Desk; place: PollPlace; ready: () => Promise<boolean> }

/** 结果: the ballots give scores, people decide on grades, and say why where they decide otherwise. */
export function ResultView({ desk, place, ready }: Props) {
  const { poll, may, findings } = desk
  const rules = useRules(poll.year)
  const [order, setOrder] = useState<Order>('score')
  const [listed, setListed] = useState(false)
  const isFinal = poll.finishedOn !== null
  const finish = useChange(async () => {
    await ready()
    await client.poll.finish.mutate({ id: poll.id })
  })
  const reopen = useChange(() => client.poll.reopen.mutate({ id: poll.id }))
  const problem = finish.problem ?? reopen.problem
  if (desk.subjects.length === 0)
    return (
      <section className="card">
        <div className="empty">
          <p className="empty-title">还没有测评对象</p>
          <p className="note">在“设置”里加上测评对象，计完票，得分、提示和要确定的等次列在这里。</p>
        </div>
      </section>
    )
  return (
    <div className="desk-grid paper-beside">
      <section className="desk-column" aria-label="结果">
        <div className="poll-sticky">
          <LimitCard desk={desk}>
            {findings.length === 0 ? null : (
              <button type="button" className="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
                {findings.length} 处要核对
              </button>
            )}
            {!may.decide ? null : isFinal ? (
              <Button loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
                重新打开
              </Button>
            ) : (
              <Button type="primary" loading={finish.isPending} onClick={() => finish.mutate(undefined)}>
                确定等次
              </Button>
            )}
          </LimitCard>
          {listed && findings.length > 0 ? (
            <JudgedList
              findings={findings}
              onGo={(one) => {
                setListed(false)
                goTo(one, place)
              }}
            />
          ) : null}
        </div>
        {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        {isFinal ? <Verdict tone="good">{poll.finishedOn} 已确定等次，设置、票数和等次不再改。</Verdict> : null}
        <WholeNotes desk={desk} />
        <section className="card poll-results" aria-label="得分和等次">
          <header className="card-head">
            <h2 className="card-title">得分和等次</h2>
            <Cite rules={rules} id="6.2" />
            <span className="note grade-keys">
              <Kbd>1</Kbd> 至 <Kbd>4</Kbd> 定等次，<Kbd>0</Kbd> 清掉，<Kbd>Enter</Kbd> 看明细
            </span>
            <span className="push" />
            <Segmented<Order> aria-label="次序" size="small" value={order} options={orders} onChange={setOrder} />
          </header>
          <div className="table-legend">
            <span className="note">得分只供参考，等次由党组织研究确定</span>
            <GradeLegend grades={gradesOf(desk)} />
          </div>
          <ResultTable
            desk={desk}
            lines={order === 'score' ? byScore(desk.subjects) : desk.subjects}
            open={place.subject}
            onOpen={(subject) => place.go({ subject })}
          />
        </section>
      </section>
      <ResultPaper desk={desk} />
    </div>
  )
}
