import { type CalendarLine, calendarStateNames } from '../../../shared/features/plan/plan.ts'
import { stateTones } from './plan-words.ts'

type Props = { line: CalendarLine; named: boolean; chosen: boolean; onOpen: () => void }

/** One line in a day of the calendar; `named` says whose it is, where several organisations are shown. */
export function LineChip({ line, named, chosen, onOpen }: Props) {
  const { types, organisation, state, subject } = line
  const words = `${types.join('、')}${named ? ` ${organisation}` : ''}${subject === null ? '' : `：${subject}`}`
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`plan-chip ${state}${chosen ? ' chosen' : ''}`}
      title={`${organisation} ${words}，${calendarStateNames[state]}`}
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    >
      <span className="plan-chip-text">{words}</span>
      <span className={`plan-chip-state ${stateTones[state]}`}>{calendarStateNames[state]}</span>
    </button>
  )
}
