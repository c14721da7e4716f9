import { Fragment } from 'react'
import type { BallotLine } from '../../../shared/features/ballot/ballot.ts'
import type { ShownLine } from '../../../shared/features/ballot/secrecy-rules.ts'
import { GradeBar, GradeFigures } from '../../ui/grade-bar.tsx'
import { lineName, shownLines } from './ballot-words.ts'

type Props = { lines: readonly BallotLine[]; figures: readonly ShownLine[]; grades: readonly string[] }

/** Whose valid ballots all name one grade: everybody's choice can be told from it. */
function UnanimousNote({ lines, figures }: Pick<Props, 'lines' | 'figures'>) {
  const names = lines.filter((_line, at) => {
    const own = figures[at]
    return own?.shown === true && own.warning !== null
  })
  if (names.length === 0) return null
  return (
    <p className="ballot-none">
      {names.map(lineName).join('、')}：有效票全是同一等次，每张票怎样写的都看得出来，票数不要外传。
    </p>
  )
}

/** Totals line by line under the rules for few ballots. */
export function TallyTable({ lines, figures, grades }: Props) {
  return (
    <div className="ballot-scroll" tabIndex={0} role="region" aria-label="各人得票">
      <table className="plain-table tally-table" aria-label="各人得票">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">分布</th>
            {grades.map((grade) => (
              <th key={grade} scope="col" className="grade-figure">
                {grade}
              </th>
            ))}
            <th scope="col" className="grade-figure">
              空白
            </th>
          </tr>
        </thead>
        <tbody>
          {shownLines(lines).map(({ line, at, heads, label }) => {
            const own = figures[at] ?? null
            return (
              <Fragment key={line.key}>
                {heads ? (
                  <tr>
                    <td colSpan={grades.length + 3}>
                      <strong>{line.subject}</strong>
                    </td>
                  </tr>
                ) : null}
                <tr>
                  <td className={line.question === null ? 'tally-name' : 'tally-name ballot-question'}>{label}</td>
                  <td className="tally-bar">
                    <GradeBar figures={own} grades={grades} />
                  </td>
                  <GradeFigures figures={own} grades={grades} />
                  <td className={`grade-figure ${own?.shown === true && own.abstained === 0 ? 'none' : ''}`}>
                    {own?.shown === true ? own.abstained : ''}
                  </td>
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
      <UnanimousNote lines={lines} figures={figures} />
    </div>
  )
}
