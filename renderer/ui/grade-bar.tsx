import './grades.css'
import type { ShownLine } from '../../shared/features/ballot/secrecy-rules.ts'

/** What each colour and hatch stands for, in the order of the keys. */
export const GradeLegend = ({ grades }: { grades: readonly string[] }) => (
  <span className="grade-legend" aria-hidden>
    {grades.map((grade, at) => (
      <span key={grade}>
        <i className={`grade-${at}`} />
        {grade}
      </span>
    ))}
  </span>
)

type Props = { figures: ShownLine | null; grades: readonly string[] }

/** 分布 of one line: the shares of the grades side by side; in words where few ballots keep it hidden, or none are counted. */
export function GradeBar({ figures, grades }: Props) {
  if (figures === null) return <span className="quiet">还没有计票</span>
  if (!figures.shown) return <span className="note">{figures.why}</span>
  const words = figures.counts.map((count, at) => `${grades[at] ?? ''} ${count}`).join('，')
  return (
    <span className="grade-bar" role="img" aria-label={words} title={figures.warning ?? words}>
      {figures.counts.map((count, at) =>
        count === 0 ? null : <i key={grades[at]} className={`grade-${at}`} style={{ flex: count }} />
      )}
    </span>
  )
}

/** The four figures of a line as cells of a table; empty where they may not be shown. */
export function GradeFigures({ figures, grades }: Props) {
  const shown = figures?.shown === true ? figures.counts : null
  return (
    <>
      {grades.map((grade, at) => (
        <td key={grade} className={`grade-figure ${shown?.[at] === 0 ? 'none' : ''}`}>
          {shown?.[at] ?? ''}
        </td>
      ))}
    </>
  )
}
