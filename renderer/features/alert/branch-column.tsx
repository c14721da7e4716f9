import { type AlertCounts, alertLevelNames, alertLevels } from '../../../shared/features/alert/alert.ts'
import { levelTones } from '../../app/due-tag.tsx'
import type { Desk } from './alert-words.ts'

const Counts = ({ counts }: { counts: AlertCounts }) => (
  <span className="branch-counts">
    {alertLevels
      .filter((level) => counts[level] > 0)
      .map((level) => (
        <span
          key={level}
          className={`tag ${levelTones[level]}`}
          title={`${alertLevelNames[level]} ${counts[level]} 条`}
        >
          {counts[level]}
        </span>
      ))}
  </span>
)

type Props = { desk: Desk; onOrganisation: (id: string) => void }

/** The organisations with how much warns of each; a click shows one alone. */
export const BranchColumn = ({ desk, onOrganisation }: Props) => (
  <nav className="card branch-column" aria-label="各党组织的预警">
    {desk.branches
      .filter(({ id }) => id !== desk.organisation?.id)
      .map(({ id, label, counts }) => (
        <button key={id} type="button" onClick={() => onOrganisation(id)}>
          <span className="branch-name">{label}</span>
          <Counts counts={counts} />
        </button>
      ))}
  </nav>
)
