import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { isVoid } from '../../../shared/features/ballot/ballot.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { FigureStrip } from '../../ui/limit-bar.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk, Round } from './evaluation-words.ts'

type Props = {
  desk: BegunDesk
  round: Round
  primary: boolean
  isChosen: boolean
  onChoose: () => void
  onEdit: () => void
  onCount: () => void
  children: ReactNode
}

type State = { text: string; tone: string; verb: string }

/** How far the count of a vote is, and what the button says. */
function stateOf(round: Round, count: BegunDesk['rounds'][number] | undefined): State {
  if (count?.stopped === true || isVoid(round)) return { text: '无效，要重测', tone: 'red', verb: '看这次计票' }
  if (count === undefined)
    return round.returned === null
      ? { text: '还没有计票', tone: '', verb: '计票' }
      : { text: '票数来自台账', tone: 'green', verb: '重新计票' }
  if (count.confirmedOn !== null) return { text: `${count.confirmedOn} 已确认`, tone: 'green', verb: '看计票' }
  if (count.way === 'desk') return { text: '本机投票', tone: 'blue', verb: '接着投票、开箱' }
  return { text: count.passes > 1 ? '第二遍' : '第一遍', tone: 'blue', verb: '接着计票' }
}

const figure = (value: number | null): string => (value === null ? '—' : `${value}`)

/** One vote of a day: whom it is about, its figures, and how far it is counted. */
export function RoundCard({ desk, round, primary, isChosen, onChoose, onEdit, onCount, children }: Props) {
  const [asking, setAsking] = useState(false)
  const { evaluation } = desk
  const count = desk.rounds.find(({ roundId }) => roundId === round.id)
  const { text, tone, verb } = stateOf(round, count)
  const meeting = desk.meetings.find(({ id }) => id === round.meetingId)
  const group = desk.groups.find(({ id }) => id === round.groupId)
  const scope = round.groupId === null ? '全支部' : (group?.shortName ?? group?.name ?? '党小组')
  const isFinal = evaluation.finishedOn !== null
  const remove = useChange(
    () => client.evaluation.removeRound.mutate({ id: evaluation.id, roundId: round.id }),
    () => setAsking(false)
  )
  return (
    <section className={isChosen ? 'card round chosen' : 'card round'} aria-label={`${round.date} 的测评`}>
      <header className="card-head">
        <h3 className="card-title">{round.date}</h3>
        <span className="note">
          {scope}
          {meeting === undefined ? '' : `，${meeting.title}`}
        </span>
        <span className={`tag push ${tone}`}>{text}</span>
      </header>
      <div className="round-body">
        <FigureStrip
          figures={[
            ['应到', figure(round.expected)],
            ['发出', figure(round.issued)],
            ['收回', figure(round.returned)]
          ]}
        />
        <span className="push" />
        <Button onClick={onChoose}>打印测评票</Button>
        {isFinal ? null : <Button onClick={onEdit}>修改</Button>}
        {isFinal || count !== undefined ? null : <Button onClick={() => setAsking(true)}>删除</Button>}
        {isFinal && count === undefined ? null : (
          <Button type={primary && count?.confirmedOn == null ? 'primary' : 'default'} onClick={onCount}>
            {verb}
          </Button>
        )}
      </div>
      {count?.stopped === true || isVoid(round) ? (
        <div className="card-note">
          <Verdict tone="bad">
            收回的票比发出的多，这次测评无效。重新发票、重新投票：先到计票页选“重新计票”，清掉这一批，再发新票。
          </Verdict>
        </div>
      ) : null}
      {children}
      {asking ? (
        <Confirm
          title={`删除 ${round.date} 的测评？`}
          verb="删除测评"
          keep="保留"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          只删这一次的日期、范围和应到，没有票数。
        </Confirm>
      ) : null}
    </section>
  )
}
