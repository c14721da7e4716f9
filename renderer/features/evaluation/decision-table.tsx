import { Fragment, type KeyboardEvent, useState } from 'react'
import { type EvaluationGrade, evaluationGrades } from '../../../shared/features/evaluation/evaluation.ts'
import { type Advice, adviceNames } from '../../../shared/features/evaluation/result.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { GradeBar, GradeFigures } from '../../ui/grade-bar.tsx'
import { useRowWalk } from '../../ui/row-walk.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { type BegunDesk, type EntryLine, gradeOfKey } from './evaluation-words.ts'
import { ReasonRow } from './reason-row.tsx'

const tones: Record<Advice, string> = {
  'excellent-candidate': 'blue',
  qualified: '',
  basic: 'amber',
  unqualified: 'red'
}

/** 建议等次, never the grade itself; a candidate beyond the limit is grey. Where few ballots hide the figures, none is told. */
function AdviceTag({ advice, withinLimit, figures }: Pick<EntryLine, 'advice' | 'withinLimit' | 'figures'>) {
  if (advice === null) return figures?.shown === false ? <span className="note">票数不足，不列建议</span> : null
  if (advice === 'qualified') return <>{adviceNames[advice]}</>
  return <span className={`tag ${withinLimit === false ? '' : tones[advice]}`}>{adviceNames[advice]}</span>
}

/** What keeps somebody from 优秀, or why he was graded so; the first words of it. */
function Why({ line, desk }: { line: EntryLine; desk: BegunDesk }) {
  const { entry, bars, withinLimit } = line
  const own = desk.findings.filter(({ memberId, field }) => memberId === line.memberId && field !== 'toldOn')
  const words = [
    entry.reason ?? '',
    ...bars.map(({ message }) => message),
    withinLimit === false && entry.final !== '优秀' ? '名额已满，可以换人' : ''
  ].filter((word) => word !== '')
  const [worst] = own
  return (
    <>
      {worst === undefined ? null : (
        <span className={worst.level === 'stop' ? 'tag red' : 'tag amber'} title={worst.message}>
          {worst.code === 'reason-missing' || worst.code === 'differs' ? '写理由' : '核对'}
        </span>
      )}{' '}
      {words.join('；')}
    </>
  )
}

type RowProps = {
  line: EntryLine
  desk: BegunDesk
  first: boolean
  open: boolean
  onGrade: (final: EvaluationGrade | null) => void
  onOpen: () => void
}

function Row({ line, desk, first, open, onGrade, onOpen }: RowProps) {
  const walk = useRowWalk()
  const { memberId, name, entry, figures } = line
  const locked = desk.evaluation.finishedOn !== null || !desk.may.decide
  const press = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (walk(event) || event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey) return
    const grade = locked ? undefined : gradeOfKey(event.key)
    if (event.key === 'Enter') onOpen()
    else if (grade !== undefined) onGrade(grade)
    else return
    event.preventDefault()
  }
  return (
    <tr
      data-row={memberId}
      data-initials={line.initials}
      tabIndex={first ? 0 : -1}
      className={open ? 'selected' : ''}
      onKeyDown={press}
      onClick={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) onOpen()
      }}
    >
      <td>{entry.final === '优秀' ? <strong>{name}</strong> : name}</td>
      <td className="evaluation-bar">
        <GradeBar figures={figures} grades={evaluationGrades} />
      </td>
      <GradeFigures figures={figures} grades={evaluationGrades} />
      <td>
        <AdviceTag advice={line.advice} withinLimit={line.withinLimit} figures={figures} />
      </td>
      <td>
        <span className="grade-select">
          <select
            aria-label={`${name}的组织评定`}
            tabIndex={-1}
            value={entry.final ?? ''}
            disabled={locked}
            onChange={(event) => onGrade(evaluationGrades.find((grade) => grade === event.target.value) ?? null)}
          >
            <option value="">没有评定</option>
            {evaluationGrades.map((grade) => (
              <option key={grade} value={grade}>
                {grade}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td className="evaluation-cut">
        <Why line={line} desk={desk} />
      </td>
    </tr>
  )
}

const heads = ['姓名', '测评分布', '优', '合', '基本', '不', '建议等次', '组织评定', '理由与限制']

/** What changed of one member's grade; what is left out stays as the engine has it. */
type Change = { memberId: string; final?: EvaluationGrade | null; reason?: string | null }

type Props = { desk: BegunDesk; lines: readonly EntryLine[]; today: string }

/** Everybody who is graded: figures, advice and decision. Keys 1 to 4 on a row grade him, 0 takes it away. */
export function DecisionTable({ desk, lines, today }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const { id } = desk.evaluation
  const decide = useChange((change: Change) => client.evaluation.decide.mutate({ id, head: null, grades: [change] }))
  return (
    <>
      {decide.problem === null ? null : <Verdict tone="bad">{decide.problem.message}</Verdict>}
      <table className="plain-table evaluation-table decision-table" aria-label="组织评定">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at >= 2 && at <= 5 ? 'grade-figure' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Fragment key={line.memberId}>
              <Row
                line={line}
                desk={desk}
                first={at === 0}
                open={open === line.memberId}
                onGrade={(final) => decide.mutate({ memberId: line.memberId, final })}
                onOpen={() => setOpen(open === line.memberId ? null : line.memberId)}
              />
              {open === line.memberId ? (
                <ReasonRow
                  line={line}
                  desk={desk}
                  today={today}
                  onReason={(reason) => decide.mutate({ memberId: line.memberId, reason })}
                  onClose={() => setOpen(null)}
                />
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  )
}
