import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isBranch, labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { Task } from '../../../shared/features/task/task.ts'
import { api, client, type Outputs, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import './task.css'
import { blankTask, TaskForm } from './task-form.tsx'
import { type TaskDeed, TaskNote } from './task-note.tsx'
import { TaskTable } from './task-table.tsx'

type Show = 'open' | 'done' | 'all'
const page = 200

/** Marks and removes at once; what was done stands above the list with the way back. */
function useDeeds(today: string) {
  const queries = useQueryClient()
  const [done, setDone] = useState<TaskDeed | null>(null)
  const acting = useMutation({
    mutationFn: async ({ task, deed }: { task: Task; deed: 'done' | 'removed' }): Promise<TaskDeed> => {
      if (deed === 'removed') await client.task.remove.mutate({ id: task.id })
      const after = deed === 'done' ? await client.task.save.mutate({ ...task, doneOn: today }) : task
      return { deed, task: after, before: task }
    },
    onSuccess: async (deed) => {
      setDone(deed)
      await queries.invalidateQueries()
    }
  })
  return {
    done,
    setDone,
    refusal: acting.error === null ? null : problemOfError(acting.error).message,
    finish: (task: Task) => acting.mutate({ task, deed: 'done' }),
    remove: (task: Task) => acting.mutate({ task, deed: 'removed' })
  }
}

function Empty({ show, filtered, onAdd }: { show: Show; filtered: boolean; onAdd: (() => void) | null }) {
  return (
    <div className="empty">
      <p className="empty-title">{show === 'done' ? '还没有完成的任务' : '没有要办的任务'}</p>
      <p className="note">
        {filtered
          ? '选的是一个党组织，换成“全部党组织”再看。'
          : '写会议决议时按 Alt T，就把这一条派成任务，到期前在这里看得见。'}
      </p>
      {onAdd === null ? null : <Button onClick={onAdd}>加任务</Button>}
    </div>
  )
}

/** What is to be done after talks stays with the talks, by their levels; here stands how much it is. */
function TalkNote() {
  const navigate = useNavigate()
  const may = useRight('talk.L1.read')
  const count = useQuery({ ...api.talk.followUpCount.queryOptions(), enabled: may }).data
  if (count === undefined || count.open === 0) return null
  return (
    <button type="button" className="link" onClick={() => void navigate('/talk?view=records')}>
      谈话要办的事 {count.open} 项{count.overdue === 0 ? '' : `，逾期 ${count.overdue} 项`}
    </button>
  )
}

/** What follows from grades is done where the grades are; here stands how much it is. */
function EvaluationNote() {
  const navigate = useNavigate()
  const may = useRight('evaluation.tally')
  const count = useQuery({ ...api.evaluation.followUpCount.queryOptions(), enabled: may }).data
  if (count === undefined || count.open === 0) return null
  return (
    <button type="button" className="link" onClick={() => void navigate('/evaluation')}>
      评议后要办的事 {count.open} 项{count.overdue === 0 ? '' : `，逾期 ${count.overdue} 项`}
    </button>
  )
}

type FilterProps = {
  organisations: Outputs['organisation']['tree']
  organisationId: string | null
  onOrganisation: (id: string | null) => void
  show: Show
  onShow: (show: Show) => void
  counts: Outputs['task']['list']['counts'] | undefined
}

function TaskFilter({ organisations, organisationId, onOrganisation, show, onShow, counts }: FilterProps) {
  const { done = 0, overdue = 0, near = 0, open = 0 } = counts ?? {}
  const waiting = overdue + near + open
  return (
    <div className="task-filter">
      <Select
        aria-label="党组织"
        style={{ width: 260 }}
        value={organisationId ?? ''}
        onChange={(id) => onOrganisation(id === '' ? null : id)}
        options={[
          { value: '', label: '全部党组织' },
          ...organisations.map((one) => ({ value: one.id, label: labelOf(one) }))
        ]}
      />
      <Segmented<Show>
        aria-label="任务范围"
        value={show}
        onChange={onShow}
        options={[
          { value: 'open', label: `未完成 ${waiting}` },
          { value: 'done', label: `已完成 ${done}` },
          { value: 'all', label: `全部 ${waiting + done}` }
        ]}
      />
      {overdue === 0 ? null : <strong className="task-late">逾期 {overdue} 项</strong>}
      {near === 0 ? null : <span className="note">7 天内到期 {near} 项</span>}
      <span className="push" />
      <TalkNote />
      <EvaluationNote />
    </div>
  )
}

/** Every task of the office by 期限: who does what until when, and what came of it. */
export function TaskScreen({ today }: { today: string }) {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const [show, setShow] = useState<Show>('open')
  const [limit, setLimit] = useState(page)
  const [open, setOpen] = useState<Task | null>(null)
  const tree = useQuery(api.organisation.tree.queryOptions())
  const list = useQuery({
    ...api.task.list.queryOptions({ organisationId, show, limit }),
    placeholderData: (old) => old
  })
  const mayWrite = useRight('records.write')
  const deeds = useDeeds(today)
  const organisations = tree.data ?? []
  const home = organisationId ?? organisations.find(isBranch)?.id ?? organisations[0]?.id ?? ''
  const shown = open ?? (params.has('new') && home !== '' ? blankTask(home) : null)
  const close = (): void => {
    setOpen(null)
    setParams({})
  }
  useSayStatus(list.data === undefined ? '' : `共 ${list.data.total} 项任务`)
  useEffect(() => {
    document.title = '任务 · 党务案头'
  }, [])
  if (list.error !== null)
    return (
      <div className="page">
        <LoadFailure message={problemOfError(list.error).message} onRetry={() => void list.refetch()} />
      </div>
    )
  const lines = list.data?.lines ?? []
  return (
    <div className="page">
      <PageHead title="任务" note="会上定的事，谁办、几时办完、结果怎样">
        {mayWrite ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setParams({ new: '' })}>
            加任务
          </Button>
        ) : null}
      </PageHead>
      {deeds.done === null ? null : (
        <TaskNote
          key={`${deeds.done.deed} ${deeds.done.task.id}`}
          done={deeds.done}
          onGone={() => deeds.setDone(null)}
        />
      )}
      {deeds.refusal === null ? null : <Verdict tone="bad">{deeds.refusal}</Verdict>}
      {shown === null || !mayWrite ? null : (
        <TaskForm
          key={shown.id}
          task={shown}
          organisations={organisations}
          onSaved={(task) => {
            deeds.setDone({ deed: shown.id === '' ? 'added' : 'changed', task, before: open })
            close()
          }}
          onRemove={() => {
            deeds.remove(shown)
            close()
          }}
          onClose={close}
        />
      )}
      <div className="card task-card">
        <TaskFilter
          organisations={organisations}
          organisationId={organisationId}
          onOrganisation={setOrganisationId}
          show={show}
          onShow={setShow}
          counts={list.data?.counts}
        />
        <div className="task-body">
          {list.data !== undefined && lines.length === 0 ? (
            <Empty
              show={show}
              filtered={organisationId !== null}
              onAdd={mayWrite ? () => setParams({ new: '' }) : null}
            />
          ) : (
            <TaskTable
              lines={lines}
              today={today}
              ended={show !== 'open'}
              mayWrite={mayWrite}
              onOpen={setOpen}
              onDone={deeds.finish}
              onMeeting={(id) => void navigate(`/meeting/${id}`)}
            />
          )}
          {list.data !== undefined && list.data.total > lines.length ? (
            <div className="task-more">
              <Button onClick={() => setLimit(limit + page)}>再显示 {page} 项</Button>
            </div>
          ) : null}
        </div>
      </div>
    </div>
  )
}
