import type { Outputs } from '../../api/client.ts'
import { useRowWalk } from '../../ui/row-walk.ts'

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
  const walk = useRowWalk()
  return (
    <section className="card poll-list" aria-label="测评">
      <table className="plain-table poll-table" aria-label="各次测评">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card, index) => {
            const { text, tone } = stateOf(card)
            return (
              <tr
                key={card.id}
                data-row={card.id}
                tabIndex={index === 0 ? 0 : -1}
                onClick={() => onOpen(card.id)}
                onKeyDown={(event) => {
                  if (!walk(event) && event.key === 'Enter') onOpen(card.id)
                }}
              >
                <td className="poll-cut">
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
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
