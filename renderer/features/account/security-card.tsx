import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import type { SecuritySettings } from '../../../shared/features/account/password-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

const number = (values: readonly number[], label: (value: number) => string) =>
  values.map((value) => ({ value, label: label(value) }))

type FieldsProps = {
  settings: SecuritySettings
  problem: Problem | null
  onChange: (part: Partial<SecuritySettings>) => void
}

function SecurityFields({ settings, problem, onChange }: FieldsProps) {
  return (
    <>
      <div className="security-row">
        <Field label="口令最短" for="security-least">
          <Select
            id="security-least"
            value={settings.passwordLeast}
            options={number([8, 10, 12], (value) => `${value} 个字符`)}
            onChange={(passwordLeast) => onChange({ passwordLeast })}
          />
        </Field>
        <Field label="字符种类" for="security-classes">
          <Select
            id="security-classes"
            value={settings.passwordClasses}
            options={number([1, 2, 3, 4], (value) => (value === 1 ? '不限' : `至少 ${value} 种`))}
            onChange={(passwordClasses) => onChange({ passwordClasses })}
          />
        </Field>
        <Field label="不能重用" for="security-history">
          <Select
            id="security-history"
            value={settings.passwordHistory}
            options={number([0, 1, 3, 5], (value) => (value === 0 ? '不限' : `最近 ${value} 次`))}
            onChange={(passwordHistory) => onChange({ passwordHistory })}
          />
        </Field>
        <Field label="有效天数" for="security-days" hint="0 为长期有效" fault={faultAt(problem, 'passwordDays')}>
          <InputNumber
            id="security-days"
            precision={0}
            value={settings.passwordDays}
            onChange={(days) => onChange({ passwordDays: days ?? 0 })}
          />
        </Field>
      </div>
      <div className="security-mode">
        <Switch
          id="security-officers"
          aria-labelledby="security-officers-label"
          checked={settings.threeOfficers}
          onChange={(threeOfficers) => onChange({ threeOfficers })}
        />
        <span>
          <strong id="security-officers-label">三员分立</strong>
          <br />
          <span className="note">
            管理员、安全员、审计员分给三个人，都不接触业务内容；角色和口令要求改由安全员管。打开以前先把三个角色分给三个账户。
          </span>
        </span>
      </div>
    </>
  )
}

function SecurityForm({ stored }: { stored: SecuritySettings }) {
  const queries = useQueryClient()
  const maySet = useRight('security')
  const [settings, setSettings] = useState(stored)
  const [problem, setProblem] = useState<Problem | null>(null)
  const saving = useMutation({
    mutationFn: () => client.account.saveSecurity.mutate(settings),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => setProblem(problemOfError(error))
  })
  const dirty = JSON.stringify(settings) !== JSON.stringify(stored)
  return (
    <form
      className="setting-body"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <fieldset className="bare" disabled={!maySet}>
        <SecurityFields
          settings={settings}
          problem={problem}
          onChange={(part) => {
            setProblem(null)
            setSettings((old) => ({ ...old, ...part }))
          }}
        />
      </fieldset>
      {problem === null || problem.field === 'passwordDays' ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      {maySet ? (
        <div className="actions">
          <Button htmlType="submit" disabled={!dirty} loading={saving.isPending}>
            保存要求
          </Button>
          <span className="note">新要求从下一次设口令起算；已有口令过期时，登录后先要求更换。</span>
        </div>
      ) : null}
    </form>
  )
}

/** What the office asks of passwords, and the separation of the three officers. */
export function SecurityCard() {
  const security = useQuery(api.account.security.queryOptions())
  return (
    <section className="card" aria-label="口令要求与三员分立">
      <header className="card-head">
        <h2 className="card-title">口令要求与三员分立</h2>
      </header>
      {security.data === undefined ? (
        <Loading lines={3} />
      ) : (
        <SecurityForm key={JSON.stringify(security.data)} stored={security.data} />
      )}
    </section>
  )
}
