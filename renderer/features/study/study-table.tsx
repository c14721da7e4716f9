import type { KeyboardEvent } from 'react'
import { wholePercent } from '../../../shared/features/study/study-document.ts'
import type { Outputs } from '../../api/client.ts'

export type StudyLine = Outputs['study']['desk']['lines'][number]

function Progress({ line }: { line: StudyLine }) {
  const percent = wholePercent(line.share)
  return (
    <div className="study-progress">
      <span className={line.missing === 0 ? 'study-bar full' : 'study-bar'} aria-hidden>
        <i style={{ width: `${Math.min(percent, 100)}%` }} />
      </span>
      <span style={{ width: 44, textAlign: 'right' }}>{percent}%</span>
    </div>
  )
}

type Props = { lines: readonly StudyLine[]; chosen: string | null; onChoose: (memberId: string) => void }

/** Arrows move and choose, so that the panel follows; Home and End go to the ends. */
function press(event: KeyboardEvent<HTMLTableRowElement>, onChoose: Props['onChoose']): void {
  if (event.nativeEvent.isComposing) return
  const row = event.currentTarget
  const goals: Record<string, Element | null | undefined> = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
    Enter: row
  }
  const goal = goals[event.key]
  if (goal === undefined) return
  event.preventDefault()
  if (!(goal instanceof HTMLTableRowElement)) return
  goal.focus()
  onChoose(goal.dataset['member'] ?? '')
}

const heads = ['姓名', '党内职务', '会议学时', '登记学时', '合计', '应学', '进度', '还差']

/** Everybody of the branch with the hours of the year. */
export function StudyTable({ lines, chosen, onChoose }: Props) {
  return (
    <table className="plain-table" aria-label="学时">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index >= 2 && index !== 6 ? 'number' : ''}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr
            key={line.memberId}
            data-member={line.memberId}
            tabIndex={line.memberId === chosen || (chosen === null && index === 0) ? 0 : -1}
            aria-selected={line.memberId === chosen}
            className={line.memberId === chosen ? 'selected' : ''}
            onClick={() => onChoose(line.memberId)}
            onKeyDown={(event) => press(event, onChoose)}
          >
            <td>
              {line.name}
              {line.category === '预备党员' ? <span className="quiet"> 预备</span> : null}
            </td>
            <td>{line.posts.join('、')}</td>
            <td className="number">{line.hours.fromMeetings}</td>
            <td className="number">{line.hours.typed}</td>
            <td className="number">
              <strong>{line.hours.total}</strong>
            </td>
            <td className="number">{line.target}</td>
            <td>
              <Progress line={line} />
            </td>
            <td className="number">
              {line.missing === 0 ? (
                <span className="tag green">已满</span>
              ) : (
                <span className="study-missing">{line.missing}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
