import './rectification.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { type Rectification, rectificationState } from '../../shared/features/rectification/rectification.ts'
import { client } from '../api/client.ts'
import { TextField } from '../ui/inputs.tsx'
import { Verdict } from '../ui/verdict.tsx'
import { nextSays, planLacks } from './pdca.ts'
import { RectificationForm } from './rectification-form.tsx'
import { TurnLine } from './turn-line.tsx'
import { useChange } from './use-change.ts'

/** How a rectification stands, as a tag. */
export function TurnState({ one, today }: { one: Rectification; today: string }) {
  if (one.passedUpOn !== null) return <span className="tag">{one.passedUpOn} 报上级督办</span>
  const state = rectificationState(one, today)
  if (state === 'closed') return <span className="tag green">{one.closedOn} 关闭</span>
  if (state === 'overdue') return <span className="tag red">逾期，期限 {one.dueOn}</span>
  return <span className="tag amber">{one.dueOn === null ? '没有定期限' : `${one.dueOn} 以前`}</span>
}

type Facts = { one: Rectification }

function TurnFacts({ one }: Facts) {
  const lacks = planLacks(one)
  return (
    <dl className="turn-facts">
      <dt>问题</dt>
      <dd>{one.problem}</dd>
      {one.target === null ? null : (
        <>
          <dt>目标</dt>
          <dd>{one.target}</dd>
        </>
      )}
      {one.measure === null ? null : (
        <>
          <dt>措施</dt>
          <dd>{one.measure}</dd>
        </>
      )}
      {one.person === null ? null : (
        <>
          <dt>责任人</dt>
          <dd>{one.person.name}</dd>
        </>
      )}
      {lacks.length === 0 ? null : (
        <>
          <dt>还差</dt>
          <dd className="turn-lacks">{lacks.join('、')}</dd>
        </>
      )}
      {one.progress.length === 0 ? null : (
        <>
          <dt>过程</dt>
          <dd>
            {one.progress.map(({ on, text }) => (
              <p key={`${on} ${text}`}>{`${on} ${text}`}</p>
            ))}
          </dd>
        </>
      )}
      {one.remeasured === null ? null : (
        <>
          <dt>复测</dt>
          <dd>{one.remeasured}</dd>
        </>
      )}
    </dl>
  )
}

type NoteProps = { one: Rectification; today: string; onDone: () => void }

/** One note of today on how it goes. */
function NoteForm({ one, today, onDone }: NoteProps) {
  const [text, setText] = useState<string | null>(null)
  const keep = useChange(
    () => client.rectification.save.mutate({ ...one, progress: [...one.progress, { on: today, text: text ?? '' }] }),
    onDone
  )
  return (
    <form
      className="rectification-form"
      aria-label="记过程"
      onSubmit={(event) => {
        event.preventDefault()
        if ((text ?? '').trim() !== '') keep.mutate()
      }}
    >
      <TextField
        {...{ id: 'turn-note', label: `${today} 的过程`, value: text, maxLength: 500, autoFocus: true }}
        fault={keep.problem?.message}
        onChange={setText}
      />
      <div className="rectification-acts">
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          记过程
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}

type Props = { one: Rectification; today: string; mayWrite: boolean }

/** 整改 of PDCA: its steps, what is planned and done, and what can be done next. */
export function RectificationCard({ one, today, mayWrite }: Props) {
  const [open, setOpen] = useState<'form' | 'note' | null>(null)
  const close = (): void => setOpen(null)
  const isOver = one.closedOn !== null || one.passedUpOn !== null
  const follow = useChange(() => client.rectification.follow.mutate({ id: one.id }))
  const step = follow.data?.step
  if (open === 'form') return <RectificationForm stored={one} today={today} onClose={close} />
  return (
    <section className="turn" aria-label={one.cycle > 1 ? `第 ${one.cycle} 轮整改` : '整改内容'}>
      <header className="turn-head">
        <TurnState one={one} today={today} />
        {one.cycle > 1 ? <span className="note">第 {one.cycle} 轮</span> : null}
      </header>
      <TurnLine one={one} />
      <TurnFacts one={one} />
      {open === 'note' ? <NoteForm one={one} today={today} onDone={close} /> : null}
      {!mayWrite || open !== null ? null : (
        <div className="rectification-acts">
          {isOver ? null : (
            <>
              <Button icon={<PlusOutlined />} onClick={() => setOpen('note')}>
                记过程
              </Button>
              <Button onClick={() => setOpen('form')}>修改整改</Button>
            </>
          )}
          {isOver || one.item === null || one.progress.length === 0 || planLacks(one).length > 0 ? null : (
            <Button loading={follow.isPending} onClick={() => follow.mutate()}>
              复测这一项
            </Button>
          )}
        </div>
      )}
      {step === undefined ? null : <Verdict tone={step === 'close' ? 'good' : 'warn'}>{nextSays[step]}</Verdict>}
      {follow.problem === null ? null : <Verdict tone="bad">{follow.problem.message}</Verdict>}
    </section>
  )
}
