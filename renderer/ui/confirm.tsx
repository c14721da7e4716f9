import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { Verdict } from './verdict.tsx'

type Props = {
  title: string
  /** What happens and what cannot be taken back, in words. */
  children: ReactNode
  /** The verb on the red button, and the one that leaves everything as it is. */
  verb: string
  keep: string
  busy?: boolean
  /** Why it was refused; the question stays open. */
  refusal?: string | undefined
  onConfirm: () => void
  onKeep: () => void
}

/** Asks before something is destroyed. The safe button has the focus; Esc keeps. */
export function Confirm({ title, children, verb, keep, busy = false, refusal, onConfirm, onKeep }: Props) {
  return (
    <Modal
      open
      title={title}
      width={460}
      closable={false}
      mask={{ closable: false }}
      onCancel={onKeep}
      footer={
        <div className="actions" style={{ marginTop: 16 }}>
          <Button type="primary" danger loading={busy} disabled={refusal !== undefined} onClick={onConfirm}>
            {verb}
          </Button>
          <Button autoFocus onClick={onKeep}>
            {keep}
          </Button>
        </div>
      }
    >
      {children}
      {refusal === undefined ? null : (
        <div style={{ marginTop: 12 }}>
          <Verdict tone="bad">{refusal}</Verdict>
        </div>
      )}
    </Modal>
  )
}
