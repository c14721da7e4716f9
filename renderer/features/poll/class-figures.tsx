import { className, type Desk, gradesOf, spaced, type SubjectLine, weightWords } from './poll-words.ts'
import { TableHead } from '../../ui/open-row.tsx'

const figure = (value: number | null): string => (value === null ? '—' : `${value}`)

/** The ballots of one subject by class; a sentence in place of figures that would tell who voted how. */
export function ClassFigures({ line, desk }: { line: SubjectLine; desk: Desk }) {
  const grades = gradesOf(desk)
  const warning = line.classes.flatMap(({ figures }) => (figures.shown ? (figures.warning ?? []) : []))[0]
  return (
    <>
      <table className="plain-table poll-classes" aria-label={`${line.subject.name}各票类得票`}>
        <TableHead heads={['票类', '权重', '发出', '收回', ...grades, '弃权']} />
        <tbody>
          {line.classes.map(({ name, share, issued, returned, void: isVoid, figures }) => (
            <tr key={name}>
              <td>{className(name)}</td>
              <td>{share === 0 ? <span className="quiet">不计</span> : weightWords(share)}</td>
              <td>{figure(issued)}</td>
              <td>{figure(returned)}</td>
              {isVoid || !figures.shown ? (
                <td colSpan={grades.length + 1} className="note">
                  {isVoid ? '收回多于发出，不计' : spaced(figures.shown ? '' : figures.why)}
                </td>
              ) : (
                [...figures.counts, figures.abstained].map((count, at) => (
                  <td key={grades[at] ?? '弃权'} className={count === 0 ? 'quiet' : ''}>
                    {count}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {warning === undefined ? null : <p className="note">{warning}。</p>}
    </>
  )
}
