import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { KeptText } from '../../app/kept-text.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { Judged } from '../../ui/judged.tsx'
import { FigureStrip, LimitBar } from '../../ui/limit-bar.tsx'
import { type BegunDesk, noticeSpan } from './appraisal-words.ts'
import { HeadForm } from './head-form.tsx'

/** What does not fit with the whole of it, and why there are more 优秀 than allowed. */
function WholeNotes({ desk, locked }: { desk: BegunDesk; locked: boolean }) {
  const { id, overReason, year } = desk.appraisal
  const rules = useRules(year)
  const save = useChange((reason: string | null) =>
    client.appraisal.decide.mutate({ id, decision: { overReason: reason, grades: [] } })
  )
  const whole = desk.findings.filter(({ memberId }) => memberId === null)
  const isOver = desk.over > 0 || overReason !== null
  if (whole.length === 0 && !isOver) return null
  return (
    <div className="appraisal-notes">
      {whole.map(({ message, ruleId }) => (
        <Judged key={message}>
          {message} <Cite rules={rules} id={ruleId} />
        </Judged>
      ))}
      {isOver ? (
        <KeptText
          id="appraisal-over"
          label={desk.over > 0 ? `超 ${desk.over} 名的理由，印在等次建议表备注里` : '超额的理由，现在没有超，不印'}
          value={overReason}
          locked={locked || !desk.may.decide}
          fault={save.problem?.message}
          onKeep={(reason) => save.mutateAsync(reason)}
        />
      ) : null}
    </div>
  )
}

/** How far the appraisal is, how many 优秀 there are of how many there may be, and the days of 公示. */
export function HeadCard({ desk, locked }: { desk: BegunDesk; locked: boolean }) {
  const [open, setOpen] = useState(false)
  const { appraisal, cadres, limit, over, participants } = desk
  const rules = useRules(appraisal.year)
  const given = cadres.filter(({ entry }) => entry.grade === '优秀').length
  const graded = cadres.filter(({ entry }) => entry.grade !== null).length
  const whole = cadres.filter(({ missing }) => missing.length === 0).length
  const source =
    appraisal.quota !== null ? '上级核定' : `不填按 ${rules.number('6.2-best', 'percent')}%，以上级核定为准`
  return (
    <section className="card limit-card" aria-label="考核情况">
      <div className="limit-line">
        <FigureStrip
          figures={[
            ['参加考核', `${participants} 人`],
            ['已定等次', `${graded} / ${cadres.length}`, graded === cadres.length],
            ...(desk.may.enter ? [['材料齐', `${whole} / ${cadres.length}`, whole === cadres.length] as const] : []),
            ['公示', noticeSpan(appraisal)]
          ]}
        />
        {limit === null ? (
          <span className="note">只有一个人，“优秀”不按比例限名额</span>
        ) : (
          <LimitBar given={given} limit={limit} over={over} says="建议">
            “优秀”名额 <strong>{limit}</strong> 名{' '}
            <span className="quiet" title={source}>
              {appraisal.quota !== null ? '上级核定' : `${rules.number('6.2-best', 'percent')}%`}
            </span>
          </LimitBar>
        )}
        <Cite rules={rules} id="6.2-best" />
        <span className="push limit-acts">
          {desk.may.enter ? (
            <Button aria-expanded={open} onClick={() => setOpen(!open)}>
              名额、公示和反馈
            </Button>
          ) : null}
        </span>
      </div>
      {open ? <HeadForm desk={desk} locked={locked} source={source} /> : null}
      <WholeNotes key={`${appraisal.id} ${over > 0}`} desk={desk} locked={locked} />
    </section>
  )
}
