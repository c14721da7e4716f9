import { ArrowLeftOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, ConfigProvider } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Gap } from '../../../shared/features/meeting/completion-rules.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { AgendaCard } from './agenda-card.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { CheckList } from './check-list.tsx'
import { HeadCard } from './head-card.tsx'
import './meeting.css'
import { type Desk, useMeetingDraft } from './meeting-draft.ts'
import { MeetingPreview } from './meeting-preview.tsx'
import { stateNames } from './meeting-state.ts'
import { MoreCard } from './more-card.tsx'
import { TextCard } from './text-card.tsx'

const clock = (at: Date): string =>
  `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`

function EditorHead({
  desk,
  checks,
  onFinish,
  onReopen,
  onDrop
}: {
  desk: Desk
  checks: number
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
      {checks > 0 ? <span className="tag amber">{checks} 处要核对</span> : null}
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

function Editor({ desk, onReload }: { desk: Desk; onReload: () => void }) {
  const draft = useMeetingDraft(desk)
  const [active, setActive] = useState(1)
  const [gaps, setGaps] = useState<Gap[]>([])
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const { id } = desk.meeting
  const complain = (error: unknown): void => void message.error(problemOfError(error).message)
  const finish = useMutation(
    api.meeting.finish.mutationOptions({
      onError: complain,
      onSuccess: (answer) => {
        setGaps(answer.gaps)
        if (answer.gaps.length === 0) onReload()
      }
    })
  )
  const reopen = useMutation(api.meeting.reopen.mutationOptions({ onError: complain, onSuccess: onReload }))
  const drop = useMutation(
    api.meeting.remove.mutationOptions({ onError: complain, onSuccess: () => void navigate('/meeting') })
  )
  const askDrop = (): void =>
    void modal.confirm({
      title: `删除“${meetingTitle(draft.meeting)}”这份草稿？`,
      content: '点名、议题和正文都会删掉，不能找回。',
      okText: '删除草稿',
      okButtonProps: { danger: true },
      cancelText: '继续写',
      onOk: () => drop.mutateAsync({ id })
    })
  useKeys({ 'Ctrl+S': () => void draft.flush(), Escape: () => setGaps([]) })
  useSayStatus(draft.savedAt === null ? '' : `草稿已自动保存 ${clock(draft.savedAt)}`)
  return (
    <div className="editor">
      <div className="editor-form">
        <EditorHead
          desk={{ ...desk, meeting: { ...draft.meeting, state: desk.meeting.state } }}
          checks={draft.contradictions.length}
          onFinish={() => void draft.flush().then(() => finish.mutate({ id }))}
          onReopen={() => reopen.mutate({ id })}
          onDrop={askDrop}
        />
        <ConfigProvider componentDisabled={draft.locked}>
          <fieldset className="editor-cards" disabled={draft.locked}>
            {draft.locked ? <Verdict tone="good">这份记录已经完成并锁定。要改请点“重新打开”。</Verdict> : null}
            <CheckList draft={draft} gaps={gaps} />
            <HeadCard draft={draft} />
            <AttendanceCard draft={draft} />
            <AgendaCard draft={draft} active={active} onActive={setActive} />
            <TextCard draft={draft} active={active} />
            <MoreCard draft={draft} />
          </fieldset>
        </ConfigProvider>
      </div>
      <MeetingPreview draft={draft} />
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
