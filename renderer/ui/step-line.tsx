import './steps.css'
import { CheckOutlined } from '@ant-design/icons'

export type Step<Key extends string> = {
  key: Key
  title: string
  state: 'not-begun' | 'running' | 'done'
  /** What it still lacks, or how many wait there. */
  note?: string
}

type Props<Key extends string> = {
  label: string
  steps: readonly Step<Key>[]
  current: Key | null
  /** Without it the steps only say how far things are. */
  onGo?: (key: Key) => void
}

const words = { 'not-begun': '还没有开始', running: '进行中', done: '已完成' }

/** 步骤: what is done has a tick, where one is stands out, the others have their number. */
export function StepLine<Key extends string>({ label, steps, current, onGo }: Props<Key>) {
  return (
    <ol className="step-line" aria-label={label}>
      {steps.map(({ key, title, state, note }, at) => {
        const here = key === current
        const inside = (
          <>
            <span className="step-dot" aria-hidden>
              {state === 'done' ? <CheckOutlined /> : at + 1}
            </span>
            {title}
          </>
        )
        const said = {
          className: `line-step ${state}`,
          title: note ?? words[state],
          ...(here ? { 'aria-current': 'step' as const } : {})
        }
        return (
          <li key={key}>
            {onGo === undefined ? (
              <span {...said}>{inside}</span>
            ) : (
              <button type="button" {...said} onClick={() => onGo(key)}>
                {inside}
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
