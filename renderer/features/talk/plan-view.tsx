import { PlusOutlined, ScheduleOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { TalkPlan } from '../../../shared/features/talk/talk-plan.ts'
import { client, type Outputs, problemOfError } from '../../api/client.ts'
import { type PlanDraft, PlanForm } from './plan-form.tsx'
import type { Deed } from './talk-deed.tsx'
import { dayAndWeekday, kindWord } from './talk-words.ts'
import type { TalkPlace } from './use-talk-place.ts'

type LineProps = {
  plan: TalkPlan
  today: string
  mayWrite: boolean
  readable: boolean
  onRecord: () => void
  onOpen: (id: string) => void
  onEdit: () => void
  onDrop: () => void
}

const pairOf = ({ talker, partner }: TalkPlan): string => `${talker.name}同${partner.name}`

/** One talk that is to be held, or was. */
function PlanLine({ plan, today, mayWrite, readable, onRecord, onOpen, onEdit, onDrop }: LineProps) {
  const { talkId, plannedOn, talker, partner, kind, note } = plan
  const pair = pairOf(plan)
  return (
    <div className={talkId === null ? 'talk-plan-line' : 'talk-plan-line held'}>
      <span className="talk-plan-pair">
        {talker.name} <span className="quiet">同</span> {partner.name}
      </span>
      <span className="quiet">{kindWord(kind)}</span>
      <span className="note talk-cut">{note}</span>
      {talkId !== null ? (
        <span className="tag green">已谈</span>
      ) : plannedOn < today ? (
        <span className="tag red">过期未谈</span>
      ) : (
        <span className="tag">待谈</span>
      )}
      <span className="talk-plan-acts">
        {talkId !== null && readable ? (
          <button type="button" className="link" onClick={() => onOpen(talkId)}>
            看记录
          </button>
        ) : null}
        {talkId === null && mayWrite ? (
          <>
            <button type="button" className="link" aria-label={`记谈话，${pair}`} onClick={onRecord}>
              记谈话
            </button>
            <button type="button" className="link" aria-label={`改${pair}的计划`} onClick={onEdit}>
              改
            </button>
            <button type="button" className="link" aria-label={`删${pair}的计划`} onClick={onDrop}>
              删
            </button>
          </>
        ) : null}
      </span>
    </div>
  )
}

type Props = {
  board: Outputs['talk']['board']
  place: TalkPlace
  today: string
  mayWrite: boolean
  onRound: () => void
  onDeed: (deed: Deed) => void
}

function Nothing({ mayWrite, onRound }: Pick<Props, 'mayWrite' | 'onRound'>) {
  return (
    <div className="empty">
      <p className="empty-title">这一年还没有谈话计划</p>
      <p className="note">排一轮，让每个人都谈到、每个人谈得最少，不挤在最后一周；看过、改过再采用。</p>
      {mayWrite ? <Button onClick={onRound}>排一轮</Button> : null}
    </div>
  )
}

/** 谈话计划: the talks to be held, by day. */
export function PlanView({ board, place, today, mayWrite, onRound, onDeed }: Props) {
  const queries = useQueryClient()
  const [editing, setEditing] = useState<PlanDraft | null>(null)
  const readable = new Set(board.readable)
  const byDay = Map.groupBy(board.plans, ({ plannedOn }) => plannedOn)
  const days = [...byDay.keys()].sort()
  const open = board.plans.filter(({ talkId }) => talkId === null).length
  const drop = async (plan: TalkPlan): Promise<void> => {
    try {
      await client.talkPlan.remove.mutate({ id: plan.id })
      await queries.invalidateQueries()
      onDeed({ text: `已删掉 ${plan.plannedOn} ${pairOf(plan)}的计划`, undo: () => client.talkPlan.save.mutate(plan) })
    } catch (error) {
      onDeed({ text: problemOfError(error).message })
    }
  }
  const add = (): void =>
    setEditing({
      ...{ id: '', organisationId: board.organisation.id, kind: 'T01', talker: null, partner: null },
      ...{ plannedOn: today, note: null, talkId: null }
    })
  const saved = (kept: TalkPlan): void => {
    const before = board.plans.find(({ id }) => id === kept.id)
    onDeed({
      text: before === undefined ? `已加上 ${kept.plannedOn} ${pairOf(kept)}` : `已改 ${pairOf(kept)}的计划`,
      undo: () =>
        before === undefined ? client.talkPlan.remove.mutate({ id: kept.id }) : client.talkPlan.save.mutate(before)
    })
    setEditing(null)
  }
  const form = (plan: PlanDraft) => (
    <PlanForm key={plan.id} plan={plan} today={today} onSaved={saved} onClose={() => setEditing(null)} />
  )
  return (
    <section className="card talk-map talk-plan" aria-label="谈话计划">
      <header className="card-head">
        <h2 className="card-title">谈话计划</h2>
        <span className="quiet">
          {board.plans.length} 次，还有 {open} 次没谈
        </span>
        <span className="push" />
        {mayWrite ? (
          <>
            <Button size="small" icon={<PlusOutlined />} onClick={add}>
              加一条
            </Button>
            <Button size="small" icon={<ScheduleOutlined />} onClick={onRound}>
              排一轮
            </Button>
          </>
        ) : null}
      </header>
      <div className="talk-scroll">
        {editing?.id === '' ? form(editing) : null}
        {board.plans.length === 0 && editing === null ? <Nothing mayWrite={mayWrite} onRound={onRound} /> : null}
        {days.map((day) => (
          <section key={day} className="talk-plan-day" aria-label={day}>
            <h3>{dayAndWeekday(day)}</h3>
            <div>
              {(byDay.get(day) ?? []).map((plan) =>
                editing?.id === plan.id ? (
                  form(editing)
                ) : (
                  <PlanLine
                    key={plan.id}
                    plan={plan}
                    today={today}
                    mayWrite={mayWrite}
                    readable={plan.talkId !== null && readable.has(plan.talkId)}
                    onRecord={() =>
                      place.record({
                        ...{ talker: plan.talker.memberId, partner: plan.partner.memberId },
                        ...{ kind: plan.kind, plan: plan.id }
                      })
                    }
                    onOpen={place.openTalk}
                    onEdit={() => setEditing(plan)}
                    onDrop={() => void drop(plan)}
                  />
                )
              )}
            </div>
          </section>
        ))}
      </div>
    </section>
  )
}
