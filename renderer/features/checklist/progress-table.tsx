import { CheckOutlined } from '@ant-design/icons'
import { reviewStageNames, reviewStages } from '../../../shared/features/checklist/review.ts'
import { useRowWalk } from '../../ui/row-walk.ts'
import type { Card } from './checklist-words.ts'

/** Which stage a branch is at; after the last one all are done. */
function stageAt({ next }: Card): number {
  if (next === null) return reviewStages.length
  return Math.max(
    0,
    reviewStages.findIndex((stage) => next.startsWith(reviewStageNames[stage]))
  )
}

type Props = { cards: readonly Card[]; onOpen: (organisationId: string) => void }

/** 考评进度: every branch with the four stages; Enter opens its 考评. */
export function ProgressTable({ cards, onOpen }: Props) {
  const walk = useRowWalk()
  return (
    <table className="plain-table board-table" aria-label="各党支部的考评进度">
      <thead>
        <tr>
          {['党支部', ...reviewStages.map((stage) => reviewStageNames[stage]), '下一步', '自动得分', '最终得分'].map(
            (head) => (
              <th key={head} scope="col" className={head.endsWith('得分') ? 'number-cell' : ''}>
                {head}
              </th>
            )
          )}
        </tr>
      </thead>
      <tbody>
        {cards.map((card, index) => {
          const at = stageAt(card)
          return (
            <tr
              key={card.organisationId}
              data-row={card.organisationId}
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => onOpen(card.organisationId)}
              onKeyDown={(event) => {
                if (!walk(event) && event.key === 'Enter') onOpen(card.organisationId)
              }}
            >
              <td>
                <strong>{card.label}</strong>
              </td>
              {reviewStages.map((stage, step) => (
                <td key={stage}>
                  {step < at ? (
                    <span className="item-full">
                      <CheckOutlined aria-hidden /> 已完成
                    </span>
                  ) : step === at ? (
                    <span className="tag blue">进行中</span>
                  ) : (
                    <span className="quiet">还没到</span>
                  )}
                </td>
              ))}
              <td>{card.next === null ? `${card.publishedOn ?? ''} 公布` : card.next.split('：')[1]}</td>
              <td className="number-cell">{card.total}</td>
              <td className="number-cell">{card.final === null ? '' : <strong>{card.final}</strong>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
