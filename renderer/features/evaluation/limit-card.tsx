import { Button, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { type LimitBase, limitBaseNames, limitBases } from '../../../shared/features/evaluation/evaluation.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { type Figure, FigureStrip, LimitBar } from '../../ui/limit-bar.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk } from './evaluation-words.ts'
import { FindingNotes } from './finding-notes.tsx'

const readings: Record<LimitBase, string> = {
  graded: '不含预备党员和不评等次的人，偏严，是默认的取法',
  members: '连预备党员一起算',
  quota: '上级党委给了数的，填数'
}

/** How N of R4-04 is read: three readings, and the number where the 党委 gave one. */
function LimitForm({ desk, onDone }: { desk: BegunDesk; onDone: () => void }) {
  const { id, peerOn, peerMeetingId } = desk.evaluation
  const [base, setBase] = useState(desk.evaluation.base)
  const [quota, setQuota] = useState(desk.evaluation.quota)
  const save = useChange(
    () => client.evaluation.save.mutate({ id, base, quota: base === 'quota' ? quota : null, peerOn, peerMeetingId }),
    onDone
  )
  return (
    <form
      className="limit-form"
      aria-label="优秀名额怎么算"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Radio.Group
        value={base}
        onChange={(event) => setBase(limitBases.find((one) => one === event.target.value) ?? 'graded')}
      >
        {limitBases.map((one) => (
          <Radio key={one} value={one}>
            {limitBaseNames[one]} <span className="quiet">{readings[one]}</span>
          </Radio>
        ))}
      </Radio.Group>
      {base === 'quota' ? (
        <NumberField id="limit-quota" label="党委核定的名额" value={quota} onChange={setQuota} />
      ) : null}
      <div className="evaluation-form-foot">
        <Button htmlType="submit" loading={save.isPending}>
          按这个算
        </Button>
        <Button type="text" onClick={onDone}>
          取消
        </Button>
        {save.problem === null ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      </div>
    </form>
  )
}

const sumOf = (values: readonly (number | null)[]): string =>
  values.length === 0 || values.includes(null) ? '—' : `${values.reduce<number>((sum, value) => sum + (value ?? 0), 0)}`

/** Figures of the vote, and how many 优秀 there are of how many there may be. */
export function LimitCard({ desk, children }: { desk: BegunDesk; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const { evaluation, result, rounds } = desk
  const rules = useRules(evaluation.year)
  const { limit } = result.limit
  const isChecked = rounds.length > 0 && rounds.every(({ confirmedOn }) => confirmedOn !== null)
  const figures: Figure[] = [
    ['应到', sumOf(evaluation.rounds.map(({ expected }) => expected))],
    ['发出', sumOf(evaluation.rounds.map(({ issued }) => issued))],
    ['收回', sumOf(evaluation.rounds.map(({ returned }) => returned))],
    ['复核', isChecked ? '一致' : '—', isChecked]
  ]
  return (
    <section className="card limit-card" aria-label="名额">
      <div className="limit-line">
        <FigureStrip figures={figures} />
        <LimitBar given={result.decided.优秀} limit={limit} over={result.over} says="已评定">
          优秀名额 <strong>{limit}</strong> 名{' '}
          <span className="quiet">
            {result.limit.base === 'quota' ? '党委核定' : `${result.limit.of} 人的 1/${rules.number('R4-04', 'oneIn')}`}
          </span>
        </LimitBar>
        <span className="limit-cite">
          <Cite rules={rules} id="R4-04" />
          {evaluation.finishedOn === null ? (
            <button id="limit-open" type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              名额怎么算
            </button>
          ) : null}
        </span>
        <span className="push limit-acts">{children}</span>
      </div>
      <FindingNotes findings={desk.findings} fields={['quota']} />
      {open && evaluation.finishedOn === null ? <LimitForm desk={desk} onDone={() => setOpen(false)} /> : null}
      {result.valid ? null : (
        <div className="card-note">
          <Verdict tone="bad">有一次测评收回的票比发出的多，全部作废；不出建议等次，要重新测评。</Verdict>
        </div>
      )}
    </section>
  )
}
