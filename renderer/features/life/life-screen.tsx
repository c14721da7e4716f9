import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider, Select } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { type LifePaper, lifePaperNames, papersOfStep } from '../../../shared/features/life/life-papers.ts'
import { type LifeStep, lifeSteps } from '../../../shared/features/life/life-rules.ts'
import { isLocked, meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { certaintyNames } from '../../../shared/rulebook/rule.ts'
import { api, problemOfError } from '../../api/client.ts'
import { PaperView } from '../../app/paper-view.tsx'
import { useSayStatus } from '../../app/status-note.tsx'
import { timeOf } from '../../ui/clock.ts'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type Desk, type LifeDraft, useLifeDraft } from './life-draft.ts'
import { StepForm } from './life-forms.tsx'
import './life.css'
import { usePrintAll } from './print-all.ts'

const marks = { done: '齐', begun: '差', open: '未记' } as const
const tones = { done: 'green', begun: 'blue', open: '' } as const

type RailProps = { draft: LifeDraft; step: LifeStep; onStep: (step: LifeStep) => void }

/** The eight steps with how far each is; arrows walk. */
function StepRail({ draft, step, onStep }: RailProps) {
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = buttons.findIndex((one) => one.matches(':focus'))
    buttons.at((at + by) % buttons.length)?.focus()
  }
  return (
    <nav className="life-rail" aria-label="组织生活会八步" onKeyDown={press}>
      {lifeSteps.map(({ step: one, title, mark }, index) => {
        const state = draft.steps[index]
        return (
          <button
            key={one}
            type="button"
            className={one === step ? 'life-step active' : 'life-step'}
            aria-current={one === step ? 'step' : undefined}
            onClick={() => onStep(one)}
          >
            <span className="step">{index + 1}</span>
            <span className="life-step-text">
              <strong>{title}</strong>
              <span className="note">{state?.says}</span>
              {mark === '✔' ? null : <span className="note">{certaintyNames[mark]}</span>}
            </span>
            <span className={`tag ${tones[state?.state ?? 'open']}`}>{marks[state?.state ?? 'open']}</span>
          </button>
        )
      })}
      <p className="note">依据：支部工作条例 第17条</p>
    </nav>
  )
}

function StepPaper({ draft, step }: { draft: LifeDraft; step: LifeStep }) {
  const papers = papersOfStep[step]
  const [chosen, setChosen] = useState<LifePaper | null>(null)
  const paper = chosen !== null && papers.includes(chosen) ? chosen : (papers[0] ?? 'scheme')
  const { meeting } = draft.desk
  return (
    <PaperView
      title={lifePaperNames[paper]}
      path={`/documents/life/${meeting.id}/${paper}`}
      fileName={`${meeting.year}年度${lifePaperNames[paper]}`}
      version={`${draft.count} ${JSON.stringify(draft.desk.rectifications)}`}
      excel={paper === 'rectification'}
      {...(paper === 'rectification' ? { startZoom: 40 } : {})}
      before={draft.flush}
    >
      {papers.length < 2 ? null : (
        <Select<LifePaper>
          aria-label="预览哪份材料"
          style={{ width: 166 }}
          value={paper}
          options={papers.map((value) => ({ value, label: lifePaperNames[value] }))}
          onChange={setChosen}
        />
      )}
    </PaperView>
  )
}

const isStep = (text: string | null): LifeStep | null => lifeSteps.find(({ step }) => step === text)?.step ?? null

function LifeEditor({ desk }: { desk: Desk }) {
  const draft = useLifeDraft(desk)
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  // Where to begin is settled once: a step that becomes complete under the pen must not jump away.
  const [first] = useState(() => draft.steps.find(({ state }) => state !== 'done')?.step ?? 'scheme')
  const step = isStep(params.get('step')) ?? first
  const closed = draft.locked || (isLocked(desk.meeting) && step !== 'rectification' && step !== 'report')
  const title = meetingTitle(desk.meeting)
  const all = usePrintAll(draft)
  useKeys({ 'Ctrl+S': () => void draft.flush() })
  useSayStatus(draft.at === null ? '' : `已自动保存 ${timeOf(draft.at)}`)
  useEffect(() => {
    document.title = `${title} · 党务案头`
  }, [title])
  const done = draft.steps.filter(({ state }) => state === 'done').length
  return (
    <div className="editor">
      <div className="editor-form">
        <header className="page-head">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label="回到会议记录"
            onClick={() => void navigate(`/meeting/${desk.meeting.id}`)}
          />
          <h1 className="page-title editor-title">{title}：八步</h1>
          <span className="note">{`${done} 步已齐，共 8 步`}</span>
          <span className="push" />
          <Button icon={<PrinterOutlined />} loading={all.isPending} onClick={() => all.mutate()}>
            打印全部 {all.count} 份
          </Button>
        </header>
        <div className="life">
          <StepRail draft={draft} step={step} onStep={(one) => setParams({ step: one }, { replace: true })} />
          <ConfigProvider componentDisabled={closed}>
            <fieldset className="life-form" disabled={closed}>
              {all.error === null ? null : <Verdict tone="bad">{problemOfError(all.error).message}</Verdict>}
              {draft.problem === null ? null : <Verdict tone="bad">{draft.problem.message}</Verdict>}
              {draft.locked ? (
                <Verdict tone={desk.meeting.state === 'archived' ? 'good' : 'info'}>
                  {desk.meeting.state === 'archived'
                    ? '这次组织生活会已经归档，只能看和打印。'
                    : '您的账户只能看，不能改。'}
                </Verdict>
              ) : closed ? (
                <Verdict tone="good">会议记录已经完成，这一步不再改；要改请先在会议记录里点“重新打开”。</Verdict>
              ) : null}
              {draft.notes
                .filter((note) => note.step === step)
                .map(({ says }) => (
                  <Verdict key={says} tone="warn">
                    {says}
                  </Verdict>
                ))}
              <StepForm step={step} draft={draft} />
            </fieldset>
          </ConfigProvider>
        </div>
      </div>
      <StepPaper key={step} draft={draft} step={step} />
    </div>
  )
}

/** 组织生活会 step by step: steps at the left, what there is to write in the middle, its paper at the right. */
export function LifeScreen() {
  const { id = '' } = useParams()
  const desk = useQuery(api.life.desk.queryOptions({ id }))
  if (desk.error !== null)
    return (
      <div className="page">
        <Verdict tone="bad">{problemOfError(desk.error).message}</Verdict>
      </div>
    )
  return desk.data === undefined ? null : <LifeEditor key={id} desk={desk.data} />
}
