import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { type CalendarLine, calendarStateNames } from '../../../shared/features/plan/plan.ts'
import { weekdayName } from '../../../shared/kernel/dates.ts'
import { keyOfLine, stateTones } from './plan-words.ts'

type Props = {
  lines: readonly CalendarLine[]
  today: string
  chosen: string | null
  onOpen: (line: CalendarLine) => void
}

const page = 200

function press(event: KeyboardEvent<HTMLTableRowElement>, onOpen: () => void): void {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return
  const row = event.currentTarget
  const goals: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild
  }
  if (event.key === 'Enter') onOpen()
  else if (event.key in goals) {
    const goal = goals[event.key]
    if (goal instanceof HTMLElement) goal.focus()
  } else return
  event.preventDefault()
}

/** The lines of the year by day, from the first that is not over. Arrows move, Enter opens the panel. */
export function PlanList({ lines, today, chosen, onOpen }: Props) {
  const next = lines.findIndex(({ day }) => day >= today)
  const first = next < 0 ? 0 : next
  const [limit, setLimit] = useState(Math.max(page, first + page / 2))
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (first > 0) table.current?.tBodies[0]?.rows[first]?.scrollIntoView({ block: 'center' })
  }, [first])
  return (
    <>
      <table ref={table} className="plain-table plan-list" aria-label="计划和会议">
        <thead>
          <tr>
            {['日期', '星期', '党组织', '会议和活动', '主题和议题', '地点', '状态'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, limit).map((line, index) => (
            <tr
              key={keyOfLine(line)}
              tabIndex={keyOfLine(line) === chosen || (chosen === null && index === first) ? 0 : -1}
              className={keyOfLine(line) === chosen ? 'selected' : ''}
              onClick={() => onOpen(line)}
              onKeyDown={(event) => press(event, () => onOpen(line))}
            >
              <td>{line.day}</td>
              <td>{weekdayName(line.day)}</td>
              <td>{line.organisation}</td>
              <td>{line.types.join('、')}</td>
              <td className="plan-cut">{line.subject}</td>
              <td className="plan-cut">{line.place}</td>
              <td>
                <span className={`tag ${stateTones[line.state]}`}>{calendarStateNames[line.state]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > limit ? (
        <div className="plan-rest">
          <Button onClick={() => setLimit(limit + page)}>再显示 {Math.min(page, lines.length - limit)} 条</Button>
        </div>
      ) : null}
    </>
  )
}
