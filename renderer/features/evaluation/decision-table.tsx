import { Fragment, useState } from 'react'
import { type EvaluationGrade, evaluationGrades } from '../../../shared/features/evaluation/evaluation.ts'
import { type Advice, adviceNames } from '../../../shared/features/evaluation/result.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { GradeBar, GradeFigures } from '../../ui/grade-bar.tsx'
import { GradeRow, GradeSelect } from '../../ui/grade-row.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk, EntryLine } from './evaluation-words.ts'
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
  const { memberId, name, initials, entry, figures } = line
  const locked = desk.evaluation.finishedOn !== null || !desk.may.decide
  const grading = { grades: evaluationGrades, locked, onGrade }
  return (
    <GradeRow id={memberId} {...{ initials, first, open, onOpen, ...grading }}>
      <td>{entry.final === '优秀' ? <strong>{name}</strong> : name}</td>
      <td className="evaluation-bar">
        <GradeBar figures={figures} grades={evaluationGrades} />
      </td>
      <GradeFigures figures={figures} grades={evaluationGrades} />
      <td>
        <AdviceTag advice={line.advice} withinLimit={line.withinLimit} figures={figures} />
      </td>
      <td>
        <GradeSelect label={`${name}的组织评定`} none="没有评定" value={entry.final} {...grading} />
      </td>
      <td className="cut-cell">
        <Why line={line} desk={desk} />
      </td>
    </GradeRow>
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
      <table className="plain-table list-table decision-table" aria-label="组织评定">
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
