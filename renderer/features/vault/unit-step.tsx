import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { type Founder, founderSchema } from '../../../shared/features/vault/vault.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { Field, faultAt } from '../../ui/field.tsx'

export const emptyFounder: Founder = {
  unit: '',
  organisationName: '',
  shortName: '',
  superior: '',
  kind: '党支部',
  branches: [],
  accountName: '',
  accountTitle: '',
  password: ''
}

const kinds: Founder['kind'][] = ['党委', '党总支', '党支部', '联合党支部', '临时党支部']
const above = (kind: Founder['kind']): boolean => kind === '党委' || kind === '党总支'

/** The first problem among the named fields, or null. */
export function founderProblem(founder: Founder, fields: readonly (keyof Founder)[]): Problem | null {
  const parsed = founderSchema.safeParse(founder)
  const issue = parsed.error?.issues.find((one) => fields.includes(one.path[0] as keyof Founder))
  return issue === undefined ? null : { code: 'invalid-input', message: issue.message, field: String(issue.path[0]) }
}

const usage: [string, string][] = [
  ['全称与简称分开', '请示、记录、名册用全称，界面和报表用简称。'],
  ['层级决定规则', '党委、党总支看各支部的情况，党支部按自己的人数套用规则。'],
  ['支部不足 7 名正式党员', '自动按“不设支委会”处理，不会催开支委会。']
]

type Props = { founder: Founder; onChange: (founder: Founder) => void; onNext: () => void }

export function UnitStep({ founder, onChange, onNext }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (part: Partial<Founder>): void => onChange({ ...founder, ...part })
  const [lines, setLines] = useState(founder.branches.join('\n'))
  const next = (): void => {
    const branches = above(founder.kind)
      ? lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : []
    const tidy = { ...founder, branches }
    const found = founderProblem(tidy, ['unit', 'organisationName', 'shortName', 'superior', 'branches'])
    setProblem(found)
    onChange(tidy)
    if (found === null) onNext()
    else document.getElementById(found.field ?? '')?.focus()
  }
  const text = (field: 'unit' | 'organisationName' | 'shortName' | 'superior', label: string) => (
    <Field label={label} for={field} fault={faultAt(problem, field)}>
      <Input
        id={field}
        autoFocus={field === 'unit'}
        value={founder[field]}
        status={faultAt(problem, field) === undefined ? '' : 'error'}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  )
  return (
    <div className="wizard-page">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        <h2>单位与党组织</h2>
        <p className="note" style={{ marginBottom: 20 }}>
          名称会印在记录、名册和材料包封面上，请与公章一致。
        </p>
        {text('unit', '单位全称')}
        {text('organisationName', '本机管理的党组织')}
        <div className="field-pair">
          {text('shortName', '简称，用于界面和报表')}
          {text('superior', '上级党组织')}
        </div>
        <Field label="党组织层级" for="kind" hint="层级决定哪些规则适用，以后可以改。">
          <Segmented id="kind" value={founder.kind} options={kinds} onChange={(kind) => set({ kind })} />
        </Field>
        {above(founder.kind) ? (
          <Field label="下设党支部，一行一个" for="branches" fault={faultAt(problem, 'branches')}>
            <Input.TextArea id="branches" rows={6} value={lines} onChange={(event) => setLines(event.target.value)} />
          </Field>
        ) : null}
        <div className="actions">
          <Button type="primary" htmlType="submit" size="large">
            下一步：设口令
          </Button>
        </div>
      </form>
      <aside className="card wizard-aside">
        <div className="card-head">
          <span className="card-title">这样填会有什么用</span>
        </div>
        <dl style={{ margin: 0, padding: '12px 16px' }}>
          {usage.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  )
}
