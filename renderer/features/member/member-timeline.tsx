import './member-timeline.css'
import { Link } from 'react-router'
import type { TimelineEntry, TimelineYear } from '../../../shared/features/member/timeline-rules.ts'

const attendanceWords = ({ attendance }: TimelineYear): string =>
  attendance === null ? '' : `应到 ${attendance.expected} 次，到会 ${attendance.present} 次`

const TimelineLine = ({ entry }: { entry: TimelineEntry }) => (
  <li className={entry.weight === 'main' ? 'time-line main' : 'time-line'}>
    <span className="time-date">{entry.date.slice(5)}</span>
    <span className="time-dot" aria-hidden />
    <span className="time-kind">{entry.kind}</span>
    <span className="time-text">{entry.text}</span>
    {entry.link === null ? null : <Link to={`/meeting/${entry.link.id}`}>会议记录</Link>}
  </li>
)

/** 时间线: what happened to a person by year, newest first; full dots are turning points. */
export function MemberTimeline({ years }: { years: readonly TimelineYear[] }) {
  if (years.length === 0)
    return <p className="quiet">还没有记录。填了入党、转正、转入日期和任职，开会提到他，这里就会自动出来。</p>
  return (
    <div className="timeline">
      {years.map((year) => (
        <section key={year.year} aria-label={`${year.year} 年`}>
          <h3 className="time-year">
            {year.year}
            <span className="note">{attendanceWords(year)}</span>
          </h3>
          <ol>
            {year.entries.map((entry, index) => (
              <TimelineLine key={`${entry.date}-${index}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
