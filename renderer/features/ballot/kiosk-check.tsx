import { Button } from 'antd'
import { useKeys } from '../../ui/keys.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { pressFocused } from './focused-button.ts'
import { type KioskBallot, unmarked } from './kiosk-ballot.ts'

type Props = {
  grades: readonly string[]
  ballot: KioskBallot
  busy: boolean
  problem: string | null
  onCast: () => void
  onEdit: () => void
}

/** A last look: how many of each grade, and what goes in as blank. One Enter of its own puts the ballot in. */
export function KioskCheck({ grades, ballot, busy, problem, onCast, onEdit }: Props) {
  useKeys({
    Enter: () => {
      if (!busy && !pressFocused()) onCast()
    }
  })
  const left = unmarked(ballot)
  const blank = ballot.marks.filter((mark) => mark === null).length
  return (
    <section className="card kiosk-check" aria-label="看一遍">
      <h2>看一遍，投出去就不能改</h2>
      <dl>
        {[
          ...grades.map((grade, at) => [grade, ballot.marks.filter((mark) => mark === at).length] as const),
          ['空白', blank] as const
        ].map(([name, many]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{many}</dd>
          </div>
        ))}
      </dl>
      {left === 0 ? null : <Verdict tone="warn">还有 {left} 行没填，投出去按空白算。</Verdict>}
      {problem === null ? null : <Verdict tone="bad">{problem}</Verdict>}
      <div className="kiosk-acts">
        <Button type="primary" size="large" loading={busy} onClick={onCast}>
          投票 <Kbd>Enter</Kbd>
        </Button>
        <Button size="large" disabled={busy} onClick={onEdit}>
          回去改 <Kbd>Esc</Kbd>
        </Button>
      </div>
    </section>
  )
}
