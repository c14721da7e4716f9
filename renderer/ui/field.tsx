import type { ReactNode } from 'react'
import type { Problem } from '../../shared/kernel/outcome.ts'

type FieldProps = {
  label: string
  /** The id of the control inside, so that the label belongs to it. */
  for: string
  hint?: ReactNode
  fault?: string | undefined
  children: ReactNode
}

/** A labelled control with its rule beside it and its fault under it. */
export function Field({ label, for: target, hint, fault, children }: FieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={target}>
        {label}
      </label>
      {children}
      {hint === undefined || hint === null ? null : <p className="note">{hint}</p>}
      {fault === undefined ? null : (
        <p className="field-fault" role="alert" id={`${target}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

/** The sentence of a problem when it belongs to this field. Names may carry a path in front (`founder.unit`). */
export function faultAt(problem: Problem | null, field: string): string | undefined {
  const at = problem?.field
  return at !== undefined && (at === field || at.endsWith(`.${field}`)) ? problem?.message : undefined
}
