import { RightOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Occasion } from '../../../shared/features/talk/occasion.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { OccasionForm } from './occasion-form.tsx'
import type { Deed } from './talk-deed.tsx'
import { dayInWords, dueTag } from './talk-words.ts'
import type { TalkStart } from './use-talk-place.ts'

type Board = Outputs['talk']['board']
type Due = Board['due'][number]

type LineProps = {
  due: Due
  occasion: Occasion | undefined
  rules: ReturnType<typeof useRules>
  mayWrite: boolean
  onRecord: () => void
  onSettle: (occasion: Occasion) => void
}

/** One to be talked with: how pressing, who, why, by which rule. */
function DueLine({ due, occasion, rules, mayWrite, onRecord, onSettle }: LineProps) {
  const { text, tone } = dueTag(due)
  return (
    <li className="talk-due">
      <div className="talk-due-head">
        <span className={`tag ${tone}`}>{text}</span>
        <strong>{due.name}</strong>
        {mayWrite ? (
          <button type="button" className="link push" aria-label={`记谈话，${due.name}`} onClick={onRecord}>
            记谈话 <RightOutlined aria-hidden />
          </button>
        ) : null}
      </div>
      <p>
        {due.reason}
        {due.by === null || due.cause === 'year' ? '' : `，${dayInWords(due.by)}前`}
      </p>
      {occasion?.note ? <p className="note">{occasion.note}</p> : null}
      <div className="talk-due-foot">
        <Cite rules={rules} id={due.rule} />
        {occasion !== undefined && mayWrite ? (
          <button type="button" className="link push" onClick={() => onSettle(occasion)}>
            已不需要
          </button>
        ) : null}
      </div>
    </li>
  )
}

/** How many are drawn before it is asked for more. */
const first = 40

type Props = {
  board: Board
  today: string
  mayWrite: boolean
  onRecord: (start: Partial<TalkStart>) => void
  onDeed: (deed: Deed) => void
}

/** 该谈的人: who is to be talked with, why, and until when. */
export function DueList({ board, today, mayWrite, onRecord, onDeed }: Props) {
  const queries = useQueryClient()
  const rules = useRules(board.coverage.year)
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const { id: organisationId } = board.organisation
  const occasions = useQuery(api.occasion.list.queryOptions({ organisationId }))
  const settling = useMutation({
    mutationFn: (one: Occasion) => client.occasion.save.mutate({ ...one, closedOn: today }),
    onSuccess: async (_kept, one) => {
      await queries.invalidateQueries()
      onDeed({ text: `已记下“${one.kind}”不用再谈`, undo: () => client.occasion.save.mutate(one) })
    },
    onError: (error) => onDeed({ text: problemOfError(error).message })
  })
  const shown = all ? board.due : board.due.slice(0, first)
  const people = new Set(board.due.map(({ memberId }) => memberId)).size
  return (
    <section className="card talk-dues" aria-label="该谈的人">
      <header className="card-head">
        <h2 className="card-title">该谈的人</h2>
        <span className="quiet">{people} 人</span>
        {mayWrite ? (
          <Button className="push" size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            加事由
          </Button>
        ) : null}
      </header>
      <div className="talk-dues-body">
        {adding ? (
          <OccasionForm
            organisationId={organisationId}
            today={today}
            onSaved={(kept, name) => {
              setAdding(false)
              onDeed({
                text: `已记下${name}：${kept.kind}`,
                undo: () => client.occasion.remove.mutate({ id: kept.id })
              })
            }}
            onClose={() => setAdding(false)}
          />
        ) : null}
        {board.due.length === 0 ? <p className="talk-none">现在没有该谈的人。</p> : null}
        <ul>
          {shown.map((due) => (
            <DueLine
              key={`${due.memberId} ${due.cause} ${due.kind} ${due.since} ${due.occasionId}`}
              due={due}
              occasion={(occasions.data ?? []).find(({ id }) => id === due.occasionId)}
              rules={rules}
              mayWrite={mayWrite}
              onRecord={() => onRecord({ partner: due.memberId, kind: due.kind })}
              onSettle={(one) => settling.mutate(one)}
            />
          ))}
        </ul>
        {shown.length < board.due.length ? (
          <button type="button" className="link talk-none" onClick={() => setAll(true)}>
            还有 {board.due.length - shown.length} 条，全部列出
          </button>
        ) : null}
      </div>
    </section>
  )
}
