import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { sealMinutes, type SealState } from '../../shared/features/supervision/seal.ts'
import { api, client, problemOfError } from '../api/client.ts'
import { useRight } from '../api/me.ts'
import { RecoveryCode, recoveryBoxes } from '../features/vault/recovery-code.tsx'
import { Field, faultAt } from '../ui/field.tsx'
import { Verdict } from '../ui/verdict.tsx'
import './seal-gate.css'

/** How the L3 password stands; undefined for those who have nothing to do with it, and until the engine has answered. */
export function useSeal(): SealState | undefined {
  const may = useRight('talk.L3.read')
  return useQuery({ ...api.seal.state.queryOptions(), enabled: may, refetchInterval: 60_000 }).data
}

type SecretProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  fault?: string | undefined
  hint?: ReactNode
  autoFocus?: boolean
}

function SecretField({ id, label, value, onChange, fault, hint, autoFocus = false }: SecretProps) {
  return (
    <Field label={label} for={id} fault={fault} hint={hint}>
      <Input.Password
        id={id}
        value={value}
        autoComplete="off"
        autoFocus={autoFocus}
        status={fault === undefined ? '' : 'error'}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

const tidy = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** The recovery code, shown once; its third group typed back proves that it was copied. */
function CodeStep({ code, onDone }: { code: string; onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const right = tidy(typed) === tidy(recoveryBoxes(code)[2] ?? '')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (right) onDone()
  }
  return (
    <form className="card seal-card" onSubmit={send}>
      <h2 className="card-title">L3 恢复码</h2>
      <p className="note">忘了 L3 口令，只有它能打开三级内容；它只显示这一次，请抄在纸上，由书记保管。</p>
      <RecoveryCode code={code} />
      <Field label="抄对了吗？请填第 3 组" for="seal-code">
        <Input
          id="seal-code"
          value={typed}
          autoComplete="off"
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!right}>
          抄好了
        </Button>
        {right ? <span className="seal-right">✓ 一致</span> : null}
      </div>
    </form>
  )
}

type NewProps = {
  lead: ReactNode
  verb: string
  ask: 'nothing' | 'former' | 'code'
  onDone: () => void
  onBack?: () => void
}

/** A new L3 password: the first, one in place of the known one, or of the lost one by the recovery code. */
function NewPassword({ lead, verb, ask, onDone, onBack }: NewProps) {
  const [before, setBefore] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const saving = useMutation({
    mutationFn: () =>
      ask === 'former'
        ? client.seal.change.mutate({ former: before, password })
        : ask === 'code'
          ? client.seal.recover.mutate({ code: before, password })
          : client.seal.setUp.mutate({ password })
  })
  const problem = saving.error === null ? null : problemOfError(saving.error)
  const differs = again !== '' && again !== password
  const opening = useMutation({ mutationFn: () => client.seal.open.mutate({ password }), onSettled: onDone })
  if (saving.data !== undefined) return <CodeStep code={saving.data.code} onDone={() => opening.mutate()} />
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (password !== '' && password === again) saving.mutate()
  }
  return (
    <form className="card seal-card" noValidate onSubmit={send}>
      {lead}
      {ask === 'nothing' ? null : (
        <SecretField
          id="seal-before"
          label={ask === 'former' ? '现在的 L3 口令' : 'L3 恢复码'}
          value={before}
          onChange={setBefore}
          autoFocus
          fault={problem?.code === 'seal-wrong' ? problem.message : undefined}
        />
      )}
      <SecretField
        id="seal-new"
        label="新的 L3 口令"
        value={password}
        onChange={setPassword}
        autoFocus={ask === 'nothing'}
        fault={problem?.code === 'seal-wrong' ? undefined : faultAt(problem, 'password')}
        hint="另想一句记得住的话，不能和登录口令相同。"
      />
      <SecretField
        id="seal-again"
        label="再填一遍"
        value={again}
        onChange={setAgain}
        fault={differs ? '两次填的不一样。' : undefined}
      />
      {problem !== null && problem.field === undefined ? <Verdict tone="bad">{problem.message}</Verdict> : null}
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={saving.isPending}
          disabled={password === '' || again !== password}
        >
          {verb}
        </Button>
        {onBack === undefined ? null : <Button onClick={onBack}>返回</Button>}
      </div>
    </form>
  )
}

function OpenForm({ onDone, onLost }: { onDone: () => void; onLost: () => void }) {
  const [password, setPassword] = useState('')
  const opening = useMutation({
    mutationFn: () => client.seal.open.mutate({ password }),
    onSuccess: onDone,
    onError: () => setPassword('')
  })
  const problem = opening.error === null ? null : problemOfError(opening.error)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (password !== '') opening.mutate()
  }
  return (
    <form className="card seal-card" noValidate onSubmit={send}>
      <h2 className="card-title">请输入 L3 口令</h2>
      <p className="note">三级谈话和监督谈话台账另外加封，登录口令打不开。{sealMinutes} 分钟不用会自动收起。</p>
      <SecretField
        id="seal-password"
        label="L3 口令"
        value={password}
        onChange={setPassword}
        autoFocus
        fault={problem?.message}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={opening.isPending}>
          打开
        </Button>
        <Button type="link" onClick={onLost}>
          忘了口令
        </Button>
      </div>
    </form>
  )
}

/** Choosing it for the first time goes on until the recovery code is copied, although it is in force by then. */
function FirstTime({ onDone }: { onDone: () => void }) {
  return (
    <NewPassword
      lead={
        <>
          <h2 className="card-title">先设一个 L3 口令</h2>
          <p className="note">
            三级谈话和监督谈话台账用它另外加封：别的使用人用自己的口令打不开，拿走文件也打不开。不进检索、台账工作簿和材料包。
          </p>
        </>
      }
      verb="设好口令"
      ask="nothing"
      onDone={onDone}
    />
  )
}

/** How often typing says that somebody is there, in milliseconds. */
const touchEvery = 60_000

/** Somebody who goes on typing is not asked for the password again. */
export function useStaying(): () => void {
  const last = useRef(Date.now())
  return () => {
    if (Date.now() - last.current < touchEvery) return
    last.current = Date.now()
    void client.seal.touch.mutate().catch(() => undefined)
  }
}

/** What needs the L3 password, behind it: asks for it, or lets it be chosen the first time. */
export function SealGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const seal = useSeal()
  const [lost, setLost] = useState(false)
  const first = useRef<boolean | null>(null)
  const stay = useStaying()
  if (seal === undefined) return null
  first.current ??= !seal.set
  const renew = async (): Promise<void> => {
    first.current = false
    setLost(false)
    await queries.invalidateQueries()
  }
  if (first.current) return <FirstTime onDone={() => void renew()} />
  if (lost)
    return (
      <NewPassword
        lead={<h2 className="card-title">用 L3 恢复码换一个口令</h2>}
        verb="换上新口令"
        ask="code"
        onDone={() => void renew()}
        onBack={() => setLost(false)}
      />
    )
  if (!seal.open) return <OpenForm onDone={() => void renew()} onLost={() => setLost(true)} />
  return (
    <div className="seal-open" onKeyDownCapture={stay} onPointerDownCapture={stay}>
      {children}
    </div>
  )
}

/** Stands above what is open: to put it away at once, and to change the password. */
export function SealBar() {
  const queries = useQueryClient()
  const [changing, setChanging] = useState(false)
  const closing = useMutation({
    mutationFn: () => client.seal.close.mutate(),
    // First everything goes from the screen, then from memory: nothing asks again for what is sealed now.
    onSuccess: async () => {
      await queries.invalidateQueries(api.seal.state.queryFilter())
      queries.removeQueries({ type: 'inactive' })
    }
  })
  if (changing)
    return (
      <NewPassword
        lead={<h2 className="card-title">换 L3 口令</h2>}
        verb="换上新口令"
        ask="former"
        onDone={() => setChanging(false)}
        onBack={() => setChanging(false)}
      />
    )
  return (
    <div className="seal-bar">
      <span className="note">L3 口令已输入，{sealMinutes} 分钟不用自动收起</span>
      <Button size="small" onClick={() => closing.mutate()}>
        收起
      </Button>
      <Button size="small" type="link" onClick={() => setChanging(true)}>
        换口令
      </Button>
    </div>
  )
}
