import { CheckCircleFilled, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { scales } from '../../../shared/features/ballot/ballot.ts'
import { GradeLegend } from '../../ui/grade-bar.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import type { CountView } from './ballot-words.ts'
import { TallyTable } from './tally-table.tsx'

type Props = {
  count: CountView
  pass: number
  /** Whole ballots put in so far, those on their way too. */
  put: number
  hidden: boolean
  onHide: () => void
  onHead: () => void
  children?: ReactNode
}

/** 实时计票 beside the ballot, to be covered with one key where others can see the screen. */
export function RunningTally({ count, pass, put, hidden, onHide, onHead, children }: Props) {
  const own = count.passes[pass]
  const grades = scales[count.scale]
  const figures: [string, number | null][] = [
    ['发出', count.issued],
    ['收回', count.returned],
    ['已录', put],
    ['整票作废', own?.voided ?? 0]
  ]
  return (
    <section className="ballot-side" aria-label="实时计票">
      <div className="card ballot-figures">
        <dl>
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd data-testid={name}>{value ?? '—'}</dd>
            </div>
          ))}
        </dl>
        <div className="ballot-valid">
          <strong>
            <CheckCircleFilled /> 收回不多于发出，有效
          </strong>
          <span>
            {count.teller === null ? '没有填监票人' : `${count.teller}监票`} ·{' '}
            <button type="button" className="link" onClick={onHead}>
              改发出、收回
            </button>
          </span>
        </div>
      </div>
      <div className="card ballot-tally">
        <header className="card-head">
          <h2 className="card-title">实时计票</h2>
          <GradeLegend grades={grades} />
          <span className="push" />
          <Button
            icon={hidden ? <EyeOutlined /> : <EyeInvisibleOutlined />}
            aria-pressed={hidden}
            onClick={(event) => {
              event.currentTarget.blur()
              onHide()
            }}
          >
            {hidden ? '显示票数' : '遮住票数'} <Kbd>F6</Kbd>
          </Button>
        </header>
        {hidden ? (
          <p className="ballot-none">票数遮住了。</p>
        ) : own?.lines == null ? (
          <p className="ballot-none">票数只有书记、组织委员能看；录入照常，合计由程序算。</p>
        ) : (
          <TallyTable lines={count.lines} figures={own.lines} grades={grades} />
        )}
        {children === undefined || children === null ? null : <p className="ballot-none">{children}</p>}
      </div>
    </section>
  )
}
