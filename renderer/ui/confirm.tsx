import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Question } from './question.tsx'
import { Verdict } from './verdict.tsx'

type Props = {
  title: string
  /** What happens and what cannot be taken back, in words. */
  children: ReactNode
  /** The verb on the red button, and the one that leaves everything as it is. */
  verb: string
  keep: string
  busy?: boolean
  /** Why it was refused; the question stays open and only the way back is offered. */
  refusal?: string | undefined
  onConfirm: () => void
  onKeep: () => void
}

/** Asks before something is destroyed. The safe button has the focus, Esc keeps. */
export function Confirm({ title, children, verb, keep, busy = false, refusal, onConfirm, onKeep }: Props) {
  return (
    <Question title={title} onKeep={onKeep}>
      <div>{children}</div>
      {refusal === undefined ? null : <Verdict tone="bad">{refusal}</Verdict>}
      <div className="confirm-actions">
        {refusal === undefined ? (
          <Button type="primary" danger loading={busy} onClick={onConfirm}>
            {verb}
          </Button>
        ) : null}
        <Button data-focus onClick={onKeep}>
          {refusal === undefined ? keep : '返回'}
        </Button>
      </div>
    </Question>
  )
}
