import { Segmented } from 'antd'
import { Link } from 'react-router'
import { type CadreGrade, cadreGrades } from '../../../shared/features/appraisal/appraisal.ts'
import { client } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { KeptText } from '../../app/kept-text.tsx'
import { useChange } from '../../app/use-change.ts'
import { Cite } from '../../ui/cite.tsx'
import { Judged } from '../../ui/judged.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { type BegunDesk, type CadreLine, spaced } from './appraisal-words.ts'

type Props = { line: CadreLine; desk: BegunDesk; locked: boolean }

/** 0.8462 as 84.62%. */
const percent = (share: string | undefined): string => `${(Math.round(Number(share ?? 0) * 10_000) / 100).toFixed(2)}%`

/** What the polls of the year come to, or why nothing of it is shown. */
function Ballots({ line, desk }: Omit<Props, 'locked'>) {
  if (!desk.may.tally) return <p className="note">得票和建议等次由书记、组织委员掌握。</p>
  const ballots = line.facts?.ballots ?? []
  if (ballots.length === 0)
    return (
      <p className="note">
        还没有干部测评。到
        <Link className="appraisal-link" to={`/poll?year=${desk.appraisal.year}`}>
          民主测评
        </Link>
        里安排，计票以后这里有得分和建议。
      </p>
    )
  return (
    <table className="plain-table appraisal-ballots" aria-label="民主测评">
      <thead>
        <tr>
          {['测评', '有效票', ...cadreGrades, '得分', '确定等次'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ballots.map((one) => (
          <tr key={one.pollId}>
            <td>
              <Link className="appraisal-link" to={`/poll/${one.pollId}?view=result`}>
                {one.name}
              </Link>
            </td>
            {one.hidden === null && one.score !== null ? (
              <>
                <td>{one.valid}</td>
                {cadreGrades.map((grade) => (
                  <td key={grade}>{percent(one.shares?.[grade])}</td>
                ))}
                <td>
                  <strong>{one.score}</strong>
                </td>
              </>
            ) : (
              <td colSpan={6} className="note">
                {spaced(one.hidden ?? '没有有效票')}
              </td>
            )}
            <td>{one.final ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the figures suggest, and where it comes from. */
function Advice({ line, desk }: Omit<Props, 'locked'>) {
  const rules = useRules(desk.appraisal.year)
  const { advice, withinLimit } = line
  if (advice === null) return null
  return (
    <p className="appraisal-advice" aria-live="polite">
      建议{' '}
      {advice.grade === null ? (
        <span className="quiet">没有</span>
      ) : (
        <span className={withinLimit === false ? 'tag' : 'tag blue'}>
          {advice.grade === '优秀' ? '优秀候选' : advice.grade}
        </span>
      )}{' '}
      {spaced(advice.says)}
      {withinLimit === false ? '在名额以外。' : ''} <Cite rules={rules} id="6.4-grade" />
    </p>
  )
}

/** 等次建议: ballots, what they suggest, what people decide on and why. */
export function GradeTab({ line, desk, locked }: Props) {
  const { id, year } = desk.appraisal
  const rules = useRules(year)
  const mayNot = locked || !desk.may.decide
  const decide = useChange((part: { grade?: CadreGrade | null; reason?: string | null }) =>
    client.appraisal.decide.mutate({ id, decision: { grades: [{ memberId: line.memberId, ...part }] } })
  )
  const choose = (grade: CadreGrade | null) => (): void => {
    if (!mayNot) decide.mutate({ grade })
  }
  const own = desk.findings.filter(({ memberId }) => memberId === line.memberId)
  return (
    <div className="appraisal-tab">
      <Ballots line={line} desk={desk} />
      <Advice line={line} desk={desk} />
      <div className="appraisal-decide">
        <span id="appraisal-grade">建议等次</span>
        <Segmented<CadreGrade | ''>
          aria-labelledby="appraisal-grade"
          disabled={mayNot}
          value={line.entry.grade ?? ''}
          options={[{ value: '', label: '未定' }, ...cadreGrades.map((value) => ({ value, label: value }))]}
          onChange={(value) => choose(value === '' ? null : value)()}
        />
        {mayNot ? null : (
          <span className="note grade-keys">
            在名单上按 <Kbd>1</Kbd> 至 <Kbd>4</Kbd> 定等次，<Kbd>0</Kbd> 清掉
          </span>
        )}
      </div>
      {own.map(({ code, message, ruleId }) => (
        <Judged key={code}>
          {message} <Cite rules={rules} id={ruleId} />
        </Judged>
      ))}
      {desk.may.enter && desk.may.tally ? (
        <KeptText
          id="appraisal-reason"
          label="理由"
          value={line.entry.reason}
          placeholder="不称职、与建议不同的，写明为什么"
          locked={mayNot}
          onKeep={(reason) => decide.mutateAsync({ reason })}
        />
      ) : null}
      {decide.problem === null ? null : <Verdict tone="bad">{decide.problem.message}</Verdict>}
    </div>
  )
}
