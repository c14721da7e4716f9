import { Input } from 'antd'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { Field, faultAt } from '../../ui/field.tsx'

/** A first password typed twice; its holder changes it when he comes in. */
export type TypedPassword = { first: string; again: string }
export const noPassword: TypedPassword = { first: '', again: '' }

export function firstPasswordProblem({ first, again }: TypedPassword): Problem | null {
  if (first === '') return { code: 'required', message: '请给一个初始口令。', field: 'password' }
  return first === again ? null : { code: 'differs', message: '两次输入的口令不一致。', field: 'again' }
}

type Props = {
  value: TypedPassword
  demand: string
  problem: Problem | null
  onChange: (value: TypedPassword) => void
}

export function FirstPassword({ value, demand, problem, onChange }: Props) {
  return (
    <>
      <Field
        label="初始口令"
        for="account-password"
        hint={`${demand}本人第一次登录时必须换掉。`}
        fault={faultAt(problem, 'password')}
      >
        <Input.Password
          id="account-password"
          autoComplete="new-password"
          value={value.first}
          onChange={(event) => onChange({ ...value, first: event.target.value })}
        />
      </Field>
      <Field label="再输一遍" for="account-password-again" fault={faultAt(problem, 'again')}>
        <Input.Password
          id="account-password-again"
          autoComplete="new-password"
          value={value.again}
          onChange={(event) => onChange({ ...value, again: event.target.value })}
        />
      </Field>
    </>
  )
}
