import './rectification.css'
import { CheckOutlined } from '@ant-design/icons'
import type { Rectification } from '../../shared/features/rectification/rectification.ts'
import { turnSteps } from './pdca.ts'

const words = { done: '已做', current: '现在做', ahead: '还没到' } as const

/** P D C A of a turn: what is done has a tick, where one is stands out. */
export function TurnLine({ one }: { one: Rectification }) {
  return (
    <ol className="turn-line" aria-label="整改到哪一步">
      {turnSteps(one).map(({ key, title, state }) => (
        <li
          key={key}
          className={state}
          title={words[state]}
          {...(state === 'current' ? { 'aria-current': 'step' } : {})}
        >
          <span aria-hidden>{key}</span> {title} {state === 'done' ? <CheckOutlined aria-label="已做" /> : null}
        </li>
      ))}
    </ol>
  )
}
