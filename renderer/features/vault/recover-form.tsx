import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type AccountCard, passwordHint } from '../../../shared/features/vault/vault.ts'
import { api, problemOfError } from '../../api/client.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { RecoveryCode } from './recovery-code.tsx'

type Props = { accounts: AccountCard[]; onOpen: () => void; onBack: () => void }

/** A new password by the recovery code. The code is used up: the new one is shown and must be kept. */
export function RecoverForm({ accounts, onOpen, onBack }: Props) {
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const recover = useMutation(api.vault.recover.mutationOptions())
  if (recover.data !== undefined)
    return (
      <div className="card" style={{ marginTop: 20, padding: 24, textAlign: 'left' }}>
        <p style={{ marginBottom: 12 }}>口令已改好。旧恢复码作废，这是新的恢复码，请抄下并销毁旧保管单。</p>
        <RecoveryCode code={recover.data} />
        <Button type="primary" size="large" block onClick={onOpen} style={{ marginTop: 16 }}>
          抄好了，进入
        </Button>
      </div>
    )
  const problem = recover.error === null ? null : problemOfError(recover.error)
  // What the office asks beyond this is known only inside.
  const tooShort = password !== '' && [...password].length < 8
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        recover.mutate({ accountId, recoveryCode, password })
      }}
    >
      <Field label="给谁换口令" for="recover-account">
        <Select
          id="recover-account"
          style={{ width: '100%' }}
          value={accountId}
          onChange={setAccountId}
          options={accounts.map((account) => ({ value: account.id, label: account.name }))}
        />
      </Field>
      <Field label="恢复码" for="recover-code" hint="保管单上的 8 组和末尾 1 位校验，大小写、横线都不要紧。">
        <Input.TextArea
          id="recover-code"
          autoFocus
          rows={2}
          autoComplete="off"
          value={recoveryCode}
          onChange={(event) => setRecoveryCode(event.target.value)}
        />
      </Field>
      <Field label="新口令" for="recover-password" hint={passwordHint} fault={faultAt(problem, 'password')}>
        <Input.Password
          id="recover-password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field
        label="再输一遍"
        for="recover-again"
        fault={again !== '' && again !== password ? '两次输入的口令不一致' : undefined}
      >
        <Input.Password
          id="recover-again"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </Field>
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="actions">
        <Button onClick={onBack}>返回</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={recover.isPending}
          disabled={recoveryCode === '' || password === '' || tooShort || again !== password}
        >
          换口令并解锁
        </Button>
      </div>
    </form>
  )
}
