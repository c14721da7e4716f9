import { Button, Input } from 'antd'
import { useState } from 'react'
import { founderRoles } from '../../../shared/features/account/account-rules.ts'
import { type Founder, passwordHint } from '../../../shared/features/vault/vault.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { founderProblem } from './unit-step.tsx'

const controls: Record<string, string> = { password: 'new-password', again: 'new-password-again' }

type Props = { founder: Founder; onChange: (founder: Founder) => void; onBack: () => void; onNext: () => void }

/** Who uses this PC first, and the password. The length rule stands beside the field; there is no strength meter. */
export function PasswordStep({ founder, onChange, onBack, onNext }: Props) {
  const [again, setAgain] = useState(founder.password)
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (part: Partial<Founder>): void => onChange({ ...founder, ...part })
  const next = (): void => {
    const found =
      founderProblem(founder, ['accountName', 'accountTitle', 'password']) ??
      (again === founder.password ? null : { code: 'invalid-input', message: '两次输入的口令不一致', field: 'again' })
    setProblem(found)
    if (found === null) onNext()
    else document.getElementById(controls[found.field ?? ''] ?? found.field ?? '')?.focus()
  }
  return (
    <div className="wizard-page">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        <h2>口令</h2>
        <p className="note" style={{ marginBottom: 20 }}>
          打开档案库要用它。口令不保存在任何地方，忘记了只能用下一步的恢复码。
        </p>
        <div className="field-pair">
          <Field label="使用人姓名" for="accountName" fault={faultAt(problem, 'accountName')}>
            <Input
              id="accountName"
              autoFocus
              value={founder.accountName}
              onChange={(event) => set({ accountName: event.target.value })}
            />
          </Field>
          <Field label="职务，可以不填" for="accountTitle" fault={faultAt(problem, 'accountTitle')}>
            <Input
              id="accountTitle"
              value={founder.accountTitle}
              onChange={(event) => set({ accountTitle: event.target.value })}
            />
          </Field>
        </div>
        <p className="note founder-roles">
          这个账户的角色：{founderRoles(founder.accountTitle).join('、')}
          （按职务）。以后可在“设置”的“使用人”里修改，或给别人开账户。
        </p>
        <Field label="口令" for="new-password" hint={passwordHint} fault={faultAt(problem, 'password')}>
          <Input.Password
            id="new-password"
            autoComplete="new-password"
            value={founder.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        </Field>
        <Field label="再输一遍" for="new-password-again" fault={faultAt(problem, 'again')}>
          <Input.Password
            id="new-password-again"
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        </Field>
        <div className="actions">
          <Button size="large" onClick={onBack}>
            上一步
          </Button>
          <Button type="primary" htmlType="submit" size="large">
            下一步：恢复码
          </Button>
        </div>
      </form>
      <aside className="card wizard-aside">
        <div className="card-head">
          <span className="card-title">数据怎样保护</span>
        </div>
        <dl style={{ margin: 0, padding: '12px 16px' }}>
          <dt>整个档案库加密</dt>
          <dd>别人拿走硬盘或 U 盘，没有口令也打不开。</dd>
          <dt>不联网</dt>
          <dd>软件不连接任何网络，数据只在这台电脑上。</dd>
          <dt>不能存国家秘密</dt>
          <dd>普通办公电脑和本软件都不得存放、处理国家秘密。</dd>
        </dl>
      </aside>
    </div>
  )
}
