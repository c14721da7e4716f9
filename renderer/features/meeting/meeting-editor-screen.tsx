import { ArrowLeftOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { printedPhotos } from '../../../shared/features/attachment/attachment.ts'
import type { Gap } from '../../../shared/features/meeting/completion-rules.ts'
import { type MeetingType, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { api, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { AttachmentCard, useAttachmentLoss } from '../../app/attachments.tsx'
import { useMenuCommand } from '../../app/menu-command.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { AskReason } from '../../ui/ask-reason.tsx'
import { timeOf } from '../../ui/clock.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { AgendaCard } from './agenda-card.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { CheckList } from './check-list.tsx'
import { HeadCard } from './head-card.tsx'
import { Initials } from './initials.ts'
import './meeting.css'
import { type Desk, type Draft, useMeetingDraft } from './meeting-draft.ts'
import { LikenessPanel } from './likeness-panel.tsx'
import { MeetingPreview } from './meeting-preview.tsx'
import { stateNames } from './meeting-state.ts'
import { MoreCard } from './more-card.tsx'
import { TextCard } from './text-card.tsx'
import { ActivityCard } from './type-fields.tsx'
import { VersionCard } from './version-card.tsx'

function EditorHead({
  desk,
  checks,
  onCheck,
  onFinish,
  onReopen,
  onArchive,
  onDrop
}: {
  desk: Desk
  checks: number
  onCheck: () => void
  onFinish: () => void
  onReopen: () => void
  onArchive: () => void
  onDrop: () => void
}) {
  const { meeting } = desk
  const navigate = useNavigate()
  const mayWrite = useRight('records.write')
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
      {meeting.types.includes('组织生活会') ? (
        <Button onClick={() => void navigate(`/meeting/${meeting.id}/life`)}>八步材料</Button>
      ) : null}
      {meeting.types.includes('民主评议党员') ? (
        <Button
          onClick={() => {
            const at = { organisation: meeting.organisationId, year: String(meeting.year) }
            void navigate(`/evaluation?${new URLSearchParams(at)}`)
          }}
        >
          测评和评定
        </Button>
      ) : null}
      {checks > 0 ? (
        <button type="button" className="tag amber" onClick={onCheck}>
          {checks} 处要核对
        </button>
      ) : null}
      {!mayWrite ? null : locked ? (
        <>
          <Button onClick={onReopen}>重新打开</Button>
          {meeting.state === 'final' ? <Button onClick={onArchive}>归档</Button> : null}
        </>
      ) : (
        <>
          <Button onClick={onDrop}>删除草稿</Button>
          <Button type="primary" onClick={onFinish}>
            完成记录 <Kbd>Alt Enter</Kbd>
          </Button>
        </>
      )}
    </header>
  )
}

/** What files are good for at such a meeting. */
const attachmentHint = (types: readonly MeetingType[]): string =>
  types.includes('主题党日') ? `前 ${printedPhotos} 张照片印在主题党日活动记录后面` : '签到表扫描件、照片、课件等'

/** What is being asked before it is done. */
type Question = 'drop' | 'reopen' | null

function useActions(draft: Draft, onReload: () => void) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [question, setQuestion] = useState<Question>(null)
  const [gaps, setGaps] = useState<Gap[]>([])
  const [stopped, setStopped] = useState(false)
  const [shown, setShown] = useState(0)
  const showChecks = (): void => setShown((before) => before + 1)
  const { id } = draft.meeting
  const finish = useMutation(
    api.meeting.finish.mutationOptions({
      onSuccess: (answer) => {
        setGaps(answer.gaps)
        setStopped(answer.blocks.length > 0)
        showChecks()
        if (answer.gaps.length === 0 && answer.blocks.length === 0) onReload()
      }
    })
  )
  const renewed = (): void => {
    setQuestion(null)
    onReload()
    void queries.invalidateQueries(api.meeting.versions.queryFilter({ id }))
  }
  const reopen = useMutation(api.meeting.reopen.mutationOptions({ onSuccess: renewed }))
  const archive = useMutation(api.meeting.archive.mutationOptions({ onSuccess: renewed }))
  const drop = useMutation(api.meeting.remove.mutationOptions({ onSuccess: () => void navigate('/meeting') }))
  const failed = finish.error ?? archive.error
  return {
    gaps,
    stopped,
    shown,
    forgetGaps: () => {
      setGaps([])
      setStopped(false)
    },
    refusal: failed === null ? null : problemOfError(failed).message,
    // With something unsaved the record would be locked without it; why it was not kept stands on the screen.
    finish: () => void draft.flush().then((kept) => (kept ? finish.mutate({ id }) : showChecks())),
    reopen: (reason: string) => reopen.mutate({ id, reason }),
    reopening: reopen.isPending,
    reopenRefusal: reopen.error === null ? undefined : problemOfError(reopen.error).message,
    archive: () => archive.mutate({ ids: [id] }),
    question,
    ask: setQuestion,
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

function Questions({ draft, actions }: { draft: Draft; actions: ReturnType<typeof useActions> }) {
  const title = meetingTitle(draft.meeting)
  const loss = useAttachmentLoss('meeting', draft.meeting.id)
  const keep = (): void => actions.ask(null)
  if (actions.question === 'drop')
    return (
      <Confirm
        title={`删除“${title}”这份草稿？`}
        verb="删除草稿"
        keep="继续写"
        busy={actions.dropping}
        refusal={actions.dropRefusal}
        onConfirm={actions.drop}
        onKeep={keep}
      >
        点名、议题和正文都会删掉，不能找回。
        {draft.meeting.types.includes('组织生活会') ? '八步材料也会删掉，问题清单留下。' : null}
        {loss}
      </Confirm>
    )
  if (actions.question === 'reopen')
    return (
      <AskReason
        title={`重新打开“${title}”？`}
        label="为什么要改"
        placeholder="例如：漏记列席人员"
        verb="重新打开"
        keep="不改了"
        busy={actions.reopening}
        refusal={actions.reopenRefusal}
        onAnswer={actions.reopen}
        onKeep={keep}
      >
        现在的文本会原样留下，改完再点“完成记录”。
      </AskReason>
    )
  return null
}

function LockedNote({ state }: { state: Desk['meeting']['state'] }) {
  const mayWrite = useRight('records.write')
  if (!mayWrite) return <Verdict tone="info">您的账户只能看，不能改。</Verdict>
  return (
    <Verdict tone="good">
      {state === 'archived' ? '这份记录已经归档，只有书记能重新打开。' : '这份记录已经完成并锁定。要改请点“重新打开”。'}
    </Verdict>
  )
}

function Editor({ desk, onReload }: { desk: Desk; onReload: () => void }) {
  const draft = useMeetingDraft(desk)
  const [active, setActive] = useState(1)
  const [version, setVersion] = useState<number | null>(null)
  const actions = useActions(draft, onReload)
  useKeys({
    'Ctrl+S': () => void draft.flush(),
    'Alt+Enter': () => {
      if (!draft.locked) actions.finish()
    },
    Escape: actions.forgetGaps
  })
  useMenuCommand('save', () => void draft.flush())
  useSayStatus(draft.savedAt === null ? '' : `草稿已自动保存 ${timeOf(draft.savedAt)}`)
  return (
    <Initials value={desk.initials}>
      <div className="editor">
        <div className="editor-form">
          <EditorHead
            desk={{ ...desk, meeting: { ...draft.meeting, state: desk.meeting.state } }}
            checks={draft.contradictions.length}
            onCheck={() => showClash(draft, setActive)}
            onFinish={actions.finish}
            onReopen={() => actions.ask('reopen')}
            onArchive={actions.archive}
            onDrop={() => actions.ask('drop')}
          />
          <Questions draft={draft} actions={actions} />
          <ConfigProvider componentDisabled={draft.locked}>
            <div className="editor-cards">
              <fieldset className="editor-fields" disabled={draft.locked}>
                {actions.refusal === null ? null : <Verdict tone="bad">{actions.refusal}</Verdict>}
                {draft.locked ? <LockedNote state={desk.meeting.state} /> : null}
                <CheckList
                  draft={draft}
                  gaps={actions.gaps}
                  asked={actions.stopped}
                  shown={actions.shown}
                  onReleased={onReload}
                />
                <HeadCard draft={draft} />
                <AttendanceCard draft={draft} />
                <ActivityCard draft={draft} />
                <AgendaCard draft={draft} active={active} onActive={setActive} />
                <TextCard draft={draft} active={active} />
                <MoreCard draft={draft} />
              </fieldset>
              <AttachmentCard record="meeting" recordId={desk.meeting.id} hint={attachmentHint(draft.meeting.types)} />
              <LikenessPanel meetingId={desk.meeting.id} />
              <VersionCard meetingId={desk.meeting.id} shown={version} onShow={setVersion} />
            </div>
          </ConfigProvider>
        </div>
        <MeetingPreview draft={draft} active={active} version={version} />
      </div>
    </Initials>
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
