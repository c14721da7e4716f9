import { LockOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, type InputRef, Select } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { VaultStatus } from '../../../shared/features/vault/vault.ts'
import { api, problemOfError } from '../../api/client.ts'
import { Doorway } from '../../app/doorway.tsx'
import { Seal } from '../../app/seal.tsx'
import { inSentence } from '../../ui/clock.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { RecoverForm } from './recover-form.tsx'
import { RestoreForm } from './restore-form.tsx'

type Props = { status: VaultStatus & { version: string }; onOpen: () => void }
type DoorProps = Props & { recovering: boolean; onRecovering: (recovering: boolean) => void }

/** The door of the office: who, password, Enter. Everything shown here stands outside the encrypted store. */
export function UnlockScreen({ status, onOpen, recovering, onRecovering }: DoorProps) {
  const [restoring, setRestoring] = useState(false)
  return (
    <Doorway left="数据只在本机，不联网" right={`版本 ${status.version}`}>
      <div className="unlock">
        <Seal size={52} />
        <h1 className="page-title" style={{ marginTop: 12 }}>
          党务案头
        </h1>
        <p className="quiet">{status.unit}</p>
        {restoring ? (
          <RestoreForm
            onDone={() => {
              setRestoring(false)
              onOpen()
            }}
            onBack={() => setRestoring(false)}
          />
        ) : recovering ? (
          <RecoverForm accounts={status.accounts} onOpen={onOpen} onBack={() => onRecovering(false)} />
        ) : (
          <PasswordForm
            status={status}
            onOpen={onOpen}
            onForgot={() => onRecovering(true)}
            onRestore={() => setRestoring(true)}
          />
        )}
        <dl className="unlock-facts">
          <dt>档案库</dt>
          <dd style={{ margin: 0 }}>{status.storeName}</dd>
          <dt>所在文件夹</dt>
          <dd style={{ margin: 0 }}>{status.storeFolder}</dd>
          <dt>上次打开</dt>
          <dd style={{ margin: 0 }}>
            {status.lastOpened === null
              ? '还没有打开过'
              : `${inSentence(status.lastOpened.at)}，${status.lastOpened.account}`}
          </dd>
        </dl>
      </div>
    </Doorway>
  )
}

/** Problems that only a copy can mend. */
const lostStores = ['store-damaged', 'store-empty', 'store-missing', 'not-encrypted']

type PasswordProps = Props & { onForgot: () => void; onRestore: () => void }

function PasswordForm({ status, onOpen, onForgot, onRestore }: PasswordProps) {
  const last = status.accounts.find((account) => account.name === status.lastOpened?.account) ?? status.accounts[0]
  const [accountId, setAccountId] = useState(last?.id ?? '')
  const [password, setPassword] = useState('')
  const [capsLock, setCapsLock] = useState(false)
  const input = useRef<InputRef>(null)
  const unlock = useMutation(
    api.vault.unlock.mutationOptions({
      onSuccess: onOpen,
      onError: () => {
        setPassword('')
        input.current?.focus()
        onOpen()
      }
    })
  )
  const watchCaps = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (password === '') input.current?.focus()
        else unlock.mutate({ accountId, password })
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor="account">
          使用人
        </label>
        <Select
          id="account"
          style={{ width: '100%' }}
          value={accountId}
          onChange={setAccountId}
          options={status.accounts.map(({ id, name, title }) => ({
            value: id,
            label: title === '' ? name : `${name}，${title}`
          }))}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="password">
          口令
        </label>
        <Input.Password
          id="password"
          ref={input}
          autoFocus
          size="large"
          prefix={<LockOutlined />}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onKeyDown={watchCaps}
          onKeyUp={watchCaps}
        />
        <p className="note" style={{ display: 'flex' }}>
          <span style={{ color: 'var(--amber)' }}>{capsLock ? '大写锁定已打开' : ''}</span>
          <span className="push">
            {status.waitUntil !== null
              ? `连续输错，${inSentence(status.waitUntil)} 后再试`
              : status.attemptsLeft < 5
                ? `还可试 ${status.attemptsLeft} 次`
                : ''}
          </span>
        </p>
      </div>
      {unlock.error === null ? null : (
        <div style={{ marginBottom: 14 }}>
          <Verdict tone="bad">{problemOfError(unlock.error).message}</Verdict>
          {lostStores.includes(problemOfError(unlock.error).code) ? (
            <p style={{ marginTop: 8 }}>
              <button type="button" className="link" onClick={onRestore}>
                从备份还原
              </button>
            </p>
          ) : null}
        </div>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={unlock.isPending}>
        解锁 <small>Enter</small>
      </Button>
      <p style={{ marginTop: 14 }}>
        <button type="button" className="link" onClick={onForgot}>
          忘记口令，用恢复码
        </button>
      </p>
    </form>
  )
}
