import { Popover } from 'antd'
import type { Desk } from './checklist-words.ts'
import { plainFigure, widthOf } from './checklist-words.ts'

const round = 2 * Math.PI * 44

/** The total as a ring: won in blue, lost in amber, what is still open stays grey. */
function Ring({ total, lost, max }: Pick<Desk['score'], 'total' | 'lost' | 'max'>) {
  const [won, gone] = [widthOf(total, max) / 100, widthOf(lost, max) / 100]
  return (
    <svg
      className="score-ring"
      viewBox="0 0 104 104"
      role="img"
      aria-label={`得 ${total} 分，满分 ${plainFigure(max)}`}
    >
      <circle cx="52" cy="52" r="44" className="ring-open" />
      <circle
        {...{ cx: 52, cy: 52, r: 44, className: 'ring-lost', transform: 'rotate(-90 52 52)' }}
        strokeDasharray={`${gone * round} ${round}`}
        strokeDashoffset={-won * round}
      />
      <circle
        {...{ cx: 52, cy: 52, r: 44, className: 'ring-won', transform: 'rotate(-90 52 52)' }}
        strokeDasharray={`${won * round} ${round}`}
      />
      <text x="52" y="54" className="ring-figure">
        {total}
      </text>
      <text x="52" y="71" className="ring-words">
        满分 {plainFigure(max)}
      </text>
    </svg>
  )
}

/** How the total comes about, in plain words. */
function Formula({ score, strong }: { score: Desk['score']; strong: Desk['strong'] }) {
  return (
    <div className="score-formula">
      <p className="score-formula-title">分数怎么算</p>
      <ul>
        <li>每一项按自己的标准从记录里算，或者由人填，得分不超过分值。</li>
        <li>方面得分 = 方面分值 × 各项得分之和 ÷ 适用各项分值之和。不适用的项不计，分值由同方面其余各项等比补足。</li>
        <li>没有划分党小组的，党小组会的分值并入党员大会。</li>
        <li>待核是缺记录或者没到期的，不得分，也不算失分；月度、季度的项只算已经过完的时段。</li>
        <li>得分 + 失分 + 待核 = 满分：{`${score.total} + ${score.lost} + ${score.pending} = ${score.max}`}。</li>
        <li>加分写在旁边，不进总分，星级按总分定。</li>
        {strong === null ? null : <li>“四强”要总分、四个方面和标准化清单都过线，没有一票否决。</li>}
      </ul>
    </div>
  )
}

type Props = { desk: Desk; onMore: () => void }

/** Total, what is lost and what is open, vetoes and 加分. */
export function ScoreHead({ desk, onMore }: Props) {
  const { score, vetoes, strong } = desk
  return (
    <div className="score-head">
      <Ring {...score} />
      <dl className="score-facts">
        <dt>失分</dt>
        <dd className={score.lost === '0.00' ? '' : 'amber'}>{score.lost}</dd>
        <dt>待核</dt>
        <dd>{score.pending}</dd>
        <dt>否决项</dt>
        <dd>
          <button type="button" className={vetoes.length === 0 ? 'link good' : 'link bad'} onClick={onMore}>
            {vetoes.length === 0 ? '无' : `${vetoes.length} 项`}
          </button>
        </dd>
        <dt>加分</dt>
        <dd>
          <button type="button" className="link" onClick={onMore}>
            {score.bonus}
          </button>
        </dd>
        <dd className="score-how">
          <Popover content={<Formula score={score} strong={strong} />} trigger={['click']} placement="bottomLeft">
            <button type="button" className="link">
              怎么算的
            </button>
          </Popover>
        </dd>
      </dl>
    </div>
  )
}
