import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { HelpPlan } from '../../../shared/features/evaluation/evaluation.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { PersonField } from '../../app/person-field.tsx'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'
import { TextBox } from './text-box.tsx'

type Props = {
  help: HelpPlan
  organisationId: string
  problem: Problem | null
  rules: RulesInForce
  today: string
  change: (part: Partial<HelpPlan>) => void
}

type Quarter = HelpPlan['quarters'][number]

/** 帮教台账 of one person (F4-6): who helps with what until when, a line every quarter, and what came of it. */
export function HelpFields({ help, organisationId, problem, rules, today, change }: Props) {
  const { quarters } = help
  const changeAt = (at: number, part: Partial<Quarter>): void =>
    change({ quarters: quarters.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <fieldset className="help-fields">
      <legend>
        帮教 <Cite rules={rules} id="R4-08" />
      </legend>
      <TextBox
        id="help-problem"
        label="主要问题"
        rows={2}
        maxLength={2000}
        value={help.problem}
        onChange={(text) => change({ problem: text })}
      />
      <div className="field-pair">
        <PersonField
          id="help-helper"
          label="帮教人"
          organisationId={organisationId}
          value={help.helper}
          fault={faultAt(problem, 'helper')}
          onChange={(helper) => change({ helper })}
        />
        <DayField id="help-due" label="期限" value={help.dueOn} onChange={(dueOn) => change({ dueOn })} />
      </div>
      <TextBox
        id="help-measures"
        label="帮教措施"
        rows={2}
        maxLength={2000}
        value={help.measures}
        onChange={(text) => change({ measures: text })}
      />
      {quarters.map((one, at) => (
        <div key={at} className="help-quarter">
          <DayField
            id={`quarter-${at}-on`}
            label={`第 ${at + 1} 次记录`}
            value={one.on}
            onChange={(on) => changeAt(at, { on: on ?? '' })}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${at + 1} 次记录`}
            onClick={() => change({ quarters: quarters.filter((_one, index) => index !== at) })}
          />
          <TextBox
            id={`quarter-${at}-text`}
            label="情况"
            rows={2}
            maxLength={2000}
            value={one.text}
            onChange={(text) => changeAt(at, { text: text ?? '' })}
          />
        </div>
      ))}
      <p className="evaluation-gap">
        <Button icon={<PlusOutlined />} onClick={() => change({ quarters: [...quarters, { on: today, text: '' }] })}>
          记一次季度情况
        </Button>
      </p>
      <TextBox
        id="help-result"
        label="帮教结果"
        rows={2}
        maxLength={2000}
        value={help.result}
        onChange={(text) => change({ result: text })}
      />
      <DayField id="help-closed" label="结束日期" value={help.closedOn} onChange={(closedOn) => change({ closedOn })} />
    </fieldset>
  )
}
