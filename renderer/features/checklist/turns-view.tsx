import './checklist-items.css'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { TurnState } from '../../app/rectification-card.tsx'
import { TurnLine } from '../../app/turn-line.tsx'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'
import type { Desk } from './checklist-words.ts'

type Props = { desk: Desk; today: string; open: string | null; onOpen: (item: string) => void }

/** 整改 of the list of this year, one row each; Enter opens the item with its turn beside it. */
export function TurnsView({ desk, today, open, onOpen }: Props) {
  const navigate = useNavigate()
  const titles = new Map(desk.score.areas.flatMap(({ items }) => items.map(({ id, title }) => [id, title] as const)))
  const register = `/rectification?${new URLSearchParams({ organisation: desk.organisation.id, year: `${desk.year}` })}`
  return (
    <section className="card list-frame" aria-label="整改">
      <header className="card-head">
        <h2 className="card-title">整改</h2>
        <span className="note">{desk.rectifications.length} 条</span>
        <span className="push" />
        <Button onClick={() => void navigate(register)}>整改台账</Button>
      </header>
      {desk.rectifications.length === 0 ? (
        <div className="empty">
          <p className="empty-title">还没有整改</p>
          <p className="note">打开失分的项，在右边“建整改”：定目标、措施、责任人和期限，记过程，到期复测。</p>
        </div>
      ) : (
        <div className="list-scroll">
          <table className="plain-table list-table item-table" aria-label="整改">
            <TableHead heads={['项目', '问题', '责任人', '到哪一步', '状态']} />
            <tbody>
              {desk.rectifications.map((one, at) => (
                <OpenRow
                  key={one.id}
                  id={one.id}
                  first={at === 0}
                  chosen={one.item === open}
                  onOpen={() => onOpen(one.item ?? '')}
                >
                  <td className="missing-day">{`${one.item} ${titles.get(one.item ?? '') ?? ''}`}</td>
                  <td className="item-name">
                    <span className="item-standard">{one.problem}</span>
                  </td>
                  <td>{one.person?.name ?? <span className="quiet">没有定</span>}</td>
                  <td className="turn-cell">
                    <TurnLine one={one} />
                  </td>
                  <td>
                    <TurnState one={one} today={today} />
                  </td>
                </OpenRow>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
