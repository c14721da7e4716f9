import { DeleteOutlined, PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import type { TalkFinding } from '../../../shared/features/talk/check-rules.ts'
import type { Talk } from '../../../shared/features/talk/talk.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useMenuCommand } from '../../app/menu-command.ts'
import { SealGate, useSeal, useStaying } from '../../app/seal-gate.tsx'
import type { StoredDraft } from '../../app/stored-draft.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { EndFields } from './end-fields.tsx'
import { unnamedFollowUp } from './follow-up-entry.ts'
import { FollowUpFields } from './follow-up-fields.tsx'
import { type FocusAt, HeadFields } from './head-fields.tsx'
import { SaidFields } from './said-fields.tsx'
import { TalkLikeness } from './talk-likeness.tsx'
import { faultOf, type TalkBase, talkOf, tidied, type TalkEntry } from './talk-entry.ts'
import { type Named, settledPerson } from './talk-names.ts'

/** What happens once it is kept: it stays open, the next of the round is begun, or its paper is shown. */
export type After = 'stay' | 'next' | 'paper'

const placed = ['talker', 'partner', 'kind', 'date', 'start', 'end', 'level', 'year', 'writtenOn', 'number']
const isPlaced = (field: string): boolean => placed.includes(field) || field.startsWith('follow-')

/** A refusal that came from what the form sees itself, else from the engine. */
class FormFault extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const problemOf = (error: unknown): Problem | null =>
  error === null ? null : error instanceof FormFault ? error.problem : problemOfError(error)

const fieldOf = (problem: Problem | null): string | undefined => problem?.field?.split('.').at(-1)

async function keep(base: TalkBase, typed: TalkEntry, planId: string | null): Promise<Talk> {
  const entry = tidied(typed)
  const fault = faultOf(entry) ?? unnamedFollowUp(typed.contents.followUps)
  const talk = talkOf(base, entry)
  if (fault !== null || talk === null) throw new FormFault(fault ?? { code: 'incomplete', message: '请填完整再保存。' })
  return client.talk.save.mutate({ talk, planId })
}

type Props = {
  /** Of L3, as it is typed or as it is kept: the L3 password stands before it. */
  sealed: boolean
  base: TalkBase
  draft: StoredDraft<TalkEntry>
  people: readonly Named[]
  findings: readonly TalkFinding[]
  mayWrite: boolean
  planId: string | null
  focus: FocusAt
  onKept: (talk: Talk, after: After) => void
  onPaper: (id: string) => void
  onRemove: (() => void) | null
}

type FootProps = {
  busy: boolean
  base: TalkBase
  mayWrite: boolean
  keepAnd: (after: After) => void
  onRemove: Props['onRemove']
}

function Foot({ busy, base, mayWrite, keepAnd, onRemove }: FootProps) {
  return (
    <footer className="talk-panel-foot">
      {mayWrite ? (
        <>
          <Button type="primary" loading={busy} onClick={() => keepAnd('stay')}>
            保存 <Kbd>Ctrl S</Kbd>
          </Button>
          <Button disabled={busy} title="保存并记下一位（Ctrl Enter）" onClick={() => keepAnd('next')}>
            保存并记下一位
          </Button>
        </>
      ) : (
        <span className="note">只能看，不能改</span>
      )}
      <span className="push" />
      {onRemove === null || !mayWrite ? null : (
        <Button icon={<DeleteOutlined />} aria-label="删除这次谈话" title="删除这次谈话" onClick={onRemove} />
      )}
      <Button icon={<PrinterOutlined />} disabled={busy} onClick={() => keepAnd('paper')}>
        {base.id === '' ? '预览' : '预览记录表'}
      </Button>
    </footer>
  )
}

/** Form F5-1, new or again. */
export function TalkForm({ sealed, base, draft, people, findings, mayWrite, planId, focus, ...does }: Props) {
  const { onKept, onPaper, onRemove } = does
  const queries = useQueryClient()
  const seal = useSeal()
  const { value: entry, change, dirty } = draft
  const gated = sealed && seal !== undefined && !(seal.set && seal.open)
  const stay = useStaying()
  const saving = useMutation({
    mutationFn: async (after: After) => {
      const settled = { talker: settledPerson(entry.talker, people), partner: settledPerson(entry.partner, people) }
      const talk = await keep(base, { ...entry, ...settled }, planId)
      draft.forget()
      await queries.invalidateQueries()
      return { talk, after }
    },
    onSuccess: ({ talk, after }) => onKept(talk, after),
    onError: (error) => {
      // The L3 password has run out meanwhile: the gate has to know.
      if (problemOf(error)?.code === 'seal-closed') void queries.invalidateQueries()
      const field = fieldOf(problemOf(error))
      const control = field === undefined ? null : document.getElementById(`talk-${field}`)
      control?.focus()
      control?.scrollIntoView({ block: 'center' })
    }
  })
  const problem = problemOf(saving.error)
  const keepAnd = (after: After): void => {
    if (saving.isPending || gated) return
    if (after === 'paper' && base.id !== '' && !dirty) onPaper(base.id)
    else if (mayWrite) saving.mutate(after)
  }
  useKeys(mayWrite ? { 'Ctrl+S': () => keepAnd('stay'), 'Ctrl+Enter': () => keepAnd('next') } : {})
  useMenuCommand('save', () => keepAnd('stay'))
  const at = fieldOf(problem)
  const part = { entry, change, people, problem, findings }
  return (
    <>
      {gated ? (
        <div className="talk-panel-body">
          <SealGate>{null}</SealGate>
        </div>
      ) : null}
      <div
        className="talk-panel-body"
        hidden={gated}
        role="form"
        aria-label="谈话记录"
        {...(sealed ? { onKeyDownCapture: stay, onPointerDownCapture: stay } : {})}
      >
        <ConfigProvider componentDisabled={!mayWrite}>
          <HeadFields {...part} focus={focus} />
          <SaidFields {...part} focus={focus} />
          <FollowUpFields {...part} />
          <EndFields {...part} ofPlan={planId !== null} />
        </ConfigProvider>
        {problem === null || isPlaced(at ?? '') ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        {base.id === '' || sealed ? null : <TalkLikeness id={base.id} />}
      </div>
      {gated ? null : (
        <Foot busy={saving.isPending} base={base} mayWrite={mayWrite} keepAnd={keepAnd} onRemove={onRemove} />
      )}
    </>
  )
}
