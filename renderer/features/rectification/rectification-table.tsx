import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { TurnState } from '../../app/rectification-card.tsx'
import { TurnLine } from '../../app/turn-line.tsx'
import { useRowWalk } from '../../ui/row-walk.ts'
import { TableHead } from '../../ui/open-row.tsx'
import type { Line } from './rectification-words.ts'

type Props = {
  lines: readonly Line[]
  organisations: readonly Organisation[]
  today: string
  open: string | null
  onOpen: (id: string) => void
}

/** Where a problem comes from, in words. */
const sourceOf = ({ item, meetingTitle, source }: Line): string =>
  item !== null ? `清单 ${item}` : (meetingTitle ?? source ?? '')

/** Every rectification, one row each: arrows walk, Enter opens beside it and the panel follows. */
export function RectificationTable({ lines, organisations, today, open, onOpen }: Props) {
  const walk = useRowWalk()
  const first = lines.some(({ id }) => id === open) ? open : lines[0]?.id
  const nameOf = (id: string): string => {
    const found = organisations.find((one) => one.id === id)
    return found === undefined ? '' : labelOf(found)
  }
  return (
    <table className="plain-table list-table rectification-table" aria-label="整改台账">
      <TableHead heads={['党组织', '问题', '来源', '责任人', '到哪一步', '状态']} />
      <tbody>
        {lines.map((one) => (
          <tr
            key={one.id}
            data-row={one.id}
            tabIndex={one.id === first ? 0 : -1}
            aria-selected={one.id === open}
            className={one.id === open ? 'selected' : ''}
            onClick={() => onOpen(one.id)}
            onKeyDown={(event) => {
              if (walk(event)) {
                const now = document.activeElement
                if (open !== null && now instanceof HTMLElement) onOpen(now.dataset['row'] ?? one.id)
              } else if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(one.id)
            }}
          >
            <td>{nameOf(one.organisationId)}</td>
            <td className="cut-cell">{one.problem}</td>
            <td>
              {sourceOf(one)}
              {one.recurs ? <span className="tag amber rectification-cycle">复发</span> : null}
              {one.cycle > 1 ? <span className="tag rectification-cycle">第 {one.cycle} 轮</span> : null}
            </td>
            <td>{one.person?.name ?? <span className="quiet">没有定</span>}</td>
            <td className="rectification-steps">
              <TurnLine one={one} />
            </td>
            <td>
              <TurnState one={one} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
