import type { Supervision } from '../../../shared/features/supervision/supervision.ts'
import { supervisionKinds } from '../../../shared/features/supervision/supervision.ts'
import { type SupervisionStep, supervisionSteps } from '../../../shared/features/supervision/supervision-rules.ts'
import type { Outputs } from '../../api/client.ts'

type Lines = Outputs['supervision']['list']

const tones: Record<SupervisionStep['state'], string> = { done: 'tag green', open: 'tag blue', overdue: 'tag red' }
const words: Record<SupervisionStep['state'], string> = { done: '已完成', open: '未到', overdue: '逾期' }

type Props = { lines: Lines; today: string; onOpen: (entry: Supervision) => void }

/** The register, newest first: what each entry waits for stands in words. */
export function SupervisionTable({ lines, today, onOpen }: Props) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {['编号', '日期', '类型', '对象', '党组织', '依据文号', '期限和回访'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entry, organisation }) => (
          <tr key={entry.id}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(entry)}>
                {entry.number}
              </button>
            </td>
            <td>{entry.date}</td>
            <td>
              {supervisionKinds[entry.kind]}
              {entry.form === null ? '' : `（${entry.form}）`}
            </td>
            <td>{entry.person.name}</td>
            <td>{organisation}</td>
            <td>{entry.basis}</td>
            <td>
              {supervisionSteps(entry, today).map(({ step, state, message }) => (
                <p key={step} className="supervision-step">
                  <span className={tones[state]}>{words[state]}</span> {message}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
