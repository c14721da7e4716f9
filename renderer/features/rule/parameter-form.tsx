import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { type RuleParameter, switchName, valueInWords } from '../../../shared/rulebook/rule.ts'
import type { RuleId } from '../../../shared/rulebook/rule-book.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { client, problemOfError } from '../../api/client.ts'
import { useEscape } from '../../ui/escape.ts'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { Verdict } from '../../ui/verdict.tsx'

type Wish = { value: number | null; fromYear: number | null; note: string | null; byBook: boolean }

type Parts = { parameter: RuleParameter; wish: Wish; change: (part: Partial<Wish>) => void; problem: Problem | null }

/** The number, or on and off; nothing where the office goes back to the book. */
function ValueField({ parameter, wish, change, problem }: Parts) {
  const { name, label, unit, min, max } = parameter
  if (wish.byBook) return null
  if (name === switchName)
    return (
      <ChoiceField
        id="rule-value"
        label="这条规则"
        value={wish.value === 0 ? '停用' : '启用'}
        options={['启用', '停用']}
        fault={faultAt(problem, 'value')}
        onChange={(choice) => change({ value: choice === '停用' ? 0 : 1 })}
      />
    )
  return (
    <Field
      label={`${label}（${unit}）`}
      for="rule-value"
      hint={`${min} 至 ${max} ${unit}`}
      fault={faultAt(problem, 'value')}
    >
      <InputNumber
        id="rule-value"
        autoFocus
        controls={false}
        value={wish.value}
        onChange={(value) => change({ value })}
      />
    </Field>
  )
}

const FromYear = ({ wish, change, problem }: Parts) => (
  <Field label="从哪一年起" for="rule-from-year" hint="以前的年度不变" fault={faultAt(problem, 'fromYear')}>
    <InputNumber
      id="rule-from-year"
      controls={false}
      precision={0}
      value={wish.fromYear}
      onChange={(fromYear) => change({ fromYear })}
    />
  </Field>
)

const unfilled = (field: string, message: string): Problem => ({ code: 'missing', field, message })

/** What is empty and must not be, before the program is asked. */
function missing({ value, fromYear, byBook }: Wish): Problem | null {
  if (!byBook && value === null) return unfilled('value', '请填数字。')
  return fromYear === null ? unfilled('fromYear', '请填年份，如 2026。') : null
}

type Props = { id: RuleId; parameter: RuleParameter; now: number; year: number; onClose: () => void }

/** Sets a parameter of a rule for the office: how much, from which year on, and why. */
export function ParameterForm({ id, parameter, now, year, onClose }: Props) {
  const queries = useQueryClient()
  const [wish, setWish] = useState<Wish>({ value: now, fromYear: year, note: null, byBook: false })
  const [lack, setLack] = useState<Problem | null>(null)
  const saving = useMutation({
    mutationFn: ({ value, fromYear, note, byBook }: Wish) =>
      client.rule.override.mutate({
        ruleId: id,
        parameter: parameter.name,
        fromYear: fromYear ?? year,
        value: byBook ? null : value,
        note: note ?? ''
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    }
  })
  useEscape(onClose)
  const problem = lack ?? (saving.error === null ? null : problemOfError(saving.error))
  const change = (part: Partial<Wish>): void => setWish((before) => ({ ...before, ...part }))
  const parts = { parameter, wish, change, problem }
  return (
    <form
      className="parameter-form"
      noValidate
      aria-label={`改${parameter.label}`}
      onSubmit={(event) => {
        event.preventDefault()
        const lacking = missing(wish)
        setLack(lacking)
        if (lacking === null) saving.mutate(wish)
      }}
    >
      <div className="parameter-row">
        <ChoiceField
          id="rule-by-book"
          label="按什么算"
          value={wish.byBook ? '规则原数' : '本单位规定'}
          options={['本单位规定', '规则原数']}
          hint={wish.byBook ? `从那一年起回到 ${valueInWords(parameter, parameter.value)}` : undefined}
          onChange={(choice) => change({ byBook: choice === '规则原数' })}
        />
        <ValueField {...parts} />
        <FromYear {...parts} />
      </div>
      <TextField
        id="rule-note"
        label="为什么改、依据哪个文件"
        value={wish.note}
        maxLength={500}
        fault={faultAt(problem, 'note')}
        onChange={(note) => change({ note })}
      />
      {problem === null || ['value', 'fromYear', 'note'].includes(problem.field ?? '') ? null : (
        <Verdict tone="bad">{problem.message}</Verdict>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存规定
        </Button>
        <Button onClick={onClose}>不改了</Button>
      </div>
    </form>
  )
}
