import { latestUntil, rejoinFrom, usualUntil } from '../../../shared/features/disposal/disposal-rules.ts'
import type { Disposal } from '../../../shared/features/disposal/disposal.ts'
import { isDay } from '../../../shared/kernel/dates.ts'
import { useRules } from '../../api/rules.ts'
import { Cite } from '../../ui/cite.tsx'
import { DayField } from '../../ui/day-field.tsx'

/** A day that can be read; what cannot is said under its field. */
const readable = (day: string | null): string | null => (day !== null && isDay(day) ? day : null)

type Props = { disposal: Disposal; fault: string | undefined; change: (part: Partial<Disposal>) => void }

/** The term of a 限期改正, six months unless another is said; of the other ways, from when on somebody may join again. */
export function TermFields({ disposal, fault, change }: Props) {
  const rules = useRules()
  const isTerm = disposal.way === '限期改正'
  const rejoin = rejoinFrom(disposal)
  return (
    <>
      {isTerm ? (
        <div className="field-pair">
          <DayField
            id="disposal-from"
            label="改正期从"
            value={disposal.from}
            onChange={(from) => {
              const start = readable(from)
              const usual =
                disposal.until === null ||
                (readable(disposal.from) !== null && disposal.until === usualUntil(disposal.from ?? ''))
              change({ from, ...(usual && start !== null ? { until: usualUntil(start) } : {}) })
            }}
          />
          <DayField
            id="disposal-until"
            label="到"
            value={disposal.until}
            fault={fault}
            hint={
              readable(disposal.from) === null ? '一般 6 个月，最长 1 年' : `最长到 ${latestUntil(disposal.from ?? '')}`
            }
            onChange={(until) => change({ until })}
          />
        </div>
      ) : (
        <p className="note disposal-next">
          {rejoin === null ? '审批以后 5 年内不得重新入党' : `${rejoin} 以前不得重新入党`}{' '}
          <Cite rules={rules} id="4.3-rejoin" />
        </p>
      )}
      {isTerm ? (
        <p className="disposal-next">
          <Cite rules={rules} id="4.3-correction" />
        </p>
      ) : null}
    </>
  )
}
