import '../../ui/heat.css'
import { type Card, plainFigure, widthOf } from './checklist-words.ts'
import { heatOf } from '../../ui/heat.ts'
import { OpenRow } from '../../ui/open-row.tsx'

const starWords: Record<number, string> = { 3: '三星', 4: '四星', 5: '五星' }

/** The total as a bar: won, lost, and what is still open stays grey. */
function TotalBar({ card }: { card: Card }) {
  return (
    <span className="total-cell">
      <strong>{card.total}</strong>
      <span className="area-bar" aria-hidden>
        <i className="won" style={{ width: `${widthOf(card.total, card.max)}%` }} />
        <i className="lost" style={{ width: `${widthOf(card.lost, card.max)}%` }} />
      </span>
    </span>
  )
}

/** One area of a branch: the deeper the blue the more of it is won. */
export function HeatCell({ area }: { area: Card['areas'][number] | undefined }) {
  if (area === undefined || area.share === null)
    return <td className="heat-cell quiet">{area?.isPending ? '待核' : '不适用'}</td>
  return (
    <td className="heat-cell">
      <span
        className={`heat heat-${heatOf(area.share)}`}
        title={`${area.title} ${area.score} / ${plainFigure(area.max)} 分，${area.share}%`}
      >
        {area.score}
      </span>
    </td>
  )
}

type Props = { cards: readonly Card[]; onOpen: (organisationId: string) => void }

/** Every branch with its figures; arrows walk, Enter opens. */
export function BranchTable({ cards, onOpen }: Props) {
  const areas = cards[0]?.areas ?? []
  return (
    <table className="plain-table list-table board-table" aria-label="各党支部的清单">
      <thead>
        <tr>
          <th scope="col">党支部</th>
          <th scope="col">得分</th>
          <th scope="col" className="number-cell">
            失分
          </th>
          <th scope="col" className="number-cell">
            待核
          </th>
          {areas.map(({ code, title }) => (
            <th key={code} scope="col" className="heat-head" title={title} aria-label={`${code} ${title}`}>
              {code}
            </th>
          ))}
          <th scope="col">否决</th>
          <th scope="col">星级</th>
          <th scope="col">考评</th>
          <th scope="col" className="number-cell">
            最终得分
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card, at) => (
          <OpenRow
            key={card.organisationId}
            id={card.organisationId}
            first={at === 0}
            onOpen={() => onOpen(card.organisationId)}
          >
            <td>
              <strong>{card.label}</strong>
            </td>
            <td>
              <TotalBar card={card} />
            </td>
            <td className={card.lost === '0.00' ? 'number-cell quiet' : 'number-cell item-part'}>{card.lost}</td>
            <td className="number-cell">{card.pending}</td>
            {areas.map(({ code }) => (
              <HeatCell key={code} area={card.areas.find((one) => one.code === code)} />
            ))}
            <td>{card.vetoes === 0 ? '' : <span className="tag red">{card.vetoes} 项</span>}</td>
            <td title={card.rating?.says ?? ''}>
              {card.rating === null || card.rating.stars === 0 ? (
                <span className="quiet">{card.rating === null ? '' : '不定级'}</span>
              ) : (
                <span className="tag blue">{starWords[card.rating.stars] ?? `${card.rating.stars} 星`}</span>
              )}
            </td>
            <td className="board-next" title={card.next ?? ''}>
              {card.next ?? <span className="tag green">{card.publishedOn ?? ''} 公布</span>}
            </td>
            <td className="number-cell">{card.final === null ? '' : <strong>{card.final}</strong>}</td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  )
}
