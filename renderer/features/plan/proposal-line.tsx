import type { HolidayTable } from '../../../shared/kernel/working-days.ts'
import { Checkbox } from 'antd'
import type { Proposal } from '../../../shared/features/plan/proposal-days.ts'
import { dayOff } from '../../../shared/features/plan/day-rules.ts'
import { isDay, weekdayName } from '../../../shared/kernel/dates.ts'
import { useRules } from '../../api/rules.ts'
import { DayField } from '../../ui/day-field.tsx'
import { TextField } from '../../ui/inputs.tsx'

/** A proposed line as it stands on the sheet: taken or left out, and perhaps changed. */
export type Choice = Proposal & { key: string; taken: boolean }

type Props = { choice: Choice; editing: boolean; onChange: (part: Partial<Choice>) => void; onEdit: () => void }

/** The day as it is read, with what kind of day off it is where it is one. */
function dayWords(day: string, holidays: HolidayTable): string {
  if (!isDay(day)) return day
  const off = dayOff(day, holidays)
  return `${day} ${weekdayName(day)}${off === null || off === weekdayName(day) ? '' : `，${off}`}`
}

/** One line of the proposal: taken or not, on which day, about what, and why that day. */
export function ProposalLine({ choice, editing, onChange, onEdit }: Props) {
  const { holidays } = useRules()
  const { key, taken, plannedOn, types, organisation, subject, why } = choice
  const name = `${plannedOn} ${organisation} ${types.join('、')}`
  return (
    <li className={taken ? 'proposal' : 'proposal left-out'}>
      <Checkbox
        aria-label={`采用${name}`}
        checked={taken}
        onChange={(event) => onChange({ taken: event.target.checked })}
      />
      <span className="proposal-day">{dayWords(plannedOn, holidays)}</span>
      <span>{types.join('、')}</span>
      <span className="quiet">{organisation}</span>
      <span className="note">{subject === null ? why : `${subject}；${why}`}</span>
      <button
        type="button"
        className="link"
        aria-label={`${editing ? '收起' : '改'}${name}`}
        aria-expanded={editing}
        onClick={onEdit}
      >
        {editing ? '收起' : '改'}
      </button>
      {editing ? (
        <div className="proposal-edit">
          <DayField
            id={`proposal-day-${key}`}
            label="日期"
            value={plannedOn}
            autoFocus
            onChange={(day) => onChange({ plannedOn: day ?? '', why: '自己改的' })}
          />
          <TextField
            id={`proposal-subject-${key}`}
            label="主题或议题"
            value={subject}
            maxLength={200}
            onChange={(text) => onChange({ subject: text })}
          />
          <TextField
            id={`proposal-place-${key}`}
            label="地点"
            value={choice.place}
            maxLength={100}
            onChange={(place) => onChange({ place })}
          />
        </div>
      ) : null}
    </li>
  )
}
