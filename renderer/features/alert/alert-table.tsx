import { RightOutlined } from '@ant-design/icons'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { alertLevelNames } from '../../../shared/features/alert/alert.ts'
import { useRules } from '../../api/rules.ts'
import { wayTo } from '../../app/deeds.ts'
import { DueTag, levelTones } from '../../app/due-tag.tsx'
import { SourceCite } from '../../app/source-cite.tsx'
import { useFirstRow } from '../../ui/first-row.ts'
import { TableHead } from '../../ui/open-row.tsx'
import { useRowWalk } from '../../ui/row-walk.ts'
import { addressKey, type Alert, type Desk, type Snoozed } from './alert-words.ts'

type Props = {
  desk: Desk
  lines: readonly (Alert | Snoozed)[]
  open: string | null
  onOpen: (key: string) => void
}

/** Findings by urgency: arrows walk and the panel follows, Enter does it. */
export function AlertTable({ desk, lines, open, onOpen }: Props) {
  const navigate = useNavigate()
  const rules = useRules(desk.year)
  const walk = useRowWalk()
  const body = useFirstRow(lines.length > 0)
  const isOfMany = desk.branches.length > 1
  const press =
    (one: Alert) =>
    (event: KeyboardEvent<HTMLElement>): void => {
      const way = wayTo(one, desk.year, desk.may.write)
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
        const row = walk(event) && document.activeElement
        if (row instanceof HTMLElement && row.dataset['row'] !== undefined) onOpen(row.dataset['row'])
      } else if (event.key === 'Enter' && event.target === event.currentTarget && !event.nativeEvent.isComposing) {
        if (way === null) onOpen(addressKey(one))
        else void navigate(way.address)
        event.preventDefault()
      }
    }
  const isFirst = (key: string, at: number): boolean =>
    lines.some((one) => addressKey(one) === open) ? key === open : at === 0
  return (
    <table className="plain-table list-table alert-table" aria-label="预警">
      <TableHead heads={['级别', '期限', '预警', '事项', ...(isOfMany ? ['党组织'] : []), '依据', '去做']} />
      <tbody ref={body}>
        {lines.map((one, at) => {
          const key = addressKey(one)
          const way = wayTo(one, desk.year, desk.may.write)
          return (
            <tr
              key={key}
              data-row={key}
              tabIndex={isFirst(key, at) ? 0 : -1}
              className={key === open ? 'selected' : ''}
              onClick={() => onOpen(key)}
              onKeyDown={press(one)}
            >
              <td>
                <span className={`tag ${levelTones[one.level]}`}>{alertLevelNames[one.level]}</span>
              </td>
              <td>
                {one.due === null ? (
                  <span className="quiet">—</span>
                ) : (
                  <DueTag due={one.due} today={desk.today} tone="" />
                )}
              </td>
              <td title={one.title}>
                <span className="quiet">{one.code}</span> {one.title}
              </td>
              <td className="cut-cell" title={one.message}>
                {'snooze' in one ? `${one.topic}（推迟到 ${one.snooze.until}）` : one.subject}
              </td>
              {isOfMany ? (
                <td className="alert-label" title={one.label}>
                  {one.label}
                </td>
              ) : null}
              <td>
                <SourceCite source={one.rule} rules={rules} />
              </td>
              <td>
                {way === null ? null : (
                  <button
                    type="button"
                    className="link"
                    tabIndex={-1}
                    aria-label={`${way.words}：${one.label}${one.topic}`}
                    onClick={(event) => {
                      event.stopPropagation()
                      void navigate(way.address)
                    }}
                  >
                    {way.words} <RightOutlined aria-hidden />
                  </button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
