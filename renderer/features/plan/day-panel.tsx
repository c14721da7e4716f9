import { Button } from 'antd'
import { dayMark } from '../../../shared/features/plan/calendar-rules.ts'
import { type CalendarLine, calendarStateNames } from '../../../shared/features/plan/plan.ts'
import { useRules } from '../../api/rules.ts'
import { useRight } from '../../api/me.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { dayAndWeekday, keyOfLine, stateTones } from './plan-words.ts'

type Props = {
  day: string
  lines: readonly CalendarLine[]
  onOpen: (line: CalendarLine) => void
  onAdd: () => void
  onClose: () => void
}

/** Everything of one day. */
export function DayPanel({ day, lines, onOpen, onAdd, onClose }: Props) {
  const mayWrite = useRight('records.write')
  const { holidays } = useRules()
  return (
    <PanelFrame title={dayAndWeekday(day)} note={dayMark(day, holidays) ?? undefined} onClose={onClose}>
      {lines.length === 0 ? <p className="note">这一天没有计划，也没有会议。</p> : null}
      <ul className="plan-day-list">
        {lines.map((line) => (
          <li key={keyOfLine(line)}>
            <button type="button" className="link" onClick={() => onOpen(line)}>
              {line.types.join('、')}
            </button>
            <span className="quiet">{line.organisation}</span>
            <span className={`tag push ${stateTones[line.state]}`}>{calendarStateNames[line.state]}</span>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <div className="actions">
          <Button onClick={onAdd}>
            加计划 <Kbd>N</Kbd>
          </Button>
        </div>
      ) : null}
    </PanelFrame>
  )
}
