import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'

/** How long it stands, in milliseconds. */
const stands = 5000

/** 已投: nothing of the ballot, and soon the next voter's turn. */
export function KioskDone({ onGone }: { onGone: () => void }) {
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), stands)
    return () => clearTimeout(timer)
  }, [])
  // No button has the focus: the Enter that voted, still held, would press it.
  useKeys({ Enter: onGone })
  return (
    <section className="card kiosk-check done" aria-label="已投">
      <h2 role="status">
        <CheckCircleFilled /> 已投
      </h2>
      <p>请把纸条撕掉，离开电脑。</p>
      <Button size="large" onClick={onGone}>
        下一位 <Kbd>Enter</Kbd>
      </Button>
    </section>
  )
}
