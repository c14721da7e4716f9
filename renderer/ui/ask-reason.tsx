import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { Field } from './field.tsx'
import { Question } from './question.tsx'
import { Verdict } from './verdict.tsx'

type Props = {
  title: string
  /** What happens, in words. */
  children: ReactNode
  label: string
  placeholder: string
  verb: string
  keep: string
  busy?: boolean
  refusal?: string | undefined
  onAnswer: (reason: string) => void
  onKeep: () => void
}

/** Asks why before something is done that leaves a trace. Enter answers, Esc keeps. */
export function AskReason({ title, children, label, placeholder, verb, keep, busy, refusal, onAnswer, onKeep }: Props) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <Question title={title} onKeep={onKeep}>
      <form
        className="confirm-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') onAnswer(reason.trim())
        }}
      >
        <div>{children}</div>
        <Field label={label} for={`${id}-reason`}>
          <Input
            id={`${id}-reason`}
            autoFocus
            maxLength={200}
            placeholder={placeholder}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {refusal === undefined ? null : <Verdict tone="bad">{refusal}</Verdict>}
        <div className="confirm-actions">
          <Button type="primary" htmlType="submit" loading={busy ?? false} disabled={reason.trim() === ''}>
            {verb}
          </Button>
          <Button onClick={onKeep}>{keep}</Button>
        </div>
      </form>
    </Question>
  )
}
