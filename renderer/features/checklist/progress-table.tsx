import { CheckOutlined } from '@ant-design/icons'
import { reviewStageNames, reviewStages } from '../../../shared/features/checklist/review.ts'
import type { Card } from './checklist-words.ts'
import { OpenRow, TableHead } from '../../ui/open-row.tsx'

/** What a stage says in its cell: what is done, what is late, what is on now. */
const looks: Record<Card['stages'][number]['state'], { word: string; tone: string }> = {
  done: { word: '已完成', tone: 'item-full' },
  'done-late': { word: '晚了才完成', tone: 'tag amber' },
  overdue: { word: '逾期', tone: 'tag red' },
  current: { word: '进行中', tone: 'tag blue' },
  ahead: { word: '还没到', tone: 'quiet' }
}

type Props = { cards: readonly Card[]; onOpen: (organisationId: string) => void }

/** 考评进度: every branch with the four stages; Enter opens its 考评. */
export function ProgressTable({ cards, onOpen }: Props) {
  return (
    <table className="plain-table list-table board-table" aria-label="各党支部的考评进度">
      <TableHead
        heads={['党支部', ...reviewStages.map((stage) => reviewStageNames[stage]), '下一步', '自动得分', '最终得分']}
        figures={['自动得分', '最终得分']}
      />
      <tbody>
        {cards.map((card, index) => {
          return (
            <OpenRow
              key={card.organisationId}
              id={card.organisationId}
              first={index === 0}
              onOpen={() => onOpen(card.organisationId)}
            >
              <td>
                <strong>{card.label}</strong>
              </td>
              {card.stages.map(({ stage, state, says }) => (
                <td key={stage} title={says}>
                  <span className={looks[state].tone}>
                    {state === 'done' ? <CheckOutlined aria-hidden /> : null} {looks[state].word}
                  </span>
                </td>
              ))}
              <td>{card.next === null ? `${card.publishedOn ?? ''} 公布` : card.next.split('：')[1]}</td>
              <td className="number-cell">{card.total}</td>
              <td className="number-cell">{card.final === null ? '' : <strong>{card.final}</strong>}</td>
            </OpenRow>
          )
        })}
      </tbody>
    </table>
  )
}
