import './judged.css'
import { ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'

/** One thing that does not fit, at its place; `level` stop must be put right first. */
export const Judged = ({ level, children }: { level?: string; children: ReactNode }) => (
  <p className={level === undefined ? 'judged' : `judged ${level}`}>
    <ExclamationCircleFilled aria-hidden /> {children}
  </p>
)

type Finding = { code: string; level: string; field: string; message: string }

/** All that is to be looked at before something is settled, with the way to its place. */
export const JudgedList = <One extends Finding>({
  findings,
  onGo
}: {
  findings: readonly One[]
  onGo: (one: One) => void
}) => (
  <section className="card judged-list" aria-label="要核对的地方">
    {findings.map((one) => (
      <p key={`${one.code} ${one.field} ${one.message}`} className="judged">
        {one.level === 'stop' ? <span className="tag red">先改</span> : <span className="tag amber">核对</span>}{' '}
        {one.message}{' '}
        <button type="button" className="link" onClick={() => onGo(one)}>
          去看
        </button>
      </p>
    ))}
  </section>
)
