import type { Desk } from './checklist-words.ts'
import { isAllPending, plainFigure, widthOf } from './checklist-words.ts'
import { ScoreHead } from './score-ring.tsx'

type Props = { desk: Desk; chosen: string | null; onArea: (code: string) => void; onMore: () => void }

/** 认定 of 四强 in words. */
function StrongLine({ strong }: { strong: NonNullable<Desk['strong']> }) {
  return strong.isStrong ? (
    <p className="area-foot good">达到“四强”党支部的认定线。</p>
  ) : (
    <div className="area-foot">
      还不够“四强”：
      <ul className="strong-lacks">
        {strong.lacks.map((lack) => (
          <li key={lack}>{lack}</li>
        ))}
      </ul>
    </div>
  )
}

/** Left: the total, and the areas with their bars. */
export function AreaColumn({ desk, chosen, onArea, onMore }: Props) {
  return (
    <section className="card area-column" aria-label="各方面得分">
      <ScoreHead desk={desk} onMore={onMore} />
      <ul>
        {desk.score.areas.map((area) => (
          <li key={area.code}>
            <button
              type="button"
              className={area.code === chosen ? 'area-line chosen' : 'area-line'}
              aria-current={area.code === chosen}
              onClick={() => onArea(area.code)}
            >
              <span className="area-name">
                <span className="area-code">{area.code}</span> {area.title}
              </span>
              <span className="area-figure">
                {isAllPending(area) ? '待核' : <strong>{area.score}</strong>} / {plainFigure(area.max)}
              </span>
              <span className="area-bar" aria-hidden>
                <i className="won" style={{ width: `${widthOf(area.score, area.max)}%` }} />
                <i className="lost" style={{ width: `${widthOf(area.lost, area.max)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {desk.strong === null ? null : <StrongLine strong={desk.strong} />}
      <p className="area-foot">{desk.list.source}</p>
    </section>
  )
}
