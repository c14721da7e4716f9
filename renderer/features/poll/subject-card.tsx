import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { Verdict } from '../../ui/verdict.tsx'
import { OrderButtons } from './order-buttons.tsx'
import { moved, type SubjectDraft } from './set-up.ts'
import type { CardProps } from './set-up-view.tsx'
import { SubjectAdder } from './subject-adder.tsx'

type RowProps = CardProps & { one: SubjectDraft; at: number }

/** One who is appraised: a person of the roster keeps his name, free text can be changed. Alt with an arrow moves him. */
function SubjectRow({ work, locked, onBallots, one, at }: RowProps) {
  const { subjects } = work.draft
  const edit = (part: Partial<SubjectDraft>): void =>
    work.change((old) => ({ subjects: old.subjects.map((row) => (row.id === one.id ? { ...row, ...part } : row)) }))
  const move = (step: 1 | -1): void => work.change((old) => ({ subjects: moved(old.subjects, at, step) }))
  const press = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (onBallots || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <tr onKeyDown={press}>
      <td>{at + 1}</td>
      <td>
        {one.memberId === null && !onBallots ? (
          <Input
            aria-label={`第 ${at + 1} 个测评对象`}
            maxLength={50}
            value={one.name}
            onChange={({ target }) => edit({ name: target.value })}
          />
        ) : (
          <strong>{one.name}</strong>
        )}
      </td>
      <td>
        <Input
          aria-label={`${one.name}的职务`}
          maxLength={100}
          readOnly={locked}
          placeholder="职务"
          value={one.post ?? ''}
          onChange={({ target }) => edit({ post: target.value === '' ? null : target.value })}
        />
      </td>
      <td>
        {onBallots ? null : (
          <OrderButtons
            name={one.name}
            first={at === 0}
            last={at === subjects.length - 1}
            onMove={move}
            onRemove={() => work.change((old) => ({ subjects: old.subjects.filter(({ id }) => id !== one.id) }))}
          />
        )}
      </td>
    </tr>
  )
}

/** 测评对象 in the order of the ballot. */
export function SubjectCard(props: CardProps) {
  const { work, onBallots } = props
  const { subjects } = work.draft
  const fault = work.save.problem?.field?.startsWith('subjects') === true ? work.save.problem.message : null
  return (
    <section className="card" aria-label="测评对象">
      <header className="card-head">
        <h2 className="card-title">测评对象</h2>
        <span className="note">{subjects.length === 0 ? '' : `${subjects.length} 个，按票面上的次序`}</span>
      </header>
      {onBallots ? null : <SubjectAdder {...props} />}
      {subjects.length === 0 ? (
        <p className="poll-quiet-foot">还没有测评对象。从名册里选，或者直接填名称，测评表就在右边。</p>
      ) : (
        <table className="plain-table poll-rows subjects" aria-label="测评对象">
          <tbody>
            {subjects.map((one, at) => (
              <SubjectRow key={one.id} {...props} one={one} at={at} />
            ))}
          </tbody>
        </table>
      )}
      {fault === null ? null : (
        <div className="card-note">
          <Verdict tone="bad">{fault}</Verdict>
        </div>
      )}
    </section>
  )
}
