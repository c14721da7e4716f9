import { InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import {
  isBranch,
  type OrganisationEdit,
  organisationKinds
} from '../../../shared/features/organisation/organisation.ts'
import { usualTermYears } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { organisationOptions } from './organisation-branches.ts'
import { allowedParents } from './organisation-draft.ts'
import type { OrganisationNode } from './roster.ts'
import { termWords } from './term-words.ts'

type Props = { draft: OrganisationEdit; change: (part: Partial<OrganisationEdit>) => void; problem: Problem | null }

type NameProps = Props & { nodes: readonly OrganisationNode[]; proposedCode: string }

/** What it is called, what it is, and where it stands. */
export function NameFields({ draft, change, problem, nodes, proposedCode }: NameProps) {
  const parents = useMemo(() => allowedParents(draft.id, draft.kind, nodes), [draft.id, draft.kind, nodes])
  const none = draft.kind === '党小组' ? [] : [{ value: null, label: '没有（本单位最上一级）' }]
  return (
    <>
      <TextField
        id="organisation-name"
        label="名称，与公章一致"
        value={draft.name}
        fault={faultAt(problem, 'name')}
        onChange={(name) => change({ name: name ?? '' })}
      />
      <div className="field-pair">
        <TextField
          id="organisation-short-name"
          label="简称，用于界面和报表"
          value={draft.shortName}
          fault={faultAt(problem, 'shortName')}
          onChange={(shortName) => change({ shortName })}
        />
        <TextField
          id="organisation-code"
          label="编码"
          value={draft.code || proposedCode}
          fault={faultAt(problem, 'code')}
          hint="台账里用它对应组织"
          onChange={(code) => change({ code: code ?? '' })}
        />
        <Field label="类别" for="organisation-kind" fault={faultAt(problem, 'kind')}>
          <Select
            id="organisation-kind"
            style={{ width: '100%' }}
            value={draft.kind}
            onChange={(kind) => {
              const fits = allowedParents(draft.id, kind, nodes).some((one) => one.id === draft.parentId)
              change(fits ? { kind } : { kind, parentId: null })
            }}
            options={organisationKinds.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label="上级组织" for="organisation-parent" fault={faultAt(problem, 'parentId')}>
          <Select
            id="organisation-parent"
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择上级组织"
            {...(draft.parentId === null && none.length === 0 ? {} : { value: draft.parentId })}
            onChange={(parentId) => change({ parentId })}
            options={[...none, ...organisationOptions(parents)]}
          />
        </Field>
      </div>
      <div className="field-pair">
        <DayField
          id="organisation-founded-on"
          label="成立日期"
          value={draft.foundedOn}
          fault={faultAt(problem, 'foundedOn')}
          onChange={(foundedOn) => change({ foundedOn })}
        />
        {isBranch(draft) ? (
          <DayField
            id="organisation-records-from"
            label="记录起始日"
            value={draft.recordsFrom ?? null}
            fault={faultAt(problem, 'recordsFrom')}
            hint="以前的会议不催；可以补录"
            onChange={(recordsFrom) => change({ recordsFrom })}
          />
        ) : null}
      </div>
    </>
  )
}

const committeeChoices = ['按任职情况', '设', '不设'] as const
const committeeValues = { 按任职情况: null, 设: true, 不设: false }
const committeeOf = (value: boolean | null) => (value === null ? '按任职情况' : value ? '设' : '不设')

/** Election, committee and fixed day. The sentence below the dates is the rule applied to them. */
export function TermFields({ draft, change, problem }: Props) {
  const rules = useRules()
  const words = termWords(draft, rules)
  const usual = usualTermYears(draft.kind, rules)
  return (
    <>
      <h3 className="panel-heading">任期与支委会</h3>
      <div className="field-pair">
        <DayField
          id="organisation-elected-on"
          label="本届选举日期"
          value={draft.electedOn}
          fault={faultAt(problem, 'electedOn')}
          onChange={(electedOn) => change({ electedOn })}
        />
        <Field label="任期年数" for="organisation-term-years" fault={faultAt(problem, 'termYears')}>
          <InputNumber
            id="organisation-term-years"
            style={{ width: '100%' }}
            precision={0}
            placeholder={usual === null ? '' : `一般 ${usual} 年`}
            value={draft.termYears}
            onChange={(termYears) => change({ termYears })}
          />
        </Field>
        <DayField
          id="organisation-extended-until"
          label="延期批复至"
          value={draft.extendedUntil}
          fault={faultAt(problem, 'extendedUntil')}
          hint="上级批准延期换届的才填"
          onChange={(extendedUntil) => change({ extendedUntil })}
        />
        <Field
          label="主题党日固定日"
          for="organisation-theme-day"
          hint="每月几日，1 到 31"
          fault={faultAt(problem, 'themeDay')}
        >
          <InputNumber
            id="organisation-theme-day"
            style={{ width: '100%' }}
            precision={0}
            value={draft.themeDay}
            onChange={(themeDay) => change({ themeDay })}
          />
        </Field>
      </div>
      {words === null ? null : (
        <div className="term-words">
          <Verdict tone="info">
            {words}
            <br />
            <Cite rules={rules} id="R2-01" />
          </Verdict>
        </div>
      )}
      <ChoiceField
        id="organisation-committee"
        label={draft.kind === '党委' || draft.kind === '党总支' ? '委员会' : '支委会'}
        value={committeeOf(draft.hasCommittee)}
        options={committeeChoices}
        hint="“按任职情况”：登记了委员就算设，没有就算不设。"
        onChange={(choice) => change({ hasCommittee: committeeValues[choice] })}
      />
    </>
  )
}
