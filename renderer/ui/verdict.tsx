import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'

export type VerdictTone = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<VerdictTone, ReactNode> = {
  info: <InfoCircleFilled />,
  good: <CheckCircleFilled />,
  warn: <ExclamationCircleFilled />,
  bad: <CloseCircleFilled />
}

/** 结论条: what follows from the numbers above it, in words, with its source behind. Read out when it changes. */
export function Verdict({ tone, children, aside }: { tone: VerdictTone; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={`verdict ${tone}`} aria-live="polite">
      <span aria-hidden>{icons[tone]}</span>
      <div className="verdict-text">{children}</div>
      {aside === undefined ? null : <div className="push">{aside}</div>}
    </div>
  )
}
