import { type Disposal, disposalStepNames, disposalSteps } from '../../../shared/features/disposal/disposal.ts'
import { DayField } from '../../ui/day-field.tsx'

/** Steps whose text was not seen: they are here from memory (rules.md §4.3). */
const firstUnsure = disposalSteps.indexOf('opinion')

type Props = { days: Disposal['days']; onChange: (days: Disposal['days']) => void }

/** The steps in their order, each with the day it was done. */
export function DisposalDays({ days, onChange }: Props) {
  return (
    <fieldset className="disposal-days">
      <legend>程序</legend>
      {disposalSteps.map((step, at) => (
        <DayField
          key={step}
          id={`disposal-${step}`}
          label={`${at + 1}. ${disposalStepNames[step]}${at >= firstUnsure ? '（待核）' : ''}`}
          value={days[step] ?? null}
          onChange={(day) => {
            const { [step]: _old, ...rest } = days
            onChange(day === null ? rest : { ...rest, [step]: day })
          }}
        />
      ))}
    </fieldset>
  )
}
