import type { TalkCoverage, TalkDirection, TalkTally } from '../../../shared/features/talk/coverage-rules.ts'
import { talkDirectionNames, talkDirections } from '../../../shared/features/talk/coverage-rules.ts'
import { coveredPercent } from '../../../shared/features/talk/talk-coverage-charts.ts'
import { shortOf } from './talk-words.ts'

const units: Record<TalkDirection, string> = { committeePairs: '对', members: '人', peers: '人' }

function Card({ name, tally, unit }: { name: string; tally: TalkTally; unit: string }) {
  const percent = coveredPercent(tally)
  return (
    <section className="card talk-figure" aria-label={name}>
      <header>
        <span>{name}</span>
        <span className={percent === null || percent === 100 ? 'quiet' : 'talk-short'}>{shortOf(tally, unit)}</span>
      </header>
      {percent === null ? (
        <p className="talk-figure-none">—</p>
      ) : (
        <p>
          <strong>{tally.covered}</strong>
          <span>
            {' '}
            / {tally.total} {unit}
          </span>
          <span className="push">{percent}%</span>
        </p>
      )}
      <div className={percent === 100 ? 'talk-bar full' : 'talk-bar'} aria-hidden>
        <i style={{ width: `${percent ?? 0}%` }} />
      </div>
    </section>
  )
}

/** The three directions: how many are covered, and how many short. */
export const FigureCards = ({ coverage }: { coverage: TalkCoverage }) => (
  <div className="talk-figures">
    {talkDirections.map((direction) => (
      <Card key={direction} name={talkDirectionNames[direction]} tally={coverage[direction]} unit={units[direction]} />
    ))}
  </div>
)
