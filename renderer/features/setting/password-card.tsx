import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useMe } from '../../api/me.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'

type Typed = { oldPassword: string; newPassword: string; again: string }
const nothing: Typed = { oldPassword: '', newPassword: '', again: '' }

/** What can be said before the engine is asked. */
function problemOf({ oldPassword, newPassword, again }: Typed): Problem | null {
  if (oldPassword === '') return { code: 'required', message: '请输入现在的口令。', field: 'oldPassword' }
  if (newPassword === '') return { code: 'required', message: '请输入新口令。', field: 'newPassword' }
  if (newPassword === oldPassword)
    return { code: 'same', message: '新口令与现在的一样，请换一个。', field: 'newPassword' }
  return again === newPassword ? null : { code: 'differs', message: '两次输入的新口令不一致。', field: 'again' }
}

/** A wrong old password has no field of its own in the answer of the vault: it belongs to the first. */
const placed = (problem: Problem): Problem =>
  problem.code === 'wrong-password'
    ? { ...problem, field: 'oldPassword' }
    : problem.code === 'password-weak'
      ? { ...problem, field: 'newPassword' }
      : problem

type LineProps = {
  id: keyof Typed
  label: string
  hint?: string
  autoComplete: string
  typed: Typed
  problem: Problem | null
  onType: (part: Partial<Typed>) => void
}

function PasswordLine({ id, label, hint, autoComplete, typed, problem, onType }: LineProps) {
  const fault = faultAt(problem, id)
  return (
    <Field label={label} for={`setting-${id}`} hint={hint} fault={fault}>
      <Input.Password
        id={`setting-${id}`}
        autoComplete={autoComplete}
        status={fault === undefined ? '' : 'error'}
        aria-invalid={fault !== undefined}
        value={typed[id]}
        onChange={(event) => onType({ [id]: event.target.value })}
      />
    </Field>
  )
}

/** 修改口令. The store is not rewritten, only the way to its key; the recovery code stays as it is. */
export function PasswordCard({ onChanged }: { onChanged?: () => void }) {
  const demand = useMe()?.passwordDemand ?? ''
  const [typed, setTyped] = useState(nothing)
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const changing = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Typed) =>
      client.vault.changePassword.mutate({ oldPassword, newPassword }),
    onSuccess: () => {
      setTyped(nothing)
      onChanged?.()
    },
    onError: (error) => setProblem(placed(problemOfError(error)))
  })
  const type = (part: Partial<Typed>): void => {
    setProblem(null)
    changing.reset()
    setTyped((old) => ({ ...old, ...part }))
  }
  const submit = (): void => {
    const found = problemOf(typed)
    setProblem(found)
    if (found === null) changing.mutate(typed)
    else document.getElementById(`setting-${found.field ?? ''}`)?.focus()
  }
  const line = { typed, problem, onType: type }
  return (
    <section className="card" aria-label="修改口令">
      <header className="card-head">
        <h2 className="card-title">修改口令</h2>
      </header>
      <form
        ref={form}
        className="setting-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <PasswordLine id="oldPassword" label="现在的口令" autoComplete="current-password" {...line} />
        <PasswordLine id="newPassword" label="新口令" hint={demand} autoComplete="new-password" {...line} />
        <PasswordLine id="again" label="新口令再输一遍" autoComplete="new-password" {...line} />
        {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
        {changing.isSuccess ? (
          <Verdict tone="good">口令已改好，下次解锁用新口令。恢复码不变，仍然有效。</Verdict>
        ) : null}
        <div className="actions">
          <Button
            htmlType="submit"
            loading={changing.isPending}
            disabled={typed.oldPassword === '' && typed.newPassword === ''}
          >
            修改口令
          </Button>
        </div>
      </form>
    </section>
  )
}
