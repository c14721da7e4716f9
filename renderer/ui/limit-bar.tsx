import './limit.css'
import type { ReactNode } from 'react'

/** A name and a figure; true behind them where it is as it should be. */
export type Figure = readonly [name: string, figure: string, isGood?: boolean]

/** Figures side by side under their names; good ones are green. */
export const FigureStrip = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className="figure-strip">
    {figures.map(([name, value, isGood]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className={isGood === true ? 'good' : ''}>{value}</dd>
      </div>
    ))}
  </dl>
)

type Props = { given: number; limit: number; over: number; says: string; children: ReactNode }

/** How many are given of how many may be, in words and as a bar; what is beyond the limit is hatched. */
export function LimitBar({ given, limit, over, says, children }: Props) {
  const isOver = over > 0
  const share = isOver ? (100 * limit) / given : limit === 0 ? 0 : (100 * given) / limit
  return (
    <div className="limit-bar" aria-live="polite">
      <span>{children}</span>
      <span className={isOver ? 'over' : 'fine'}>{`${says} ${given} 名，${isOver ? `超 ${over} 名` : '未超'}`}</span>
      <span className={isOver ? 'limit-track over' : 'limit-track'} aria-hidden>
        <i style={{ width: `${share}%` }} />
      </span>
    </div>
  )
}
