import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import {
  blankRectification,
  missingOf,
  type Rectification,
  type RectificationState,
  rectificationState
} from '../../../shared/features/rectification/rectification.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useStoredDraft } from '../../app/stored-draft.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { LifeDraft } from './life-draft.ts'
import { RollPerson } from './roll-person.tsx'

const stateWords: Record<RectificationState, { text: string; tone: string }> = {
  closed: { text: '已完成', tone: 'green' },
  overdue: { text: '逾期', tone: 'red' },
  open: { text: '整改中', tone: 'blue' }
}

const placed = ['problem', 'measure', 'person', 'dueOn', 'closedOn', 'progress']

type EditProps = { draft: LifeDraft; stored: Rectification; onClose: () => void }

/** One problem: what is to be done, by whom, until when, how it went. */
function ProblemEditor({ draft, stored, onClose }: EditProps) {
  // Kept while it is typed, in the store: going to another step or another problem loses nothing.
  const begun = useMemo(() => ({ ...stored, note: '' }), [stored])
  const kept = useStoredDraft(`rectification ${stored.id === '' ? `new ${stored.meetingId}` : stored.id}`, begun)
  const { note, ...value } = kept.value
  const change = kept.change
  const saving = useMutation({
    mutationFn: () => {
      const progress = note.trim() === '' ? value.progress : [...value.progress, { on: draft.desk.today, text: note }]
      return client.rectification.save.mutate({ ...value, progress })
    },
    onSuccess: async () => {
      kept.forget()
      await draft.renew()
      onClose()
    }
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const fault = (field: string) => faultAt(problem, field)
  return (
    <form
      className="card entry-form"
      aria-label="问题和整改"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <TextField
        id="problem"
        label="问题"
        value={value.problem}
        maxLength={500}
        autoFocus
        fault={fault('problem')}
        onChange={(text) => change({ problem: text ?? '' })}
      />
      <TextField
        id="measure"
        label="整改措施"
        value={value.measure}
        maxLength={1000}
        fault={fault('measure')}
        onChange={(measure) => change({ measure })}
      />
      <div className="field-pair">
        <Field label="责任人" for="problem-person" fault={fault('person')}>
          <RollPerson
            label="责任人"
            people={draft.desk.people}
            value={value.person}
            onChange={(person) => change({ person })}
          />
        </Field>
        <DayField
          id="problem-due"
          label="时限"
          value={value.dueOn}
          fault={fault('dueOn')}
          onChange={(dueOn) => change({ dueOn })}
        />
        <DayField
          id="problem-closed"
          label="完成日期"
          value={value.closedOn}
          fault={fault('closedOn')}
          onChange={(closedOn) => change({ closedOn })}
        />
      </div>
      {value.progress.map(({ on, text }) => (
        <p key={`${on} ${text}`} className="note">{`${on}：${text}`}</p>
      ))}
      <Field label={`今天的进展（${draft.desk.today}）`} for="problem-note" fault={fault('progress')}>
        <Input
          id="problem-note"
          maxLength={500}
          value={note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Field>
      {problem === null || placed.includes(problem.field ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存问题
        </Button>
        <Button
          onClick={() => {
            kept.forget()
            onClose()
          }}
        >
          {kept.dirty ? '不改了' : '关闭'}
        </Button>
      </div>
    </form>
  )
}

/** 问题清单: one line a problem, with what it still lacks. */
export function ProblemForm({ draft }: { draft: LifeDraft }) {
  const { meeting, rectifications, today } = draft.desk
  const [edited, setEdited] = useState<Rectification | null>(null)
  const [doomed, setDoomed] = useState<Rectification | null>(null)
  const removing = useMutation({
    mutationFn: (id: string) => client.rectification.remove.mutate({ id }),
    onSuccess: async () => {
      setDoomed(null)
      await draft.renew()
    }
  })
  const blank: Rectification = {
    ...blankRectification,
    ...{ id: '', organisationId: meeting.organisationId, meetingId: meeting.id }
  }
  return (
    <section aria-label="问题清单">
      {rectifications.length === 0 && edited === null ? (
        <p className="note">还没有问题。会上查摆出来的问题一条一条加进来，整改台账就有了。</p>
      ) : null}
      <ol className="life-problems">
        {rectifications.map((one) => {
          const lacking = missingOf(one)
          const { text, tone } = stateWords[rectificationState(one, today)]
          return (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => setEdited(one)}>
                {one.problem}
              </button>
              <span className={`tag ${tone}`}>{text}</span>
              {lacking.length === 0 ? null : <span className="tag amber">缺{lacking.join('、')}</span>}
              <span className="note">{[one.person?.name, one.dueOn].filter((part) => part != null).join('，')}</span>
              <button type="button" className="link push" onClick={() => setDoomed(one)}>
                删除
              </button>
            </li>
          )
        })}
      </ol>
      {edited === null ? (
        <Button onClick={() => setEdited(blank)}>加一个问题</Button>
      ) : (
        <ProblemEditor key={edited.id} draft={draft} stored={edited} onClose={() => setEdited(null)} />
      )}
      {doomed === null ? null : (
        <Confirm
          title={`删除“${doomed.problem}”？`}
          verb="删除问题"
          keep="不删"
          busy={removing.isPending}
          refusal={removing.error === null ? undefined : problemOfError(removing.error).message}
          onConfirm={() => removing.mutate(doomed.id)}
          onKeep={() => setDoomed(null)}
        >
          措施和进展也会删掉，不能找回。
        </Confirm>
      )}
    </section>
  )
}
