import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type RuleParameter, valueInWords } from '../../../shared/rulebook/rule.ts'
import type { RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { RuleOverride } from '../../../shared/rulebook/rule-override.ts'
import type { RulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { ParameterForm } from './parameter-form.tsx'
import type { Book } from './rule-row.tsx'

type OwnProps = { parameter: RuleParameter; override: RuleOverride; mayChange: boolean }

/** One setting of the office, with why, by whom and since when. */
function OwnLine({ parameter, override, mayChange }: OwnProps) {
  const queries = useQueryClient()
  const clearing = useMutation({
    mutationFn: () => {
      const { ruleId, parameter: name, fromYear } = override
      return client.rule.clear.mutate({ ruleId, parameter: name, fromYear })
    },
    onSuccess: () => queries.invalidateQueries()
  })
  const { fromYear, value, note, accountName, changedOn } = override
  return (
    <li className="note">
      {fromYear} 年起 {value === null ? '回到规则原数' : valueInWords(parameter, value)}，依据：{note}（{accountName}{' '}
      {changedOn}）{' '}
      {mayChange ? (
        <button type="button" className="link" disabled={clearing.isPending} onClick={() => clearing.mutate()}>
          撤销这条
        </button>
      ) : null}
      {clearing.error === null ? null : <Verdict tone="bad">{problemOfError(clearing.error).message}</Verdict>}
    </li>
  )
}

type Props = { id: RuleId; parameter: RuleParameter; rules: RulesInForce; book: Book }

/** A parameter with what holds now, what the book has, and every setting of the office; a form to set it. */
export function ParameterLine({ id, parameter, rules, book }: Props) {
  const mayChange = useRight('rules')
  const [open, setOpen] = useState(false)
  const all = book.overrides.filter((one) => one.ruleId === id && one.parameter === parameter.name)
  const own = rules.overridesOf(id).find((one) => one.parameter === parameter.name)?.value ?? null
  return (
    <li>
      <span className="parameter">
        {parameter.label}：
        {own === null ? (
          valueInWords(parameter, parameter.value)
        ) : (
          <>
            <strong>{valueInWords(parameter, own)}</strong>
            <span className="note">（本单位规定，规则原数 {valueInWords(parameter, parameter.value)}）</span>
          </>
        )}{' '}
        {mayChange && !open ? (
          <button
            type="button"
            className="link"
            aria-label={`改参数：${parameter.label}`}
            onClick={() => setOpen(true)}
          >
            改参数
          </button>
        ) : null}
      </span>
      {all.length === 0 ? null : (
        <ul className="own-settings">
          {all.map((override) => (
            <OwnLine key={override.fromYear} parameter={parameter} override={override} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {open ? (
        <ParameterForm
          id={id}
          parameter={parameter}
          now={own ?? parameter.value}
          year={Number(book.today.slice(0, 4))}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  )
}
