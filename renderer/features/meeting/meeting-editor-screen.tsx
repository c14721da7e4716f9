import { ArrowLeftOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Gap } from '../../../shared/features/meeting/completion-rules.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useMenuCommand } from '../../app/menu-command.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { timeOf } from '../../ui/clock.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { AgendaCard } from './agenda-card.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { CheckList } from './check-list.tsx'
import { HeadCard } from './head-card.tsx'
import './meeting.css'
import { type Desk, type Draft, useMeetingDraft } from './meeting-draft.ts'
import { MeetingPreview } from './meeting-preview.tsx'
import { stateNames } from './meeting-state.ts'
import { MoreCard } from './more-card.tsx'
import { TextCard } from './text-card.tsx'

function EditorHead({
  desk,
  checks,
  onCheck,
  onFinish,
  onReopen,
  onDrop
}: {
  desk: Desk
  checks: number
  onCheck: () => void
  onFinish: () => void
  onReopen: () => void
  onDrop: () => void
}) {
  const { meeting } = desk
  const navigate = useNavigate()
  const locked = meeting.state === 'final' || meeting.state === 'archived'
  return (
    <header className="page-head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined />}
        aria-label="回到会议列表"
        onClick={() => void navigate('/meeting')}
      />
      <h1 className="page-title editor-title">{meetingTitle(meeting)}</h1>
      <span className={locked ? 'tag green' : 'tag blue'}>{stateNames[meeting.state]}</span>
      {meeting.types.map((type) => (
        <span key={type} className="tag">
          {type}
        </span>
      ))}
      <span className="push" />
      {checks > 0 ? (
        <button type="button" className="tag amber" onClick={onCheck}>
          {checks} 处要核对
        </button>
      ) : null}
      {locked ? (
        <Button onClick={onReopen}>重新打开</Button>
      ) : (
        <>
          <Button onClick={onDrop}>删除草稿</Button>
          <Button type="primary" onClick={onFinish}>
            完成记录
          </Button>
        </>
      )}
    </header>
  )
}

function useActions(draft: Draft, onReload: () => void) {
  const navigate = useNavigate()
  const [gaps, setGaps] = useState<Gap[]>([])
  const { id } = draft.meeting
  const finish = useMutation(
    api.meeting.finish.mutationOptions({
      onSuccess: (answer) => {
        setGaps(answer.gaps)
        if (answer.gaps.length === 0) onReload()
      }
    })
  )
  const reopen = useMutation(api.meeting.reopen.mutationOptions({ onSuccess: onReload }))
  const drop = useMutation(api.meeting.remove.mutationOptions({ onSuccess: () => void navigate('/meeting') }))
  const failed = finish.error ?? reopen.error
  return {
    gaps,
    forgetGaps: () => setGaps([]),
    refusal: failed === null ? null : problemOfError(failed).message,
    finish: () => void draft.flush().then(() => finish.mutate({ id })),
    reopen: () => reopen.mutate({ id }),
    drop: () => drop.mutate({ id }),
    dropping: drop.isPending,
    dropRefusal: drop.error === null ? undefined : problemOfError(drop.error).message
  }
}

/** Goes to the first clash: into the text of its item, or to the list on top. */
function showClash(draft: Draft, setActive: (number: number) => void): void {
  const item = draft.contradictions.find((one) => one.item !== undefined)?.item
  if (item !== undefined && draft.contradictions.every((one) => one.item !== undefined)) setActive(item)
  requestAnimationFrame(() =>
    document.querySelector('.editor-cards .verdict.warn')?.scrollIntoView({ block: 'center' })
  )
}

function Editor({ desk, onReload }: { desk: Desk; onReload: () => void }) {
  const draft = useMeetingDraft(desk)
  const [active, setActive] = useState(1)
  const [asking, setAsking] = useState(false)
  const actions = useActions(draft, onReload)
  useKeys({ 'Ctrl+S': () => void draft.flush(), Escape: actions.forgetGaps })
  useMenuCommand('save', () => void draft.flush())
  useSayStatus(draft.savedAt === null ? '' : `草稿已自动保存 ${timeOf(draft.savedAt)}`)
  return (
    <div className="editor">
      <div className="editor-form">
        <EditorHead
          desk={{ ...desk, meeting: { ...draft.meeting, state: desk.meeting.state } }}
          checks={draft.contradictions.length}
          onCheck={() => showClash(draft, setActive)}
          onFinish={actions.finish}
          onReopen={actions.reopen}
          onDrop={() => setAsking(true)}
        />
        {asking ? (
          <Confirm
            title={`删除“${meetingTitle(draft.meeting)}”这份草稿？`}
            verb="删除草稿"
            keep="继续写"
            busy={actions.dropping}
            refusal={actions.dropRefusal}
            onConfirm={actions.drop}
            onKeep={() => setAsking(false)}
          >
            点名、议题和正文都会删掉，不能找回。
          </Confirm>
        ) : null}
        <ConfigProvider componentDisabled={draft.locked}>
          <fieldset className="editor-cards" disabled={draft.locked}>
            {actions.refusal === null ? null : <Verdict tone="bad">{actions.refusal}</Verdict>}
            {draft.locked ? <Verdict tone="good">这份记录已经完成并锁定。要改请点“重新打开”。</Verdict> : null}
            <CheckList draft={draft} gaps={actions.gaps} />
            <HeadCard draft={draft} />
            <AttendanceCard draft={draft} />
            <AgendaCard draft={draft} active={active} onActive={setActive} />
            <TextCard draft={draft} active={active} />
            <MoreCard draft={draft} />
          </fieldset>
        </ConfigProvider>
      </div>
      <MeetingPreview draft={draft} active={active} />
    </div>
  )
}

/** One meeting: the form in the order of the paper at the left, the paper itself at the right. */
export function MeetingEditorScreen() {
  const { id = '' } = useParams()
  const desk = useQuery({ ...api.meeting.desk.queryOptions({ id }), staleTime: Number.POSITIVE_INFINITY })
  if (desk.error !== null)
    return (
      <div className="page">
        <Verdict tone="bad">{problemOfError(desk.error).message}</Verdict>
      </div>
    )
  if (desk.data === undefined) return null
  return <Editor key={`${id}-${desk.dataUpdatedAt}`} desk={desk.data} onReload={() => void desk.refetch()} />
}
