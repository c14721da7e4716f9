import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { daysBetween } from '../../../shared/kernel/dates.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { Deed } from './talk-deed.tsx'
import { dayInWords, dueTag } from './talk-words.ts'

type Line = Outputs['talk']['followUps'][number]

type FormProps = { line: Line; today: string; onDone: (deed: Deed) => void; onClose: () => void }

/** The day it was done, and how it was answered. */
function AnswerForm({ line, today, onDone, onClose }: FormProps) {
  const queries = useQueryClient()
  const [doneOn, setDoneOn] = useState<string | null>(today)
  const [result, setResult] = useState<string | null>(line.result)
  const { talkId: id, index, subject } = line
  const saving = useMutation({
    mutationFn: () => client.talk.answer.mutate({ id, index, subject, answer: { doneOn, result } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      const undo = () =>
        client.talk.answer.mutate({ id, index, subject, answer: { doneOn: null, result: line.result } })
      onDone({ text: `已办结同${line.partner}谈话后的一项`, undo })
    }
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  useEscape(onClose)
  return (
    <form
      className="talk-answer"
      aria-label={`办结同${line.partner}谈话后的事项`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (doneOn !== null && (result ?? '').trim() !== '') saving.mutate()
      }}
    >
      <TextField
        id="answer-result"
        label="结果，怎么答复的"
        value={result}
        maxLength={2000}
        autoFocus
        fault={faultAt(problem, 'result')}
        onChange={setResult}
      />
      <DayField
        id="answer-done"
        label="完成日期"
        value={doneOn}
        fault={faultAt(problem, 'doneOn')}
        onChange={setDoneOn}
      />
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="talk-form-actions">
        <Button
          type="primary"
          size="small"
          htmlType="submit"
          loading={saving.isPending}
          disabled={doneOn === null || (result ?? '').trim() === ''}
        >
          办结
        </Button>
        <Button size="small" onClick={onClose}>
          还没办完
        </Button>
      </div>
    </form>
  )
}

type LineProps = {
  line: Line
  today: string
  mayWrite: boolean
  onOpen: (id: string) => void
  onDeed: (deed: Deed) => void
}

function FollowUpLine({ line, today, mayWrite, onOpen, onDeed }: LineProps) {
  const [answering, setAnswering] = useState(false)
  const { dueOn, partner, talkedOn, person, subject, level } = line
  const tag = dueOn === null ? null : dueTag({ must: false, daysLeft: daysBetween(today, dueOn) })
  return (
    <li className="talk-due">
      <div className="talk-due-head">
        {tag === null ? <span className="tag">没定期限</span> : <span className={`tag ${tag.tone}`}>{tag.text}</span>}
        <strong>{partner}</strong>
        {mayWrite && line.mayAnswer && !answering ? (
          <button
            type="button"
            className="link push"
            aria-label={`办结${partner}：${subject}`}
            onClick={() => setAnswering(true)}
          >
            办结
          </button>
        ) : null}
      </div>
      <p>{subject}</p>
      <p className="note">
        {[person === '' ? null : `责任人 ${person}`, dueOn === null ? null : `期限 ${dueOn}`]
          .filter((part) => part !== null)
          .join('，')}
      </p>
      <p className="talk-due-foot">
        <span className="note">{dayInWords(talkedOn)}谈的</span>
        {level === 'L1' ? null : <span className="tag blue">二级</span>}
        <button type="button" className="link push" onClick={() => onOpen(line.talkId)}>
          看记录
        </button>
      </p>
      {answering ? (
        <AnswerForm
          line={line}
          today={today}
          onDone={(deed) => {
            setAnswering(false)
            onDeed(deed)
          }}
          onClose={() => setAnswering(false)}
        />
      ) : null}
    </li>
  )
}

type Props = Omit<LineProps, 'line'> & { organisationId: string }

/** 要办的事: what came of talks and is not done yet. */
export function FollowUpList({ organisationId, ...shared }: Props) {
  const list = useQuery(api.talk.followUps.queryOptions({ organisationId }))
  return (
    <section className="card talk-dues" aria-label="要办的事">
      <header className="card-head">
        <h2 className="card-title">要办的事</h2>
        {list.data === undefined ? null : <span className="quiet">{list.data.length} 项</span>}
      </header>
      <div className="talk-dues-body">
        {list.error === null ? null : (
          <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
        )}
        {list.isLoading ? <Loading lines={4} /> : null}
        {list.data?.length === 0 ? <p className="talk-none">谈话里说要办的都办了。</p> : null}
        <ul>
          {(list.data ?? []).map((line) => (
            <FollowUpLine key={`${line.talkId} ${line.index}`} line={line} {...shared} />
          ))}
        </ul>
      </div>
    </section>
  )
}
