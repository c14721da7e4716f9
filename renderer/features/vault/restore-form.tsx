import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { client, problemOfError } from '../../api/client.ts'
import { dayAndTime } from '../../ui/clock.ts'
import { Field } from '../../ui/field.tsx'
import { Verdict } from '../../ui/verdict.tsx'

type Opening = { path: string; accountId: string; secret: string }

/** Which copy: its folder, typed or pasted. Says whose it is before any password is asked. */
function PathStep({
  path,
  onPath,
  onFound
}: {
  path: string
  onPath: (path: string) => void
  onFound: (owners: Owners) => void
}) {
  const owners = useMutation({
    mutationFn: () => client.backup.owners.mutate({ path: path.trim() }),
    onSuccess: onFound
  })
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        owners.mutate()
      }}
    >
      <Field
        label="备份文件夹"
        for="restore-path"
        hint="写那一份备份的完整路径，名字像“档案库-备份-20261121-091205”，里面有三个文件。"
      >
        <Input id="restore-path" autoFocus value={path} onChange={(event) => onPath(event.target.value)} />
      </Field>
      {owners.error === null ? null : <Verdict tone="bad">{problemOfError(owners.error).message}</Verdict>}
      <Button type="primary" htmlType="submit" block loading={owners.isPending} disabled={path.trim() === ''}>
        打开这份备份
      </Button>
    </form>
  )
}

type Owners = { unit: string; madeAt: string; accounts: { id: string; name: string }[] }

function LookStep({ owners, path, onDone }: { owners: Owners; path: string; onDone: () => void }) {
  const [accountId, setAccountId] = useState(owners.accounts[0]?.id ?? 'recovery')
  const [secret, setSecret] = useState('')
  const input: Opening = { path, accountId, secret }
  const look = useMutation({ mutationFn: () => client.backup.look.mutate(input) })
  const restore = useMutation({ mutationFn: () => client.backup.restoreOutside.mutate(input), onSuccess: onDone })
  const error = restore.error ?? look.error
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        look.mutate()
      }}
    >
      <p style={{ marginBottom: 14 }}>
        {owners.unit}，{dayAndTime(owners.madeAt)} 的备份。
      </p>
      <Field label="用谁的口令打开" for="restore-account">
        <Select
          id="restore-account"
          style={{ width: '100%' }}
          value={accountId}
          onChange={setAccountId}
          options={[
            ...owners.accounts.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'recovery', label: '恢复码' }
          ]}
        />
      </Field>
      <Field label={accountId === 'recovery' ? '恢复码' : '备份那时的口令'} for="restore-secret">
        <Input.Password
          id="restore-secret"
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      </Field>
      {error === null ? null : <Verdict tone="bad">{problemOfError(error).message}</Verdict>}
      {look.data === undefined ? (
        <Button type="primary" htmlType="submit" block loading={look.isPending} disabled={secret === ''}>
          看看里面
        </Button>
      ) : (
        <>
          <Verdict tone="good">
            备份完好：党组织 {look.data.counts['organisation'] ?? 0} 个，党员 {look.data.counts['member'] ?? 0}{' '}
            名，会议记录 {look.data.counts['meeting'] ?? 0} 条，由{look.data.madeBy}备份。
          </Verdict>
          <p className="note">
            还原到新文件夹、再核对一遍以后才换上；原来打不开的档案库会留在“before-restore-日期”文件夹里。
          </p>
          <Button type="primary" block loading={restore.isPending} onClick={() => restore.mutate()}>
            还原这份备份
          </Button>
        </>
      )}
    </form>
  )
}

/** From the door: puts a copy where there is no store, or one that cannot be opened any more. */
export function RestoreForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [path, setPath] = useState('')
  const [owners, setOwners] = useState<Owners | null>(null)
  return (
    <>
      <h2 className="panel-title" style={{ marginTop: 20 }}>
        从备份还原
      </h2>
      {owners === null ? (
        <PathStep path={path} onPath={setPath} onFound={setOwners} />
      ) : (
        <LookStep owners={owners} path={path.trim()} onDone={onDone} />
      )}
      <p style={{ marginTop: 14 }}>
        <button type="button" className="link" onClick={owners === null ? onBack : () => setOwners(null)}>
          返回
        </button>
      </p>
    </>
  )
}
