import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useMe } from '../../api/me.ts'
import { useEscape } from '../../ui/escape.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { AccountLine } from './account-screen.tsx'
import { FirstPassword, firstPasswordProblem, noPassword } from './first-password.tsx'

/** Switches an account off, which takes its key slot away, or on again with a new first password. */
export function AccountSwitch({ account, onDone }: { account: AccountLine; onDone: () => void }) {
  const queries = useQueryClient()
  const demand = useMe()?.passwordDemand ?? ''
  const [password, setPassword] = useState(noPassword)
  const [problem, setProblem] = useState<Problem | null>(null)
  const switching = useMutation({
    mutationFn: () =>
      account.disabled
        ? client.account.enable.mutate({ id: account.id, password: password.first })
        : client.account.disable.mutate({ id: account.id }),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries()
    },
    onError: (error) => setProblem(problemOfError(error))
  })
  useEscape(onDone)
  const submit = (): void => {
    const found = account.disabled ? firstPasswordProblem(password) : null
    setProblem(found)
    if (found === null) switching.mutate()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className="card-title">{account.disabled ? `启用“${account.name}”` : `停用“${account.name}”`}</h2>
      {account.disabled ? (
        <FirstPassword value={password} demand={demand} problem={problem} onChange={setPassword} />
      ) : (
        <p>停用以后，他的口令立即打不开档案库；他做过的记录都保留。以后可以再启用，要重新给初始口令。</p>
      )}
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="actions">
        <Button type="primary" danger={!account.disabled} htmlType="submit" loading={switching.isPending}>
          {account.disabled ? '启用账户' : '停用账户'}
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </div>
    </form>
  )
}
