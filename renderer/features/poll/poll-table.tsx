import type { Outputs } from '../../api/client.ts'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'

type Card = Outputs['poll']['list'][number]

const heads = ['测评', '种类', '党组织', '日期', '对象', '计票', '到哪一步']

function stateOf({ finishedOn, counted, classes, subjects }: Card): { text: string; tone: string } {
  if (finishedOn !== null) return { text: `${finishedOn} 已确定等次`, tone: 'green' }
  if (counted >= classes) return { text: '已计票，待确定等次', tone: 'amber' }
  if (counted > 0) return { text: '正在计票', tone: 'blue' }
  return subjects === 0 ? { text: '待加对象', tone: 'amber' } : { text: '测评以前', tone: '' }
}

/** Every poll with how far it is; arrows walk, Enter opens. */
export function PollTable({ cards, onOpen }: { cards: readonly Card[]; onOpen: (id: string) => void }) {
  return (
    <section className="card list-frame" aria-label="测评">
      <table className="plain-table list-table" aria-label="各次测评">
        <TableHead heads={heads} />
        <tbody>
          {cards.map((card, index) => {
            const { text, tone } = stateOf(card)
            return (
              <OpenRow key={card.id} id={card.id} first={index === 0} onOpen={() => onOpen(card.id)}>
                <td className="cut-cell">
                  <strong>{card.name}</strong> <span className="quiet">{card.number}</span>
                </td>
                <td>{card.kind}</td>
                <td>{card.organisation}</td>
                <td>{card.date ?? <span className="quiet">没定日期</span>}</td>
                <td>{card.subjects === 0 ? '' : `${card.subjects} 个`}</td>
                <td>
                  {card.counted} / {card.classes}
                </td>
                <td>
                  <span className={`tag ${tone}`}>{text}</span>
                </td>
              </OpenRow>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
