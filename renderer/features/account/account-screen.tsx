import './account.css'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, type Outputs, problemOfError } from '../../api/client.ts'
import { type Me, useMe } from '../../api/me.ts'
import { SettingTabs } from '../../app/setting-tabs.tsx'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AccountForm } from './account-form.tsx'
import { AccountSwitch } from './account-switch.tsx'
import { RightsTable } from './rights-table.tsx'
import { SecurityCard } from './security-card.tsx'

export type AccountLine = Outputs['account']['list'][number]

/** What stands in the panel: a form for one account, or nothing. */
type Task = { kind: 'new' } | { kind: 'edit'; account: AccountLine } | { kind: 'switch'; account: AccountLine } | null

function stateOf(account: AccountLine): { words: string; tone: string } {
  if (account.disabled) return { words: '已停用', tone: 'tag' }
  if (account.mustChange) return { words: '等本人改口令', tone: 'tag amber' }
  return account.roles.length === 0 ? { words: '未授权', tone: 'tag amber' } : { words: '启用', tone: 'tag green' }
}

type TableProps = { accounts: readonly AccountLine[]; me: Me; onTask: (task: Task) => void }

function AccountTable({ accounts, me, onTask }: TableProps) {
  const mayManage = me.rights.includes('program')
  return (
    <table className="plain-table account-table">
      <thead>
        <tr>
          <th>姓名</th>
          <th>职务</th>
          <th>角色</th>
          <th>管理范围</th>
          <th>对应党员</th>
          <th>口令设于</th>
          <th>状态</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const { words, tone } = stateOf(account)
          return (
            <tr key={account.id} className={account.disabled ? 'quiet' : ''}>
              <td>
                <strong>{account.name}</strong>
                {account.id === me.account.id ? <span className="quiet">（自己）</span> : null}
              </td>
              <td>{account.title}</td>
              <td>{account.roles.join('、')}</td>
              <td>{account.scope ?? '全单位'}</td>
              <td>{account.member ?? <span className="quiet">—</span>}</td>
              <td className="number">{account.passwordSetOn}</td>
              <td>
                <span className={tone}>{words}</span>
              </td>
              <td className="account-acts">
                <button type="button" className="link" onClick={() => onTask({ kind: 'edit', account })}>
                  修改
                </button>
                {mayManage && account.id !== me.account.id ? (
                  <button type="button" className="link" onClick={() => onTask({ kind: 'switch', account })}>
                    {account.disabled ? '启用' : '停用'}
                  </button>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** 使用人: who opens this store, what each may do and where, and what the office asks of passwords. */
export function AccountScreen() {
  const me = useMe()
  const [task, setTask] = useState<Task>(null)
  const accounts = useQuery(api.account.list.queryOptions())
  const close = (): void => setTask(null)
  return (
    <div className="page setting-page">
      <PageHead title="设置" note="每人一个账户，口令只归自己；谁做了什么都记在审计记录里">
        {me?.rights.includes('program') ? (
          <Button
            type={task === null ? 'primary' : 'default'}
            icon={<PlusOutlined />}
            onClick={() => setTask({ kind: 'new' })}
          >
            添加使用人
          </Button>
        ) : null}
      </PageHead>
      <SettingTabs />
      <div className="account-desk">
        <div className="account-main">
          {accounts.error === null ? null : (
            <LoadFailure message={problemOfError(accounts.error).message} onRetry={() => void accounts.refetch()} />
          )}
          {accounts.data === undefined || me === undefined ? (
            <Loading lines={5} />
          ) : (
            <section className="card" aria-label="使用人名单">
              <AccountTable accounts={accounts.data} me={me} onTask={setTask} />
            </section>
          )}
          <SecurityCard />
          <RightsTable />
        </div>
        {task === null || me === undefined ? null : (
          <aside className="card account-panel" aria-label="使用人">
            {task.kind === 'switch' ? (
              <AccountSwitch key={task.account.id} account={task.account} onDone={close} />
            ) : (
              <AccountForm
                key={task.kind === 'edit' ? task.account.id : 'new'}
                account={task.kind === 'edit' ? task.account : null}
                mayAssign={me.rights.includes('security')}
                demand={me.passwordDemand}
                onDone={close}
              />
            )}
          </aside>
        )}
      </div>
    </div>
  )
}
