import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { type CadreGrade, cadreGrades } from '../../../shared/features/appraisal/appraisal.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { gradeOfKey } from '../../ui/grade-keys.ts'
import { useRowWalk } from '../../ui/row-walk.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { BegunDesk, CadreLine } from './appraisal-words.ts'
import { postOf } from './appraisal-words.ts'
import { RemoveAppraisal } from './remove-appraisal.tsx'

type RowProps = {
  line: CadreLine
  chosen: boolean
  first: boolean
  mayEnter: boolean
  onOpen: (id: string) => void
  /** Null where he may not be graded here. */
  onGrade: ((grade: CadreGrade | null) => void) | null
}

/** One cadre: name, post, grade, and what of his pack is missing. The panel follows the arrows; 1 to 4 grade him, 0 takes it away. */
function Row({ line, chosen, first, mayEnter, onOpen, onGrade }: RowProps) {
  const walk = useRowWalk()
  const { missing, entry } = line
  const press = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (walk(event)) {
      const now = document.activeElement
      if (now instanceof HTMLElement) onOpen(now.dataset['row'] ?? line.memberId)
      return
    }
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey) return
    const grade = onGrade === null ? undefined : gradeOfKey(event.key, cadreGrades)
    if (event.key === 'Enter') onOpen(line.memberId)
    else if (grade !== undefined) onGrade?.(grade)
    else return
    event.preventDefault()
  }
  return (
    <tr
      data-row={line.memberId}
      data-initials={line.initials}
      tabIndex={first ? 0 : -1}
      aria-selected={chosen}
      className={chosen ? 'selected' : ''}
      onClick={() => onOpen(line.memberId)}
      onKeyDown={press}
    >
      <td className="appraisal-cadre">
        <span className="appraisal-name">
          <strong>{line.name}</strong>
          <span className="quiet">{postOf(line)}</span>
        </span>
        <span className="appraisal-lacks">
          {!mayEnter ? null : missing.length === 0 ? (
            <span className="appraisal-whole">材料齐</span>
          ) : (
            <span title={`缺${missing.join('、')}`}>缺 {missing.join('、')}</span>
          )}
        </span>
      </td>
      <td className="appraisal-grade">{entry.grade === null ? null : <span className="tag">{entry.grade}</span>}</td>
    </tr>
  )
}

type Props = { desk: BegunDesk; open: string | null; locked: boolean; onOpen: (memberId: string) => void }

/** Everybody who is appraised, with how far his pack is. */
export function CadreList({ desk, open, locked, onOpen }: Props) {
  const { cadres, newcomers, may, appraisal } = desk
  const invite = useChange(() => client.appraisal.invite.mutate({ id: appraisal.id }))
  const decide = useChange((one: { memberId: string; grade: CadreGrade | null }) =>
    client.appraisal.decide.mutate({ id: appraisal.id, decision: { grades: [one] } })
  )
  const problem = invite.problem ?? decide.problem
  const first = cadres.some(({ memberId }) => memberId === open) ? open : cadres[0]?.memberId
  return (
    <section className="card list-frame" aria-label="考核对象">
      <header className="card-head">
        <h2 className="card-title">考核对象</h2>
        <span className="note">{cadres.length} 人</span>
        <span className="push" />
        {newcomers.length === 0 || locked || !may.enter ? null : (
          <Button
            size="small"
            loading={invite.isPending}
            title={newcomers.map(({ name }) => name).join('、')}
            onClick={() => invite.mutate(undefined)}
          >
            补进 {newcomers.length} 人
          </Button>
        )}
      </header>
      {problem === null ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      <div className="list-scroll">
        <table className="plain-table list-table" aria-label="考核对象">
          <tbody>
            {cadres.map((line) => (
              <Row
                key={line.memberId}
                line={line}
                chosen={line.memberId === open}
                first={line.memberId === first}
                mayEnter={may.enter}
                onOpen={onOpen}
                onGrade={locked || !may.decide ? null : (grade) => decide.mutate({ memberId: line.memberId, grade })}
              />
            ))}
          </tbody>
        </table>
        {locked ? null : <RemoveAppraisal desk={desk} />}
      </div>
    </section>
  )
}
