import type { KeyboardEvent } from 'react'
import { talkKindName, talkLevelNames } from '../../../shared/features/talk/talk-kinds.ts'
import type { Outputs } from '../../api/client.ts'
import { useTyped } from './matrix-walk.ts'
import { rowByInitials } from './talk-names.ts'
import { kindWord, levelWords } from './talk-words.ts'

export type TalkLine = Outputs['talk']['list'][number]

type Props = {
  lines: readonly TalkLine[]
  initialsOf: ReadonlyMap<string, string>
  chosen: string | null
  onOpen: (id: string) => void
}

const levelTones = { L1: '', L2: 'blue', L3: 'amber' } as const

const says = ({ head, says: what }: TalkLine) =>
  what !== '' ? what : head.level === 'L1' ? '' : <span className="quiet">{levelWords[head.level]}谈话，打开后看</span>

/** Talks newest first. Arrows walk, Enter opens, initials jump to a partner. */
export function RecordTable({ lines, initialsOf, chosen, onOpen }: Props) {
  const typed = useTyped()
  const press = (event: KeyboardEvent<HTMLTableRowElement>, at: number): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const body = event.currentTarget.parentElement
    const rows = [...(body?.children ?? [])]
    const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }
    const goal = goals[event.key]
    if (event.key === 'Enter') onOpen(event.currentTarget.dataset['talk'] ?? '')
    else if (goal !== undefined) focus(rows[goal])
    else if (/^[a-z]$/i.test(event.key)) {
      const partners = lines.map(({ head }) => ({ initials: initialsOf.get(head.partner.memberId) ?? '' }))
      focus(rows[rowByInitials(partners, typed.add(event.key), at)])
    } else return
    event.preventDefault()
  }
  return (
    <table className="plain-table talk-table" aria-label="谈话记录">
      <thead>
        <tr>
          {['日期', '谁同谁', '类型', '密级', '说了什么', '后续'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const { head, open } = line
          const current = chosen === null ? index === 0 : head.id === chosen
          return (
            <tr
              key={head.id}
              data-talk={head.id}
              tabIndex={current ? 0 : -1}
              aria-selected={head.id === chosen}
              className={head.id === chosen ? 'selected' : ''}
              onClick={() => onOpen(head.id)}
              onKeyDown={(event) => press(event, index)}
            >
              <td className="talk-when">{head.date}</td>
              <td className="talk-who">
                {head.talker.name} <span className="quiet">同</span> {head.partner.name}
              </td>
              <td title={talkKindName(head.kind)}>{kindWord(head.kind)}</td>
              <td>
                <span className={`tag ${levelTones[head.level]}`} title={talkLevelNames[head.level]}>
                  {levelWords[head.level]}
                </span>
              </td>
              <td className="talk-cut">{says(line)}</td>
              <td>{open === 0 ? null : <span className="tag amber">未办 {open}</span>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function focus(row: Element | undefined): void {
  if (!(row instanceof HTMLElement)) return
  for (const old of row.parentElement?.querySelectorAll('[tabindex="0"]') ?? []) old.setAttribute('tabindex', '-1')
  row.tabIndex = 0
  row.focus()
}
