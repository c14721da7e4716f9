import { Fragment } from 'react'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { GradeRow, GradeSelect } from '../../ui/grade-row.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { TableHead } from '../../ui/open-row.tsx'
import { type Desk, flagLines, gradesOf, spaced, type SubjectLine } from './poll-words.ts'
import { ShareBar } from './share-bar.tsx'
import { SubjectDetail } from './subject-detail.tsx'

/** What is to be looked at with one subject, in a word or two. */
function Hints({ line, desk }: { line: SubjectLine; desk: Desk }) {
  const own = desk.findings.filter(({ subjectId }) => subjectId === line.subject.id)
  const flags = flagLines(line.flags, gradesOf(desk))
  const [worst] = own
  return (
    <>
      {worst === undefined ? null : (
        <span className={worst.level === 'stop' ? 'tag red' : 'tag amber'} title={worst.message}>
          {worst.field === 'reason' ? '写理由' : worst.code === 'interview' ? '提示约谈' : '核对'}
        </span>
      )}{' '}
      {[line.subject.reason ?? '', ...flags.map(({ words }) => words)].filter((words) => words !== '').join('；')}
    </>
  )
}

type RowProps = {
  line: SubjectLine
  desk: Desk
  first: boolean
  open: boolean
  locked: boolean
  onGrade: (final: string | null) => void
  onOpen: () => void
}

function Row({ line, desk, first, open, locked, onGrade, onOpen }: RowProps) {
  const grades = gradesOf(desk)
  const { subject, initials, score, shares, valid, comprehensive, hidden } = line
  const grading = { grades, locked, onGrade }
  return (
    <GradeRow id={subject.id} {...{ initials, first, open, onOpen, ...grading }}>
      <td className="poll-who" title={`${subject.name} ${subject.post ?? ''}`}>
        {subject.final === grades[0] ? <strong>{subject.name}</strong> : subject.name}
        {subject.post === null ? null : <span className="quiet"> {subject.post}</span>}
      </td>
      {hidden !== null || score === null || shares === null ? (
        <td colSpan={3} className="note">
          {desk.counted.length === 0 ? '还没有计票' : spaced(hidden ?? '没有有效票')}
        </td>
      ) : (
        <>
          <td className="poll-bar">
            <ShareBar shares={shares} grades={grades} />
          </td>
          <td className="number-cell">{valid}</td>
          <td className="number-cell">
            <strong>{score}</strong>
          </td>
        </>
      )}
      {desk.poll.kind === '述职评议' ? (
        <td>
          {comprehensive?.score ?? ''}{' '}
          {comprehensive?.advice == null ? null : <span className="tag">{comprehensive.advice}</span>}
        </td>
      ) : null}
      <td>
        <GradeSelect label={`${subject.name}的等次`} none="没有确定" value={subject.final} {...grading} />
      </td>
      <td className="cut-cell">
        <Hints line={line} desk={desk} />
      </td>
    </GradeRow>
  )
}

type Props = { desk: Desk; lines: readonly SubjectLine[]; open: string | null; onOpen: (id: string | null) => void }

/** Everybody who is appraised: shares, score and grade. Keys 1 to 4 on a row grade him, 0 takes it away, Enter opens him. */
export function ResultTable({ desk, lines, open, onOpen }: Props) {
  const { id, kind, finishedOn } = desk.poll
  const locked = finishedOn !== null || !desk.may.decide
  const decide = useChange((subject: { id: string; final: string | null }) =>
    client.poll.decide.mutate({ id, decision: { subjects: [subject] } })
  )
  const heads = [
    ...(kind === '班子测评' ? ['班子'] : ['姓名']),
    ...['加权等次率', '有效票', '得分'],
    ...(kind === '述职评议' ? ['综合得分和建议'] : []),
    ...['确定等次', '提示和理由']
  ]
  return (
    <>
      {decide.problem === null ? null : <Verdict tone="bad">{decide.problem.message}</Verdict>}
      <table className="plain-table list-table results" aria-label="得分和等次">
        <TableHead heads={heads} figures={['有效票', '得分']} />
        <tbody>
          {lines.map((line, at) => {
            const subjectId = line.subject.id
            return (
              <Fragment key={subjectId}>
                <Row
                  line={line}
                  desk={desk}
                  first={at === 0}
                  open={open === subjectId}
                  locked={locked}
                  onGrade={(final) => decide.mutate({ id: subjectId, final })}
                  onOpen={() => onOpen(open === subjectId ? null : subjectId)}
                />
                {open === subjectId ? (
                  <SubjectDetail
                    line={line}
                    desk={desk}
                    columns={heads.length}
                    locked={locked}
                    onClose={() => onOpen(null)}
                  />
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
