import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { type AccountEdit, type Role, roles } from '../../../shared/features/account/account.ts'
import { founderRoles } from '../../../shared/features/account/account-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useEscape } from '../../ui/escape.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { AccountLine } from './account-screen.tsx'
import { FirstPassword, firstPasswordProblem, noPassword } from './first-password.tsx'
import { MemberLink } from './member-link.tsx'

const workingRole = (title: string): Role[] => founderRoles(title).slice(2)

const blank: AccountEdit = { id: '', name: '', title: '', roles: workingRole(''), organisationId: null, memberId: null }

const editOf = ({ id, name, title, roles: held, organisationId, memberId }: AccountLine): AccountEdit => ({
  id,
  name,
  title,
  roles: held,
  organisationId,
  memberId
})

type Props = { account: AccountLine | null; mayAssign: boolean; demand: string; onDone: () => void }

/** One account: who, what he may do and where. A new one gets a first password that its holder must change. */
export function AccountForm({ account, mayAssign, demand, onDone }: Props) {
  const queries = useQueryClient()
  const [edit, setEdit] = useState(account === null ? blank : editOf(account))
  const [password, setPassword] = useState(noPassword)
  const [problem, setProblem] = useState<Problem | null>(null)
  const scopes = useQuery(api.account.scopes.queryOptions())
  const saving = useMutation({
    mutationFn: () =>
      account === null
        ? client.account.add.mutate({ account: edit, password: password.first })
        : client.account.save.mutate(edit),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries()
    },
    onError: (error) => setProblem(problemOfError(error))
  })
  useEscape(onDone)
  const change = (part: Partial<AccountEdit>): void => {
    setProblem(null)
    setEdit((old) => ({ ...old, ...part }))
  }
  const submit = (): void => {
    const found = account === null ? firstPasswordProblem(password) : null
    setProblem(found)
    if (found === null) saving.mutate()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className="card-title">{account === null ? '添加使用人' : `修改“${account.name}”`}</h2>
      <TextField
        id="account-name"
        label="姓名"
        autoFocus
        value={edit.name}
        fault={faultAt(problem, 'name')}
        hint={account === null ? undefined : '改过的姓名，本人下次登录以后才出现在登录页。'}
        onChange={(name) => change({ name: name ?? '' })}
      />
      <TextField
        id="account-title"
        label="职务"
        value={edit.title}
        fault={faultAt(problem, 'title')}
        onChange={(title) =>
          change(account === null ? { title: title ?? '', roles: workingRole(title ?? '') } : { title: title ?? '' })
        }
      />
      <fieldset className="field account-roles" disabled={!mayAssign}>
        <legend className="field-label">角色</legend>
        <Checkbox.Group
          value={edit.roles}
          options={[...roles]}
          onChange={(held) => change({ roles: roles.filter((role) => held.includes(role)) })}
        />
        <p className="note">
          {mayAssign ? '可以选几个；各自能做什么见下面的表。' : '三员分立时，角色和范围由安全员分配。'}
        </p>
        {faultAt(problem, 'roles') === undefined ? null : (
          <p className="field-fault" role="alert">
            {faultAt(problem, 'roles')}
          </p>
        )}
      </fieldset>
      <Field
        label="管理范围"
        for="account-scope"
        hint="只看得到、改得了这个组织和它下面的。"
        fault={faultAt(problem, 'organisationId')}
      >
        <Select<string>
          id="account-scope"
          style={{ width: '100%' }}
          disabled={!mayAssign}
          value={edit.organisationId ?? ''}
          onChange={(id) => change({ organisationId: id === '' ? null : id })}
          options={[
            { value: '', label: '全单位' },
            ...(scopes.data ?? []).map(({ id, label }) => ({ value: id, label }))
          ]}
        />
      </Field>
      <MemberLink value={edit.memberId} name={account?.member ?? null} onChange={(memberId) => change({ memberId })} />
      {account === null ? (
        <FirstPassword value={password} demand={demand} problem={problem} onChange={setPassword} />
      ) : null}
      {problem === null || problem.field !== undefined ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {account === null ? '添加使用人' : '保存修改'}
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </div>
    </form>
  )
}
