import type { Problem } from '../../../shared/kernel/outcome.ts'
import { DayField } from '../../ui/day-field.tsx'
import { faultAt } from '../../ui/field.tsx'

type Span = { from: string; to: string | null }

type Props = { id: string; value: Span; problem: Problem | null; onChange: (part: Partial<Span>) => void }

/** 起 and 止 of a spell side by side; the end may be open. */
export const SpanFields = ({ id, value, problem, onChange }: Props) => (
  <div className="field-pair">
    <DayField
      id={`${id}-from`}
      label="起"
      value={value.from}
      autoFocus
      fault={faultAt(problem, 'from')}
      onChange={(from) => onChange({ from: from ?? '' })}
    />
    <DayField
      id={`${id}-to`}
      label="止"
      value={value.to}
      fault={faultAt(problem, 'to')}
      hint="没有定的不填"
      onChange={(to) => onChange({ to })}
    />
  </div>
)
